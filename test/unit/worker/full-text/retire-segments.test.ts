import { afterEach, expect, test, vi } from 'vitest';
import type { IndexSegmentRow } from '../../../../lib/model/full-text';
import type { DesksideDatabase } from '../../../../lib/storage/database';
import { eraseContactsFromIndex, indexTables } from '../../../../lib/storage/index-erase';
import { retireSparse } from '../../../../lib/worker/full-text/retire-segments';
import { TestWorld } from '../world';

afterEach(() => vi.restoreAllMocks());

const sizes = { full: 6, largeEnough: 3 };

function segment(
  id: number,
  contacts: number[],
  more: Partial<IndexSegmentRow> = {},
): IndexSegmentRow {
  return {
    ...{ id, isOpen: false, contacts: Uint32Array.from(contacts) },
    times: Float64Array.from(contacts, () => 1),
    prints: Uint32Array.from(contacts, () => 7),
    kinds: Uint8Array.from(contacts, () => 0),
    ...{ connections: Uint8Array.from(contacts, () => 0), connectionIds: ['alpha'] },
    ...more,
  };
}

/** Ana (1) and Bo (2) in these segments. */
async function open(segments: IndexSegmentRow[]): Promise<DesksideDatabase> {
  const { database } = new TestWorld();
  await database.indexedContacts.bulkPut([
    { number: 1, connectionId: 'alpha', contactId: 'ana' },
    { number: 2, connectionId: 'alpha', contactId: 'bo' },
  ]);
  await database.indexSegments.bulkPut(segments);
  return database;
}

const retired = async (db: DesksideDatabase) =>
  (await db.indexSegments.toArray()).flatMap(({ id, isRetired }) => (isRetired ? [id] : []));

test('a segment that is mostly empty goes, and who is in it is indexed anew', async () => {
  const db = await open([
    segment(1, [0, 0, 0, 0, 1]),
    segment(2, [1, 1, 2, 2]),
    segment(3, [0, 0, 0, 0, 2], { isOpen: true }),
  ]);
  await retireSparse(db, sizes);
  expect(await retired(db)).toEqual([1]);
  expect((await db.indexMarks.toArray()).map(({ contactId }) => contactId)).toEqual(['ana']);
});

test('many small ones become one; a few stay', async () => {
  const small = (count: number) =>
    Array.from({ length: count }, (_, index) => segment(index + 1, [1]));
  const few = await open(small(8));
  await retireSparse(few, sizes);
  expect(await retired(few)).toEqual([]);
  const many = await open(small(9));
  await retireSparse(many, sizes);
  expect(await retired(many)).toHaveLength(9);
});

test('nobody comes back who is erased while the segments are looked at', async () => {
  const db = await open([segment(1, [0, 0, 0, 0, 0, 0, 0, 1, 2]), segment(2, [1, 1, 1, 1])]);
  const read = db.indexSegments.toArray.bind(db.indexSegments);
  vi.spyOn(db.indexSegments, 'toArray').mockImplementationOnce(() =>
    read().then(async (rows) => {
      await db.transaction('rw', [...indexTables], () =>
        eraseContactsFromIndex(db, [['alpha', 'ana']]),
      );
      await db.indexedContacts.delete(1);
      return rows;
    }),
  );
  await retireSparse(db, sizes);
  const left = await db.indexSegments.toArray();
  expect(left.map(({ id, contacts }) => [id, contacts.includes(1)])).toEqual([[1, false]]);
  expect((await db.indexMarks.toArray()).map(({ contactId }) => contactId)).toEqual(['bo']);
});
