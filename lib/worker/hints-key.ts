import type { PageContext } from '../model/page';
import type { PlatformDefinition } from '../platforms/contract/definition';

/** The page's hints in one string, to see whether they changed; empty where they do not matter. */
export function hintsKey(definition: PlatformDefinition, context: PageContext): string {
  if (definition.needsHints !== true) return '';
  const { name, emails, phones } = context.hints;
  return JSON.stringify([name ?? null, emails, phones]);
}
