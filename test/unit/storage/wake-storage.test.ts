import { IDBFactory } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';
import { databaseName, wakeStorage } from '../../../lib/storage/wake-storage';

it('makes no database where there is none, and keeps nobody from making it', async () => {
  const factory = new IDBFactory();
  const open = vi.spyOn(factory, 'open');
  wakeStorage(factory);
  const aborted = vi.fn();
  open.mock.results[0]?.value.addEventListener('error', aborted);
  await vi.waitFor(() => expect(aborted).toHaveBeenCalled());
  expect(await factory.databases()).toEqual([]);
  wakeStorage(factory);
  await makeVersion(factory, 70);
  expect(await factory.databases()).toEqual([{ name: databaseName, version: 70 }]);
});

it('lets a newer version of the database in at once', async () => {
  const factory = new IDBFactory();
  await makeVersion(factory, 1);
  wakeStorage(factory);
  await makeVersion(factory, 2);
  expect(await factory.databases()).toEqual([{ name: databaseName, version: 2 }]);
});

/** Rejects when somebody else keeps the older one open. */
function makeVersion(factory: IDBFactory, version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = factory.open(databaseName, version);
    opening.onblocked = () => reject(new Error('blocked'));
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}
