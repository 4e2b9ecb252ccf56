import 'fake-indexeddb/auto';
import Dexie, { type Table } from 'dexie';
import { describe, expect, test } from 'vitest';
import { type ContactRef, parseContactRef } from '../../../../lib/model/ids';
import { indexTables } from '../../../../lib/storage/index-erase';
import { contactTables } from '../../../../lib/worker/history/drop-contacts';
import { forgetHistories, historyTables } from '../../../../lib/worker/history/drop-histories';
import { MOST_MESSAGES, makeRoom } from '../../../../lib/worker/history/make-room';
import { beginVisit } from '../../../../lib/worker/history/record-visits';
import { applyRetention, applyRetentionDaily } from '../../../../lib/worker/history/retention';
import { ref } from '../../refs';
import { TestWorld } from '../world';
import { day, retentionPorts, shelve, shelved } from './stored-history';

const captured = { find: 'seen', history: 'captured' } as const;

/** `alpha` can be fetched again, `gamma` was read off a page. */
async function setUp() {
  const world = new TestWorld();
  await world.connect('alpha', {});
  await world.connect('gamma', {}, captured);
  await world.database.platforms.bulkPut(
    ['alpha', 'gamma'].map((name) => world.definitionOf(name).describe()),
  );
  return world;
}

async function putOnScreen(world: TestWorld, anchor: ContactRef): Promise<void> {
  const { connectionId } = parseContactRef(anchor);
  await world.database.windows.put({ windowId: 1, tabId: 3 });
  await world.database.screens.put({
    tabId: 3,
    windowId: 1,
    subject: 'who',
    round: 1,
    origin: 'https://alpha.example',
    context: {
      platform: 'alpha',
      view: 'person',
      hints: { emails: [], phones: [] },
      composer: 'reply',
    },
    connectionId,
    anchor,
    phase: 'identified',
  });
}

/** Does something beside whoever first reads from the table, not in their transaction. */
function whenRead(table: Table, work: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let isBegun = false;
    table.hook('reading', (row) => {
      if (!isBegun) Dexie.ignoreTransaction(() => work().then(resolve, reject));
      isBegun = true;
      return row;
    });
  });
}

