import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { DesksideDatabase } from '../../../lib/storage/database';

/** The tables of each version as it was shipped; never to be changed. A new version adds its own. */
const shipped: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  1: {
    platforms: 'name',
    connections: 'id, platform',
    contacts: '[connectionId+id], connectionId, *emailKeys, *phoneKeys, *externalIds',
    conversations: '[connectionId+id], [connectionId+contactId]',
    messages: '[connectionId+id], [connectionId+contactId], [connectionId+conversationId]',
    lookups: '[connectionId+identifier]',
    histories: '[connectionId+contactId]',
    directories: 'connectionId',
    screens: 'tabId, windowId',
    windows: 'windowId',
    sightings: '[connectionId+address]',
    sources: '[anchor+connectionId], anchor',
  },
  2: {
    views: 'anchor, viewedAt',
    links: '[a+b], a, b',
    messages:
      '[connectionId+id], [connectionId+contactId], [connectionId+conversationId], [connectionId+contactId+sentAt]',
  },
  3: {
    contacts:
      '[connectionId+id], connectionId, *emailKeys, *phoneKeys, *externalIds, name, *phoneTails',
    suggestions: '[anchor+contact], anchor',
    peopleSearches: '[windowId+connectionId], windowId',
    replies: '[source+id], source',
    replySources: 'source',
    usage: '[source+id]',
    notes: 'id, *contacts',
    replicas: '[noteId+contact], noteId, contact, connectionId, state',
    nativeNotes: '[connectionId+contactId+id], [connectionId+contactId]',
    noteDrafts: '[anchor+noteId], anchor',
  },
  4: { replyDrafts: 'source', fillDrafts: '[subject+reply], connectionId, updatedAt' },
  5: {
    messages:
      '[connectionId+id], [connectionId+contactId], [connectionId+conversationId], [connectionId+contactId+sentAt], [connectionId+contactId+kind]',
  },
  6: {
    replies: '[source+id], source, [source+title]',
    replyVersions: '++key, [source+id], [source+keptAt], source, crossedAt',
    bulkRuns: 'id, state',
    bulkItems: '[run+position], run, [run+state], source',
  },
  7: {
    indexMarks: '[connectionId+contactId]',
    indexedContacts: '++number, &[connectionId+contactId]',
    indexSegments: 'id',
    indexBlocks: '[segment+bucket]',
    indexState: 'id',
    cards: 'id',
    cardAnswers: '[cardId+connectionId+contactId], cardId, [connectionId+contactId], updatedAt',
  },
};

const versions = Object.keys(shipped).map(Number);
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

function tablesOf(version: number): Record<string, string> {
  const upTo = versions.filter((each) => each <= version).map((each) => shipped[each]);
  return Object.assign({}, ...upTo);
}

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
