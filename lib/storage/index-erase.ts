import type { IndexBlockRow, IndexSegmentRow } from '../model/full-text';
import type { DesksideDatabase } from './database';
import { withoutEntries } from './index-blocks';

/** The tables of the full-text index, for transactions. */
export const indexTables = [
  'indexMarks',
  'indexedContacts',
  'indexSegments',
  'indexBlocks',
  'indexState',
] as const;

/** Takes everything of these contacts out of the index. Belongs in a transaction over its tables. */
export async function eraseContactsFromIndex(
  db: DesksideDatabase,
  keys: [connectionId: string, contactId: string][],
): Promise<void> {
  const numbers = await db.indexedContacts
    .where('[connectionId+contactId]')
    .anyOf(keys)
    .primaryKeys();
  const gone = new Set(numbers);
  await eraseEntries(db, ({ contacts }, entry) => gone.has(contacts[entry] ?? 0));
}

/** Takes everything of a connection out of the index. Belongs in a transaction over its tables. */
export async function eraseConnectionFromIndex(
  db: DesksideDatabase,
  connectionId: string,
): Promise<void> {
  await eraseEntries(
    db,
    ({ connections, connectionIds }, entry) =>
      connectionIds[connections[entry] ?? 0] === connectionId,
  );
  const isOfConnection = (row: { connectionId: string }) => row.connectionId === connectionId;
  await db.indexedContacts.filter(isOfConnection).delete();
  await db.indexMarks.filter(isOfConnection).delete();
}

/** Empties the index; what is still stored is indexed again. Belongs in a transaction over its tables. */
export async function clearIndex(db: DesksideDatabase): Promise<void> {
  await Promise.all([
    db.indexMarks.clear(),
    db.indexedContacts.clear(),
    db.indexSegments.clear(),
    db.indexBlocks.clear(),
  ]);
  // Where there is none, it is started over in any case.
  if ((await db.indexState.get('index')) === undefined) return;
  await db.indexMarks.put({
    ...{ connectionId: '', contactId: '', stamp: crypto.randomUUID() },
    ...{ from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY },
  });
  await forbidPrepared(db);
}

async function eraseEntries(
  db: DesksideDatabase,
  isGone: (segment: IndexSegmentRow, entry: number) => boolean,
): Promise<void> {
  for (const segment of await db.indexSegments.toArray()) {
    const gone = new Set<number>();
    for (const [entry, contact] of segment.contacts.entries()) {
      if (contact !== 0 && isGone(segment, entry)) gone.add(entry);
    }
    await removeEntries(db, segment, gone);
  }
  await forbidPrepared(db);
}

/**
 * Takes entries out of a segment, with the words that lead to them; a segment without any goes. Belongs
 * in a transaction over the tables of the index.
 */
export async function removeEntries(
  db: DesksideDatabase,
  segment: IndexSegmentRow,
  gone: ReadonlySet<number>,
): Promise<void> {
  if (gone.size === 0) return;
  const blocks = db.indexBlocks.where(':id').between([segment.id, ''], [segment.id, '\uffff']);
  const contacts = segment.contacts.map((contact, entry) => (gone.has(entry) ? 0 : contact));
  if (contacts.every((contact) => contact === 0)) {
    await blocks.delete();
    await db.indexSegments.delete(segment.id);
    return;
  }
  const prints = segment.prints.map((print, entry) => (gone.has(entry) ? 0 : print));
  await db.indexSegments.put({ ...segment, contacts, prints });
  const rows = await blocks.toArray();
  const changed: IndexBlockRow[] = [];
  const emptied: [number, string][] = [];
  for (const row of rows) {
    const data = withoutEntries(row.data, gone);
    if (data === undefined) emptied.push([row.segment, row.bucket]);
    else if (data !== row.data) changed.push({ ...row, data });
  }
  await db.indexBlocks.bulkPut(changed);
  await db.indexBlocks.bulkDelete(emptied);
}

/** What the worker prepared before this moment must not be written any more. */
async function forbidPrepared(db: DesksideDatabase): Promise<void> {
  const state = await db.indexState.get('index');
  if (state !== undefined) await db.indexState.put({ ...state, epoch: state.epoch + 1 });
}
