import { chaport } from './chaport/definition';
import { chatra } from './chatra/definition';
import { chatwoot } from './chatwoot/definition';
import type { PlatformDefinition } from './contract/definition';
import { kustomer } from './kustomer/definition';

/** Every platform, in the order people see them. A new one is added here and has a content script of its own. */
export const definitions: readonly PlatformDefinition[] = [chatwoot, kustomer, chaport, chatra];

/** Throws `TypeError` for a platform this version does not know. */
export function definitionOf(platform: string): PlatformDefinition {
  const definition = definitions.find((each) => each.name === platform);
  if (definition === undefined) throw new TypeError(`unknown platform ${platform}`);
  return definition;
}
