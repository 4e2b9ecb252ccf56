import type { Contact } from '../model/contact';
import { type ContactKey, contactRef } from '../model/ids';
import type { ScreenRow } from '../model/screen';
import type { DesksideDatabase } from '../storage/database';
import { contactOfRef } from '../storage/panel-queries';
import type { WorkerPorts } from './ports';

/**
 * Keeps a person's word that two contacts (each as `contactRef`) are the same human. Saying it
 * again, or the other way round, changes nothing. Throws `TypeError` for a contact and itself.
 */
export async function linkContacts(ports: WorkerPorts, one: string, other: string): Promise<void> {
  const [a, b] = [one, other].sort();
  if (a === undefined || b === undefined || a === b)
    throw new TypeError('one and the same contact');
  const { database } = ports;
  await database.transaction('rw', ['links', 'connections'], async () => {
    if ((await database.links.get([a, b]))?.verdict === 'same') return;
    const connection = await database.connections.get(contactOfRef(one).connectionId);
    await database.links.put({ a, b, verdict: 'same', by: connection?.agentName, at: ports.now() });
  });
}

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
  await linkContacts(ports, screen.anchor, contactRef(stored));
}

/**
 * The contacts that were linked by hand to one of these, directly or through others; without the
 * given ones, and without those that are no longer stored.
 */
export async function linkedContacts(
  database: DesksideDatabase,
  refs: Iterable<string>,
): Promise<Contact[]> {
  const given = new Set(refs);
  const known = new Set(given);
  let edge = [...known];
  while (edge.length > 0) {
    const rows = [
      ...(await database.links.where('a').anyOf(edge).toArray()),
      ...(await database.links.where('b').anyOf(edge).toArray()),
    ];
    const linked = rows.filter(({ verdict }) => verdict === 'same');
    edge = [...new Set(linked.flatMap(({ a, b }) => [a, b]))].filter((ref) => !known.has(ref));
    for (const ref of edge) known.add(ref);
  }
  const keys = [...known]
    .filter((ref) => !given.has(ref))
    .map((ref): [string, string] => [contactOfRef(ref).connectionId, contactOfRef(ref).id]);
  const contacts = await database.contacts.bulkGet(keys);
  return contacts.filter((contact) => contact !== undefined);
}