describe('by age', () => {
  test('drops what nobody looked at for as long as the person chose, with all its traces', async () => {
    const world = await setUp();
    await shelve(world, 'alpha', 'old', 2, 31);
    await shelve(world, 'alpha', 'young', 2, 29);
    await shelve(world, 'gamma', 'seen-long-ago', 2, 31);
    const old = world.now() - 31 * day;
    await world.database.lookups.bulkPut([
      { connectionId: 'alpha', identifier: 'email:old@x', contactIds: [], checkedAt: old },
      { connectionId: 'alpha', identifier: 'email:new@x', contactIds: [], checkedAt: world.now() },
    ]);

    await applyRetention(world, retentionPorts(30).ports);

    expect(await shelved(world)).toEqual(['young']);
    const { conversations, sources, views, lookups } = world.database;
    expect((await conversations.toArray()).map((row) => row.contactId)).toEqual(['young']);
    expect((await sources.toArray()).map((row) => row.anchor)).toEqual(['alpha/young']);
    expect((await views.toArray()).map((row) => row.anchor)).toEqual(['alpha/young']);
    expect((await lookups.toArray()).map((row) => row.identifier)).toEqual(['email:new@x']);
  });

  test('touches the tables of histories and of people whom nothing else needs, and no others', async () => {
    const world = await setUp();
    await shelve(world, 'alpha', 'old', 2, 400);
    await world.database.links.put({
      a: ref('alpha/old'),
      b: ref('gamma/1'),
      verdict: 'same',
      at: 1,
    });
    await world.database.directories.put({
      connectionId: 'alpha',
      reachedEnd: true,
      indexed: 1,
      dropped: 0,
    });
    const others = world.database.tables.filter(
      (table) =>
        ![...historyTables, ...contactTables, ...indexTables].some((name) => name === table.name),
    );
    const snapshot = () => Promise.all(others.map((table) => table.toArray()));
    const before = await snapshot();
    expect(before.flat().length).toBeGreaterThan(5);

    await applyRetention(world, retentionPorts(7).ports);
    await makeRoom(world);
    await forgetHistories(world.database, world.clock);

    expect(await snapshot()).toEqual(before);
    for (const name of historyTables) expect(await world.database.table(name).count()).toBe(0);
  });

  /** What may stay: who was decided about, has a note, is in a read list, or is looked at. */
  async function withTraces() {
    const world = await setUp();
    const { database } = world;
    for (const id of ['old', 'decided', 'noted']) await shelve(world, 'alpha', id, 1, 40);
    await shelve(world, 'alpha', 'young', 1, 1);
    await shelve(world, 'gamma', 'listed', 1, 40);
    const listed = { reachedEnd: true, indexed: 1, dropped: 0 };
    await database.directories.put({ connectionId: 'gamma', ...listed });
    await database.links.put({
      ...{ a: ref('alpha/decided'), b: ref('beta/1'), verdict: 'same', at: 1 },
    });
    await database.notes.put({
      ...{ id: 'n1', revision: 1, text: 'kept', at: 1, pinned: false, urgency: 'normal' },
      ...{ scope: { kind: 'browser' }, contacts: [ref('alpha/noted')], createdAt: 1, versions: [] },
    });
    const at = { old: world.now() - 40 * day, young: world.now() - day };
    for (const [id, updatedAt] of Object.entries(at)) {
      const anchor = ref(`alpha/${id}`);
      await database.nativeNotes.put({
        ...{ connectionId: 'alpha', contactId: id, id: 'text', kind: 'free-text', text: 'x' },
        fetchedAt: updatedAt,
      });
      await database.noteDrafts.put({ anchor, noteId: '', text: 'half', updatedAt });
      await database.suggestions.put({ anchor, contact: ref('beta/9'), updatedAt });
      await database.peopleSearches.put({
        ...{ windowId: updatedAt, connectionId: 'alpha', query: 'x', phase: 'done', contacts: [] },
        updatedAt,
      });
    }
    return world;
  }

  /** Ids by table. */
  async function traces({ database }: TestWorld) {
    const of = async (name: string, field: string) =>
      (await database.table(name).toArray()).map((row) => String(row[field])).sort();
    return {
      contacts: await of('contacts', 'id'),
      sightings: await of('sightings', 'contactId'),
      natives: await of('nativeNotes', 'contactId'),
      drafts: await of('noteDrafts', 'anchor'),
      suggestions: await of('suggestions', 'anchor'),
      searches: (await of('peopleSearches', 'windowId')).length,
    };
  }

  test('practice 16: reaches contacts, sightings, native notes, drafts and what was searched', async () => {
    const world = await withTraces();
    await applyRetention(world, retentionPorts(30).ports);
    const kept = ['decided', 'listed', 'noted', 'young'];
    expect(await traces(world)).toEqual({
      ...{ contacts: kept, sightings: kept, natives: ['young'] },
      ...{ drafts: ['alpha/young'], suggestions: ['alpha/young'], searches: 1 },
    });
  });

  test('practice 16: “Delete stored histories” reaches them too', async () => {
    const world = await withTraces();
    await forgetHistories(world.database, world.clock);
    expect(await traces(world)).toEqual({
      ...{ contacts: ['decided', 'listed', 'noted'], sightings: [], natives: [], drafts: [] },
      ...{ suggestions: [], searches: 0 },
    });
  });

  test('a deleted note goes once its copies are gone and it can no longer be restored', async () => {
    const world = await withTraces();
    const { notes, replicas } = world.database;
    const deletedAt = world.now() - 40 * day;
    await notes.update('n1', { deletedAt });
    const [note] = await notes.toArray();
    if (note === undefined) throw new Error('no note');
    const conflict = { revision: 1, text: 'changed there', at: 1 };
    await notes.bulkPut([
      { ...note, id: 'asked', conflict, contacts: [] },
      { ...note, id: 'left', contacts: [] },
      { ...note, id: 'young', contacts: [], deletedAt: world.now() - 6 * day },
    ]);
    const row = { contact: ref('alpha/left'), connectionId: 'alpha', updatedAt: 1 };
    await replicas.put({ ...row, noteId: 'left', remoteId: '7', state: 'blocked' });
    await applyRetention(world, retentionPorts(1).ports);
    expect((await notes.toArray()).map(({ id }) => id).sort()).toEqual(['asked', 'left', 'young']);
    expect((await traces(world)).contacts).not.toContain('noted');
    await replicas.clear();
    world.clock += 2 * day;
    await applyRetention(world, retentionPorts(1).ports);
    expect((await notes.toArray()).map(({ id }) => id)).toEqual(['asked']);
  });

  test('a visit through any contact of the person counts for all of them', async () => {
    const world = await setUp();
    await shelve(world, 'alpha', 'anchor', 1, 1);
    await shelve(world, 'alpha', 'found', 1, 60);
    await world.database.sources.put({
      anchor: ref('alpha/anchor'),
      connectionId: 'alpha',
      phase: 'settled',
      contactIds: ['anchor', 'found'],
      updatedAt: world.now(),
    });
    await applyRetention(world, retentionPorts(30).ports);
    expect(await shelved(world)).toEqual(['anchor', 'found']);
  });

  test('for a history nobody ever looked at, the time begins now', async () => {
    const world = await setUp();
    await shelve(world, 'alpha', 'unseen', 1, undefined);
    const { ports } = retentionPorts(30);
    await applyRetention(world, ports);
    world.clock += 29 * day;
    await applyRetention(world, ports);
    expect(await shelved(world)).toEqual(['unseen']);
    world.clock += 2 * day;
    await applyRetention(world, ports);
    expect(await shelved(world)).toEqual([]);
  });

  test('a history that arrives during the clean-up is not taken for one that nobody looked at', async () => {
    const world = await setUp();
    await shelve(world, 'alpha', 'anchor', 1, 0);
    const { views, conversations } = world.database;
    const arrival = whenRead(views, async () => {
      const row = { connectionId: 'alpha', id: 'first', contactId: 'found' } as const;
      await conversations.put({ ...row, status: 'open' });
      await shelve(world, 'alpha', 'found', 1, undefined);
    });
    await applyRetention(world, retentionPorts(30).ports);
    await arrival;
    expect((await views.toArray()).map((row) => row.anchor)).toEqual(['alpha/anchor']);
    expect(await shelved(world)).toEqual(['anchor', 'found']);
  });

  test('a visit that begins during the clean-up keeps what it knows', async () => {
    const world = await setUp();
    await shelve(world, 'alpha', 'unseen', 1, undefined);
    const { ports } = retentionPorts(30);
    const { database } = world;
    const visit = whenRead(database.platforms, () => beginVisit(world, ref('alpha/unseen')));
    await applyRetention(world, ports);
    await visit;
    expect(await database.views.toArray()).toEqual([
      { anchor: 'alpha/unseen', viewedAt: world.clock, newestSeenAt: undefined, newestHeldAt: 1 },
    ]);
  });

  test('who is on screen stays, however long the tab was not looked at', async () => {
    const world = await setUp();
    await shelve(world, 'alpha', 'open', 1, 100);
    await putOnScreen(world, ref('alpha/open'));
    await applyRetention(world, retentionPorts(7).ports);
    expect(await shelved(world)).toEqual(['open']);
  });
});

