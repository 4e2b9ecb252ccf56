import { afterEach, expect, test, vi } from 'vitest';
import { erasePersonRows } from '../../../lib/storage/person-tables';
import { eraseConnectionData } from '../../../lib/worker/connections/erase-data';
import { deleteWithoutRoom } from '../../../lib/worker/delete-without-room';
import { FullTextIndexer } from '../../../lib/worker/full-text/indexer';
import { forgetHistories } from '../../../lib/worker/history/drop-histories';
import { contact, TestWorld } from './world';

afterEach(() => vi.restoreAllMocks());

/** A person whose words are in the index. */
async function indexed() {
  const world = new TestWorld();
  const { database } = world;
  await world.connect('alpha', {});
  const ana = contact('alpha', 'ana', { name: 'Ana' });
  const bo = contact('alpha', 'bo', { name: 'Bo' });
  await database.contacts.bulkPut([ana, bo]);
  const index = () => new FullTextIndexer(database).wake();
  await index();
  expect(await database.indexedContacts.count()).toBe(2);
  return { database, ana, index };
}

/** As Chromium with nothing left: a transaction that wrote anything is not taken. */
function fillDisk() {
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full);
}

test('a person is forgotten on a full disk, and the index built anew when there is room', async () => {
  const { database, ana, index } = await indexed();
  fillDisk();
  await deleteWithoutRoom(database, () => erasePersonRows(database, [ana]));
  expect((await database.contacts.toArray()).map(({ id }) => id)).toEqual(['bo']);
  expect(await database.indexedContacts.count()).toBe(0);
  vi.restoreAllMocks();
  await index();
  expect((await database.indexedContacts.toArray()).map((row) => row.contactId)).toEqual(['bo']);
  // And deletions are noted down again.
  await database.contacts.delete(['alpha', 'bo']);
  await index();
  expect(await database.indexedContacts.count()).toBe(0);
});

test('a connection goes on a full disk, and all stored histories', async () => {
  const { database } = await indexed();
  fillDisk();
  await deleteWithoutRoom(database, () => forgetHistories(database, 1));
  await deleteWithoutRoom(database, () =>
    eraseConnectionData(database, 'alpha', { withConnection: true }),
  );
  expect(await database.connections.count()).toBe(0);
  expect(await database.contacts.count()).toBe(0);
});

test('any other failure is thrown, and the index stays', async () => {
  const { database } = await indexed();
  const failure = new Error('closed');
  await expect(deleteWithoutRoom(database, () => Promise.reject(failure))).rejects.toBe(failure);
  expect(await database.indexedContacts.count()).toBe(2);
});
