import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { DesksideDatabase } from '../../../lib/storage/database';
import { databaseName, wakeStorage } from '../../../lib/storage/wake-storage';

it('makes no database where there is none, and keeps nobody from making it', async () => {
  wakeStorage(indexedDB);
  const database = new DesksideDatabase();
  await database.open();
  expect(database.tables.length).toBeGreaterThan(0);
  await database.delete();
  const aborted = vi.fn();
  const open = vi.spyOn(indexedDB, 'open');
  wakeStorage(indexedDB);
  open.mock.results[0]?.value.addEventListener('error', aborted);
  await vi.waitFor(() => expect(aborted).toHaveBeenCalled());
  expect(await indexedDB.databases()).toEqual([]);
  open.mockRestore();
});

it('lets a newer version of the database in at once', async () => {
  await makeVersion(1);
  wakeStorage(indexedDB);
  await makeVersion(2);
  expect(await indexedDB.databases()).toEqual([{ name: databaseName, version: 2 }]);
});

/** Rejects when somebody else keeps the older one open. */
function makeVersion(version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName, version);
    opening.onblocked = () => reject(new Error('blocked'));
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}