describe('by size', () => {
  test('the one looked at longest ago goes first, and no more than needed', async () => {
    const world = await setUp();
    for (const [id, daysAgo] of [
      ['a', 1],
      ['b', 3],
      ['c', 2],
    ] as const) {
      await shelve(world, 'alpha', id, 10, daysAgo);
    }
    const { state, ports } = retentionPorts(30);
    Object.assign(state, { usage: 900_000, quota: 1_000_000 });
    // 30 messages in 90 % of the quota: 20 are 60 %.
    await applyRetention(world, ports);
    expect(await shelved(world)).toEqual(['a', 'c']);
  });

  test('below four fifths of the quota, and below the bound, nothing goes', async () => {
    const world = await setUp();
    await shelve(world, 'alpha', 'a', 10, 1);
    const { state, ports } = retentionPorts(30);
    Object.assign(state, { usage: 800_000, quota: 1_000_000 });
    await applyRetention(world, ports);
    expect(await shelved(world)).toEqual(['a']);
    expect(MOST_MESSAGES).toBe(200_000);
  });

  test('what nothing can fetch again goes only when nothing else is left', async () => {
    const world = await setUp();
    await shelve(world, 'gamma', 'captured', 10, 20);
    await shelve(world, 'alpha', 'fetched', 10, 1);
    await makeRoom(world);
    expect(await shelved(world)).toEqual(['captured']);
    await makeRoom(world);
    expect(await shelved(world)).toEqual([]);
  });

  test('who is on screen stays even when storage is full', async () => {
    const world = await setUp();
    await shelve(world, 'alpha', 'open', 10, 5);
    await putOnScreen(world, ref('alpha/open'));
    await makeRoom(world);
    expect(await shelved(world)).toEqual(['open']);
  });

  test('what says that everything is here goes with what it speaks of', async () => {
    const world = await setUp();
    await shelve(world, 'alpha', 'a', 10, 5);
    await world.database.sources.put({
      anchor: ref('gamma/9'),
      connectionId: 'alpha',
      phase: 'settled',
      contactIds: ['a'],
      updatedAt: world.now(),
    });
    await makeRoom(world);
    expect(await world.database.sources.count()).toBe(0);
  });
});

