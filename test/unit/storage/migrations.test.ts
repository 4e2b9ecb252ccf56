import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { DesksideDatabase } from '../../../lib/storage/database';
import { tablesOf, versions } from './shipped-tables';

const newest = Math.max(...versions);

/** A row of each table in which every field that any key is made of stands. */
const example = {
  ...{ name: 'x', id: 'x', platform: 'x', connectionId: 'c', contactId: 'x', conversationId: 'x' },
  ...{ emailKeys: ['a@x'], phoneKeys: ['+1'], externalIds: ['1'], phoneTails: ['1'], sentAt: 1 },
  ...{ identifier: 'email:a@x', tabId: 1, windowId: 1, address: 'contact:x', anchor: 'c/x' },
  ...{ viewedAt: 1, a: 'c/x', b: 'd/y', contact: 'c/x', source: 'own', contacts: ['c/x'] },
  ...{ noteId: 'n', state: 'waiting', subject: 's', reply: 'own/1', updatedAt: 1, kind: 'note' },
  ...{
    title: 'x',
    run: 'r',
    position: 1,
    keptAt: 1,
    crossedAt: 1,
    segment: 1,
    bucket: 'x',
    cardId: 'c',
  },
};

let databases = 0;

/** A database of this version with a row in every table, as a browser kept it. */
async function keptFrom(version: number): Promise<string> {
  databases += 1;
  const name = `kept-${databases}`;
  const older = new Dexie(name);
  older.version(version).stores(tablesOf(version));
  for (const table of older.tables) await table.put({ ...example });
  older.close();
  return name;
}

/** Colours of platforms are published anew by the worker, so version 4 dropped them. */
const isDropped = (table: string, from: number) => table === 'platforms' && from < 4;

describe('practice 17: a database of every shipped version', () => {
  it.each(versions)('version %i is migrated with every row', async (version) => {
    const db = new DesksideDatabase(await keptFrom(version));
    await db.open();
    const names = db.tables.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(tablesOf(newest))));
    for (const table of Object.keys(tablesOf(version))) {
      const rows = await db.table(table).toArray();
      if (isDropped(table, version)) expect(rows).toEqual([]);
      else expect(rows).toMatchObject([example]);
    }
    if (version === 2) expect(await db.links.toArray()).toMatchObject([{ verdict: 'same' }]);
    db.close();
  });

  it.each(versions)('version %i stays as it was where its migration fails', async (version) => {
    const name = await keptFrom(version);
    const broken = new Dexie(name);
    broken.version(version).stores(tablesOf(version));
    broken
      .version(version + 1)
      .stores({ added: 'id' })
      .upgrade(async (transaction) => {
        await transaction.table('contacts').clear();
        throw new Error('broken');
      });
    await expect(broken.open()).rejects.toThrow();
    broken.close();
    const again = new DesksideDatabase(name);
    expect(await again.contacts.toArray()).toMatchObject([example]);
    again.close();
  });

  it('waits for a page of an older version that holds it, and goes on when that is closed', async () => {
    const name = await keptFrom(3);
    const held = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const db = new DesksideDatabase(name);
    const blocked = new Promise((resolve) => db.on('blocked', resolve));
    const rows = db.contacts.toArray();
    await blocked;
    held.close();
    expect(await rows).toMatchObject([example]);
    db.close();
  });

  it('is read, with nothing lost, after going back to this version from a later one', async () => {
    databases += 1;
    const name = `later-${databases}`;
    const later = new Dexie(name);
    later.version(newest + 40).stores({ ...tablesOf(newest), invented: 'id' });
    for (const table of later.tables) await table.put({ ...example });
    later.close();
    const db = new DesksideDatabase(name);
    expect(await db.notes.toArray()).toMatchObject([example]);
    await db.contacts.put({
      ...{ connectionId: 'c', id: 'new', platform: 'alpha', fetchedAt: 1 },
      ...{ emails: [], phones: [], emailKeys: [], phoneKeys: [], externalIds: [] },
    });
    expect(await db.contacts.count()).toBe(2);
    db.close();
    const again = new Dexie(name);
    await again.open();
    expect(await again.table('invented').count()).toBe(1);
    again.close();
  });
});
