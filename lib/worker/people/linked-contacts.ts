import { latestDecisionFirst } from '../../identity/decisions';
import type { Contact } from '../../model/contact';
import { type ContactRef, parseContactRef } from '../../model/ids';
import type { DesksideDatabase } from '../../storage/database';
import { readContactsOf } from '../../storage/read-contacts';
import { decisionsAround } from './decisions';

/**
 * The contact an agent named for a conversation for which no platform could tell it (`pageRef`: an
 * `addressRef`). Of several such links the latest that leads to a contact still stored.
 */
export async function linkedToPage(
  database: DesksideDatabase,
  pageRef: ContactRef,
): Promise<Contact | undefined> {
  const { links } = database;
  const said = [
    ...(await links.where('a').equals(pageRef).toArray()),
    ...(await links.where('b').equals(pageRef).toArray()),
  ].filter(({ verdict }) => verdict === 'same');
  const refs = said
    .sort(latestDecisionFirst)
    .map(({ a, b }) => parseContactRef(a === pageRef ? b : a));
  const found = await database.contacts.bulkGet(
    refs.map(({ connectionId, id }): [string, string] => [connectionId, id]),
  );
  return found.find((contact) => contact !== undefined);
}

/**
 * The contacts that were linked by hand to one of these, directly or through others, leaving out those in
 * `without` and those that are no longer stored.
 */
export async function linkedContacts(
  database: DesksideDatabase,
  refs: readonly ContactRef[],
  without: readonly string[] = refs,
): Promise<Contact[]> {
  const decisions = await decisionsAround(database, refs);
  const confirmed = decisions.filter(({ verdict }) => verdict === 'same');
  const known = new Set(confirmed.flatMap(({ a, b }) => [a, b]));
  const others = [...known].filter((ref) => !without.includes(ref));
  return readContactsOf(database, others.map(parseContactRef));
}
