import type { Contact } from '../model/contact';
import type { ContactKey } from '../model/ids';
import type { ScreenRow } from '../model/screen';
import type { DesksideDatabase } from '../storage/database';
import { contactOfRef } from '../storage/panel-queries';
import { decide } from './decide';
import { decisionsAround } from './decisions';
import type { WorkerPorts } from './ports';

/**
 * Keeps that the conversation on screen is this contact. Throws `TypeError` when nobody is on
 * screen or the contact is not known.
 */
export async function linkOnScreen(
  ports: WorkerPorts,
  screen: ScreenRow,
  contact: ContactKey,
): Promise<void> {
  const stored = await ports.database.contacts.get([contact.connectionId, contact.id]);
  if (screen.anchor === undefined || stored === undefined) throw new TypeError('nobody to link');
  await decide(ports, { one: contactOfRef(screen.anchor), other: stored, verdict: 'same' });
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
