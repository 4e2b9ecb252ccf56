import { identifierKey } from '../../identity/evidence';
import { resolvePerson } from '../../identity/resolve';
import { type PeopleRules, tellingIdentifiers } from '../../identity/telling';
import type { Connection } from '../../model/connection';
import type { Contact, Identifier } from '../../model/contact';
import { contactRef } from '../../model/ids';
import { decisionsAround } from '../people/decisions';
import { linkedContacts } from '../people/links';
import type { WorkerPorts } from '../ports';
import { knownShared } from './shared-identifiers';
import { storedContacts } from './stored-person';

/** Contacts linked by hand to any that evidence shows to be this person. */
export async function linkedToPerson(
  ports: WorkerPorts,
  anchor: Contact,
  rules: PeopleRules,
): Promise<Contact[]> {
  const person = await knownContacts(ports, anchor, rules);
  return linkedContacts(ports.database, person.map(contactRef), [contactRef(anchor)]);
}

/** Keys of those of the person's identifiers that too many contacts carry. */
export async function sharedKeys(
  ports: WorkerPorts,
  anchor: Contact,
  rules: PeopleRules,
  all: readonly Connection[],
): Promise<ReadonlySet<string>> {
  const shared = await knownShared(ports, all, await knownIdentifiers(ports, anchor, rules));
  return new Set(shared.map(identifierKey));
}

/** What tells the person, of all their contacts known by now. */
export async function knownIdentifiers(
  ports: WorkerPorts,
  anchor: Contact,
  rules: PeopleRules,
): Promise<Identifier[]> {
  const contacts = await knownContacts(ports, anchor, rules);
  return contacts.flatMap((contact) => tellingIdentifiers(contact, rules));
}

/**
 * The anchor and the contacts found for it before, as far as evidence that still holds, or a
 * person's word, connects them: a corrected address must not drag the old namesake along.
 */
async function knownContacts(
  ports: WorkerPorts,
  anchor: Contact,
  rules: PeopleRules,
): Promise<Contact[]> {
  const { database } = ports;
  const contacts = await storedContacts(database, contactRef(anchor));
  const decisions = await decisionsAround(database, [anchor, ...contacts].map(contactRef));
  const { members } = resolvePerson(anchor, contacts, decisions, rules);
  return members.map(({ contact }) => contact);
}
