import { latestFirst } from '../../identity/decisions';
import type { Contact } from '../../model/contact';
import type { DesksideDatabase } from '../../storage/database';
import { contactOfRef } from '../../storage/panel-queries';
import { decisionsAround } from './decisions';

/**
 * Whom a person said a conversation is with that no platform could tell (`place`: a `placeRef`). Of
 * several words the latest that leads to a contact still stored.
 */
export async function linkedToPlace(
  database: DesksideDatabase,
  place: string,
): Promise<Contact | undefined> {
  const { links } = database;
  const said = [
    ...(await links.where('a').equals(place).toArray()),
    ...(await links.where('b').equals(place).toArray()),
  ].filter(({ verdict }) => verdict === 'same');
  const refs = said.sort(latestFirst).map(({ a, b }) => contactOfRef(a === place ? b : a));
  const found = await database.contacts.bulkGet(
    refs.map(({ connectionId, id }): [string, string] => [connectionId, id]),
  );
  return found.find((contact) => contact !== undefined);
}

/**
 * The contacts that were linked by hand to one of these, directly or through others, `without`
 * some (the given ones) and without those that are no longer stored.
 */
export async function linkedContacts(
  database: DesksideDatabase,
  refs: readonly string[],
  without: readonly string[] = refs,
): Promise<Contact[]> {
  const decisions = await decisionsAround(database, refs);
  const confirmed = decisions.filter(({ verdict }) => verdict === 'same');
  const known = new Set(confirmed.flatMap(({ a, b }) => [a, b]));
  const keys = [...known]
    .filter((ref) => !without.includes(ref))
    .map((ref): [string, string] => [contactOfRef(ref).connectionId, contactOfRef(ref).id]);
  const contacts = await database.contacts.bulkGet(keys);
  return contacts.filter((contact) => contact !== undefined);
}
