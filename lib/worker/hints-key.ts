import type { PageContext } from '../model/page';
import type { PlatformDefinition } from '../platforms/contract/definition';

/**
 * What a helpdesk page shows, as one string that stays the same for the same conversation:
 * `contact:<id>` or `conversation:<id>`; `undefined` when no person is on screen.
 */
export function addressOf(context: PageContext): string | undefined {
  if (context.view !== 'person') return undefined;
  if (context.contactId !== undefined) return `contact:${context.contactId}`;
  if (context.conversationId !== undefined) return `conversation:${context.conversationId}`;
  return undefined;
}

/** The page's hints in one string, to see whether they changed; empty where they do not matter. */
export function hintsKey(definition: PlatformDefinition, context: PageContext): string {
  if (definition.needsHints !== true) return '';
  const { name, emails, phones } = context.hints;
  return JSON.stringify([name ?? null, emails, phones]);
}
