import { inTurns } from '../../async/in-turns';
import type { IdentityRules } from '../../identity/distinctive-identifiers';
import { identifierKey } from '../../identity/identifiers';
import { resolveInSteps } from '../../identity/resolve-person';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import { type ContactRef, contactRef } from '../../model/ids';
import type { DesksideDatabase } from '../../storage/database';
import { readContactsOf } from '../../storage/read-contacts';
import { decisionsAround } from '../people/decisions';
import { linkedContacts } from '../people/linked-contacts';
import type { WorkerPorts } from '../ports';
import type { PersonCandidates } from './candidates';
import { knownShared } from './shared-identifiers';

/** The contacts that were taken for the person of this anchor (a `contactRef`), as stored. */
export async function storedMembers(
  database: DesksideDatabase,
  anchor: ContactRef,
): Promise<Contact[]> {
  const sources = await database.sources.where('anchor').equals(anchor).toArray();
  const keys = sources.flatMap(({ connectionId, contactIds }) =>
    contactIds.map((id) => ({ connectionId, id })),
  );
  return readContactsOf(database, keys);
}

/** Contacts linked by hand to any contact that evidence shows to be this person. */
export async function linkedToPerson(
  ports: WorkerPorts,
  anchor: Contact,
  rules: IdentityRules,
): Promise<Contact[]> {
  const person = await knownMembers(ports, anchor, rules);
  return linkedContacts(ports.database, person.map(contactRef), [contactRef(anchor)]);
}

/** Keys of those of the person's identifiers that too many contacts carry. */
export async function sharedIdentifierKeys(
  ports: WorkerPorts,
  candidates: PersonCandidates,
  all: readonly Connection[],
): Promise<ReadonlySet<string>> {
  const { anchor, rules } = candidates;
  const person = await knownMembers(ports, anchor, rules);
  const identifiers = person.flatMap((contact) => candidates.identifiersOf(contact));
  const present = [...person, ...candidates.all];
  const shared = await knownShared(ports, all, identifiers, { rules, present });
  return new Set(shared.map(identifierKey));
}

/**
 * The anchor and the contacts found for it before, as far as evidence that still holds, or a
 * person's word, connects them: a corrected address must not drag the old namesake along.
 */
export async function knownMembers(
  ports: WorkerPorts,
  anchor: Contact,
  rules: IdentityRules,
): Promise<Contact[]> {
  const { database } = ports;
  const contacts = await storedMembers(database, contactRef(anchor));
  const decisions = await decisionsAround(database, [anchor, ...contacts].map(contactRef));
  const { members } = await inTurns(resolveInSteps(anchor, contacts, decisions, rules));
  return members.map(({ contact }) => contact);
}
