import { afterEach, expect, test, vi } from 'vitest';
import { erasePersonRows } from '../../../lib/storage/person-tables';
import { eraseConnectionData } from '../../../lib/worker/connections/erase-data';
import { deleteWithoutRoom } from '../../../lib/worker/delete-without-room';
import { FullTextIndexer } from '../../../lib/worker/full-text/indexer';
import { forgetHistories } from '../../../lib/worker/history/drop-histories';
import { applyRetention } from '../../../lib/worker/history/retention';
import { isQuotaError } from '../../../lib/worker/quota-error';
import { note } from '../notes/note-rows';
import { ref } from '../refs';
import { retentionPorts, shelve, shelved } from './history/stored-history';
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

test('old histories go on a full disk, whatever else has to be noted down about others', async () => {
  const world = new TestWorld();
  await world.connect('alpha', {});
  await world.connect('gamma', {}, { find: 'seen', history: 'captured' });
  const descriptors = ['alpha', 'gamma'].map((name) => world.definitionOf(name).describe());
  await world.database.platforms.bulkPut(descriptors);
  await shelve(world, 'alpha', 'old', 2, 40);
  await shelve(world, 'gamma', 'captured', 2, 40);
  await shelve(world, 'alpha', 'never-viewed', 2, undefined);
  const { database } = world;
  const coverage = { state: 'captured', dropped: 0, checkedAt: 1, since: 1 } as const;
  await database.histories.put({ connectionId: 'gamma', contactId: 'captured', coverage });
  await new FullTextIndexer(database).wake();
  fillDisk();
  const { ports } = retentionPorts();
  await applyRetention(world, ports).catch((error) => expect(isQuotaError(error)).toBe(true));
  expect(await shelved(world)).toEqual(['never-viewed']);
  expect(await database.histories.count()).toBe(0);
  await deleteWithoutRoom(database, () => forgetHistories(database, 1));
  expect(await shelved(world)).toEqual([]);
});

test('a connection goes on a full disk though notes about others keep what stood elsewhere', async () => {
  const { database } = await indexed();
  const fieldTexts = [{ contact: ref('beta/1'), text: 'Likes blue', at: 1 }];
  await database.notes.put(note({ id: 'n1', contacts: [ref('beta/1')], fieldTexts }));
  fillDisk();
  await deleteWithoutRoom(database, () =>
    eraseConnectionData(database, 'alpha', { withConnection: true }),
  );
  expect(await database.connections.count()).toBe(0);
  expect(await database.notes.toArray()).toMatchObject([{ fieldTexts }]);
});
