import type { Contact, Identifier } from '../model/contact';
import { isOwnAddress } from './email-kinds';
import { identifierKey, identifiersOf } from './identifiers';

/** What the team says about its own addresses, and what the lookups showed. */
export interface IdentityRules {
  /** Domains of the team's own company, e.g. `example.com`: their addresses stand for colleagues. */
  ownDomains: readonly string[];
  /** Keys (`identifierKey`) of identifiers that are known to be carried by a crowd. */
  shared?: ReadonlySet<string> | undefined;
}

/** An identifier that more contacts of one account carry belongs to an office, not to a human. */
export const MOST_CONTACTS_OF_ONE_PERSON = 5;

/** Shorter ids of other systems collide between two systems that both count from one. */
const SHORTEST_DISTINCTIVE_ID = 5;

/** The identifiers of a contact that can prove something under these rules. */
export function distinctiveIdentifiers(contact: Contact, rules: IdentityRules): Identifier[] {
  return identifiersOf(contact).filter(
    (identifier) =>
      !(identifier.kind === 'email' && isOwnAddress(identifier.value, rules.ownDomains)) &&
      rules.shared?.has(identifierKey(identifier)) !== true,
  );
}

/** Whether this identifier, carried by both, proves that two contacts are one human. */
export function isProofBetween(identifier: Identifier, one: Contact, other: Contact): boolean {
  return (
    identifier.kind !== 'external-id' ||
    one.platform === other.platform ||
    identifier.value.length >= SHORTEST_DISTINCTIVE_ID
  );
}

/** Keys of the identifiers that too many of these contacts carry within one connection. */
export function crowdedKeys(contacts: readonly Contact[]): Set<string> {
  const counts = new Map<string, Map<string, number>>();
  for (const contact of contacts) {
    for (const key of new Set(identifiersOf(contact).map(identifierKey))) {
      const perConnection = counts.get(key) ?? new Map<string, number>();
      perConnection.set(contact.connectionId, (perConnection.get(contact.connectionId) ?? 0) + 1);
      counts.set(key, perConnection);
    }
  }
  const crowded = [...counts].filter(
    ([, perConnection]) => Math.max(...perConnection.values()) > MOST_CONTACTS_OF_ONE_PERSON,
  );
  return new Set(crowded.map(([key]) => key));
}
