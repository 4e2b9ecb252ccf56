import type { Contact, Identifier } from '../model/contact';
import { isOwnAddress, isRoleAddress } from './email-kinds';
import { identifierKey, identifiersOf } from './identifiers';

/** What the team says about its own addresses and systems, and what the lookups showed. */
export interface IdentityRules {
  /** Domains of the team's own company, e.g. `example.com`: addresses there belong to colleagues. */
  ownDomains: readonly string[];
  /** Words that mark an address as an office's, in addition to the well-known ones. */
  roleWords?: readonly string[] | undefined;
  /** Connections whose external ids come from one and the same system. */
  sharedIdConnections?: readonly string[] | undefined;
  /** Keys (`identifierKey`, `proofKey`) of identifiers that are known to be shared by a crowd. */
  shared?: ReadonlySet<string> | undefined;
}

/** An identifier that can prove something. */
export interface ProvingIdentifier {
  identifier: Identifier;
  /** `proofKey`. */
  key: string;
}

const known = new WeakMap<IdentityRules, WeakMap<Contact, readonly ProvingIdentifier[]>>();

/**
 * The identifiers of a contact that can prove something under these rules, with their keys. Rules and
 * contacts must not be changed once they have been used here.
 */
export function provingIdentifiers(
  contact: Contact,
  rules: IdentityRules,
): readonly ProvingIdentifier[] {
  const byContact = known.get(rules) ?? new WeakMap<Contact, readonly ProvingIdentifier[]>();
  known.set(rules, byContact);
  const before = byContact.get(contact);
  if (before !== undefined) return before;
  const { shared } = rules;
  const proving = identifiersOf(contact)
    .filter((identifier) => !isTeams(identifier, rules))
    .map((identifier) => ({ identifier, key: proofKey(identifier, contact, rules) }))
    .filter(
      ({ identifier, key }) =>
        shared?.has(key) !== true && shared?.has(identifierKey(identifier)) !== true,
    );
  byContact.set(contact, proving);
  return proving;
}

/** The identifiers of a contact that can prove something under these rules. */
export function distinctiveIdentifiers(contact: Contact, rules: IdentityRules): Identifier[] {
  return provingIdentifiers(contact, rules).map(({ identifier }) => identifier);
}

/** An address of the team's own, also where it is used as an id. */
function isTeams({ kind, value }: Identifier, rules: IdentityRules): boolean {
  if (kind === 'phone' || !value.includes('@')) return false;
  const address = value.toLowerCase();
  const { ownDomains, roleWords = [] } = rules;
  return (
    isOwnAddress(address, ownDomains) || (roleWords.length > 0 && isRoleAddress(address, roleWords))
  );
}

/**
 * The connections within which a contact's external ids mean the same: its own one, or all those that
 * share a system.
 */
export function idSpaceOf(
  { connectionId }: Pick<Contact, 'connectionId'>,
  { sharedIdConnections = [] }: IdentityRules,
): string {
  return sharedIdConnections.includes(connectionId) ? 'shared' : `of ${connectionId}`;
}

/** One string for what two contacts must both carry to be one human. */
export function proofKey(
  identifier: Identifier,
  contact: Pick<Contact, 'connectionId'>,
  rules: IdentityRules,
): string {
  const key = identifierKey(identifier);
  return identifier.kind === 'external-id' ? `${key} ${idSpaceOf(contact, rules)}` : key;
}