/** What was read off a page stands there, and at the next clean-up the clock is more than a year ahead. */
async function leapAhead() {
  const world = await setUp();
  const { ports } = retentionPorts(30);
  await applyRetentionDaily(world, ports);
  await shelve(world, 'gamma', 'a', 1, 1);
  world.clock += 400 * day;
  await applyRetentionDaily(world, ports);
  return { world, ports };
}

describe('the daily clean-up', () => {
  test('runs at most once a day', async () => {
    const world = await setUp();
    const { ports } = retentionPorts(30);
    await shelve(world, 'alpha', 'a', 1, 40);
    await applyRetentionDaily(world, ports);
    expect(await shelved(world)).toEqual([]);
    await shelve(world, 'alpha', 'b', 1, 40);
    world.clock += day - 1;
    await applyRetentionDaily(world, ports);
    expect(await shelved(world)).toEqual(['b']);
    world.clock += 1;
    await applyRetentionDaily(world, ports);
    expect(await shelved(world)).toEqual([]);
  });

  test('a clock that was set back does not put it off for years', async () => {
    const world = await setUp();
    const { ports } = retentionPorts(30);
    await applyRetentionDaily(world, ports);
    world.clock -= 400 * day;
    await shelve(world, 'alpha', 'a', 1, 40);
    await applyRetentionDaily(world, ports);
    expect(await shelved(world)).toEqual([]);
  });

  test('a clock that is far ahead for a while costs nothing that was read off a page', async () => {
    const { world, ports } = await leapAhead();
    expect(await shelved(world)).toEqual(['a']);
    world.clock -= 400 * day;
    await applyRetentionDaily(world, ports);
    expect(await shelved(world)).toEqual(['a']);
  });

  test('after a long absence it comes a day later', async () => {
    const { world, ports } = await leapAhead();
    world.clock += day;
    await applyRetentionDaily(world, ports);
    expect(await shelved(world)).toEqual([]);
  });
});
