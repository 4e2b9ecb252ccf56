import { contactRef, itemKey } from '../../model/ids';
import type { DesksideDatabase } from '../../storage/database';
import { anchorsInFront } from './record-visits';

/** What is stored about people besides their histories, and is fetched again when they are next opened. */
export const contactTables = [
  'contacts',
  'sightings',
  'nativeNotes',
  'suggestions',
  'peopleSearches',
  'noteDrafts',
  'contactWrites',
] as const;

const read = [
  'notes',
  'links',
  'directories',
  'sources',
  'histories',
  'screens',
  'windows',
] as const;

/**
 * Drops what is stored about people whom nothing else needs any longer: all of them, or those not viewed
 * since `before` (epoch ms). People with a note or a decision stay, and so do the records of a platform
 * without search whose whole list was read: without them its people could not be found.
 */
export async function dropContacts(
  database: DesksideDatabase,
  before = Number.POSITIVE_INFINITY,
): Promise<void> {
  const isAll = before === Number.POSITIVE_INFINITY;
  await database.transaction('rw', [...contactTables, ...read], async () => {
    const needed = await neededRefs(database, isAll);
    const listed = new Set(await database.directories.toCollection().primaryKeys());
    const gone = await database.contacts
      .filter(
        (contact) =>
          Math.max(contact.fetchedAt, contact.shownAt ?? 0) < before &&
          !listed.has(contact.connectionId) &&
          !needed.has(contactRef(contact)),
      )
      .primaryKeys();
    await database.contacts.bulkDelete(gone);
    const goneRefs = new Set(gone.map(([connectionId, id]) => itemKey(connectionId, id)));
    const isGone = (connectionId: string, id: string) => goneRefs.has(itemKey(connectionId, id));
    await database.sightings
      .filter(({ connectionId, contactId }) => isAll || isGone(connectionId, contactId))
      .delete();
    await database.nativeNotes
      .filter(
        ({ connectionId, contactId, fetchedAt }) =>
          isGone(connectionId, contactId) ||
          (fetchedAt < before && (isAll || !needed.has(itemKey(connectionId, contactId)))),
      )
      .delete();
    await database.suggestions.filter(({ updatedAt }) => updatedAt < before).delete();
    await database.peopleSearches.filter(({ updatedAt }) => updatedAt < before).delete();
    await database.noteDrafts.filter(({ updatedAt }) => updatedAt < before).delete();
    // The outcome of a write without an answer is still to be looked for.
    await database.contactWrites
      .filter(({ at, state }) => at < before && state !== 'sending' && state !== 'undoing')
      .delete();
  });
}

/** Contacts of notes and decisions, of people on screen and, unless all are dropped, of kept histories. */
async function neededRefs(database: DesksideDatabase, isAll: boolean): Promise<Set<string>> {
  const needed = new Set<string>(await anchorsInFront(database));
  for (const { contacts } of await database.notes.toArray()) {
    for (const ref of contacts) needed.add(ref);
  }
  for (const { a, b } of await database.links.toArray()) needed.add(a).add(b);
  const shown = isAll
    ? await database.sources
        .where('anchor')
        .anyOf([...needed])
        .toArray()
    : await database.sources.toArray();
  for (const { anchor, connectionId, contactIds } of shown) {
    needed.add(anchor);
    for (const id of contactIds) needed.add(itemKey(connectionId, id));
  }
  if (isAll) return needed;
  for (const { connectionId, contactId, fetchedAt } of await database.histories.toArray()) {
    if (fetchedAt !== undefined) needed.add(itemKey(connectionId, contactId));
  }
  return needed;
}
