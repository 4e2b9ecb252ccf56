import { expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { contactRef } from '../../../../lib/model/ids';
import { readPanelSnapshot } from '../../../../lib/storage/panel-snapshot';
import { erasePersonRows } from '../../../../lib/storage/person-tables';
import { SEEN_BESIDE } from '../../../../lib/storage/seen-beside';
import { openedSubject } from '../../../../lib/storage/shown-screen';
import { decide } from '../../../../lib/worker/people/decide';
import { followMerge } from '../../../../lib/worker/people/follow-merge';
import { openByHand } from '../../../../lib/worker/people/open-by-hand';
import { lookUpPerson } from '../../../../lib/worker/person-lookup/look-up-person';
import { TabLoads } from '../../../../lib/worker/tab-loads';
import { contact, historyOf, message, searchable, TestWorld } from '../world';

const signal = new AbortController().signal;
const ana = contact('alpha', '1', { emailKeys: ['ana@mail.org'] });
const gone = contact('beta', 'gone');
const mergeTarget = contact('beta', 'left');

async function setUp(findMergeTarget?: () => Promise<typeof mergeTarget | undefined>) {
  const world = new TestWorld();
  await world.connect('alpha', { ...searchable([ana]), ...historyOf({}, world.now) });
  const { history } = historyOf({ left: ['hello'] }, world.now);
  await world.connect('beta', {
    ...searchable([]),
    ...(findMergeTarget && { findMergeTarget }),
    history: async function* (of) {
      if (of.id === 'gone') throw new TransportError('not-found', { status: 404 });
      yield* history(of);
    },
  });
  await world.database.contacts.bulkPut([ana, gone]);
  await decide(world, { one: ana, other: gone, verdict: 'same' });
  return world;
}

test('a decision follows a contact into the one it was merged into', async () => {
  const world = await setUp(async () => mergeTarget);
  await lookUpPerson(world, ana, { signal, force: false });
  const links = await world.database.links.toArray();
  expect(links).toMatchObject([{ a: 'alpha/1', b: 'beta/left', verdict: 'same' }]);
  const source = await world.database.sources.get(['alpha/1', 'beta']);
  expect(source?.contactIds).toEqual(['left']);
  expect((await world.database.messages.toArray()).map(({ text }) => text)).toEqual(['hello']);
});

test.each([
  ['nobody tells', undefined],
  ['it was deleted', async () => undefined],
])('when %s, contact and decision are kept, and it is told', async (_when, findMergeTarget) => {
  const world = await setUp(findMergeTarget);
  await lookUpPerson(world, ana, { signal, force: false });
  expect(await world.database.links.count()).toBe(1);
  const kept = await world.database.contacts.get(['beta', 'gone']);
  expect(kept?.goneAt).toBe(world.clock);
});

test('of two words about one pair after a merge the later one stays', async () => {
  const world = await setUp(async () => mergeTarget);
  world.clock += 1_000;
  await decide(world, { one: ana, other: mergeTarget, verdict: 'different' });
  await followMerge(world, { ...(await connectionOf(world)) }, gone, signal);
  const links = await world.database.links.toArray();
  expect(links).toMatchObject([{ a: 'alpha/1', b: 'beta/left', verdict: 'different' }]);
});

test('what was read of a contact that is gone belongs to the one who is left, and is forgotten with them', async () => {
  const world = await setUp(async () => mergeTarget);
  const { database } = world;
  const row = { connectionId: 'beta', id: 'talk', contactId: 'gone', status: 'open' } as const;
  await database.conversations.put(row);
  await database.messages.put({ ...message(gone, 'old', 'hello'), conversationId: 'talk' });
  await followMerge(world, await connectionOf(world), gone, signal);
  expect(await database.messages.toArray()).toMatchObject([{ id: 'old', contactId: 'left' }]);
  await erasePersonRows(database, [mergeTarget]);
  expect(await database.messages.count()).toBe(0);
  expect(await database.conversations.count()).toBe(0);
});

/** Rows that name `gone`, and one that does not. */
async function nameEverywhere({ database, clock }: TestWorld): Promise<void> {
  const { connectionId } = gone;
  const [mine, hers] = [contactRef(gone), contactRef(ana)];
  const source = { connectionId, phase: 'settled', updatedAt: clock } as const;
  await database.contacts.update(['beta', 'gone'], { emailKeys: ['old@mail.org'], name: 'Gone' });
  const answer = { cardId: 'card-1', connectionId, updatedAt: clock, sent: {} };
  await database.cardAnswers.bulkPut([
    { ...answer, contactId: 'gone' },
    { ...answer, connectionId: 'alpha', contactId: '1', borrowed: { email: mine } },
  ]);
  await database.views.put({ anchor: mine, viewedAt: clock, newestSeenAt: 7 });
  await database.sources.bulkPut([
    { ...source, anchor: mine, contactIds: ['gone'] },
    {
      ...{ ...source, anchor: hers, contactIds: ['gone', 'left'] },
      unreadNotes: [{ contactId: 'gone', failure: 'no-handle' }],
    },
  ]);
  await database.suggestions.bulkPut([
    { anchor: mine, contact: hers, updatedAt: clock },
    { anchor: hers, contact: mine, updatedAt: clock },
  ]);
  const lookup = { connectionId, checkedAt: clock };
  await database.lookups.bulkPut([
    { ...lookup, identifier: 'email:x@mail.org', contactIds: ['gone'] },
    { ...lookup, identifier: 'email:old@mail.org', contactIds: [] },
    { ...lookup, identifier: 'email:bo@mail.org', contactIds: ['bo'] },
  ]);
  await database.peopleSearches.put({
    ...{ windowId: 1, connectionId, query: 'x', phase: 'done', contacts: [gone], updatedAt: clock },
  });
  await database.directories.put({
    ...{ connectionId, reachedEnd: false, indexed: 2, dropped: 0, unsettled: ['gone', 'bo'] },
  });
  const draft = { connectionId, answers: [], updatedAt: clock, body: 'Dear Gone' };
  await database.fillDrafts.put({ ...draft, subject: openedSubject(mine), reply: 'own/1' });
  const facts = { [SEEN_BESIDE]: JSON.stringify([['info@mail.org', ['gone', 'bo']]]) };
  await database.connections.update(connectionId, { facts });
}

test('nothing names a contact that was merged into another one, so all of it is forgotten with them', async () => {
  const world = await setUp(async () => mergeTarget);
  const { database } = world;
  await nameEverywhere(world);
  await followMerge(world, await connectionOf(world), gone, signal);
  expect(await database.views.toArray()).toEqual([
    { anchor: 'beta/left', viewedAt: world.clock, newestSeenAt: 7 },
  ]);
  expect(await database.sources.toArray()).toMatchObject([
    { anchor: 'alpha/1', contactIds: ['left'], unreadNotes: [{ contactId: 'left' }] },
  ]);
  expect(await database.cardAnswers.toArray()).toMatchObject([
    { borrowed: { email: 'beta/left' } },
  ]);
  expect(await database.fillDrafts.toArray()).toMatchObject([
    { subject: openedSubject(contactRef(mergeTarget)), body: 'Dear Gone' },
  ]);
  expect(await database.lookups.toArray()).toMatchObject([{ identifier: 'email:bo@mail.org' }]);
  expect((await connectionOf(world)).facts[SEEN_BESIDE]).toContain('"left","bo"');
  await erasePersonRows(database, [mergeTarget]);
  // The index has yet to follow the marks.
  const named = database.tables.filter(({ name }) => name !== 'indexMarks');
  for (const table of named) {
    expect(JSON.stringify(await table.toArray())).not.toMatch(/gone|left|old@/i);
  }
});

test('a load that is under way for a contact while it is merged brings nothing of it back', async () => {
  const world = await setUp(async () => mergeTarget);
  const { database } = world;
  const name = 'Ana Souza';
  await database.contacts.bulkPut([contact('alpha', '2', { name }), { ...gone, name }]);
  await lookUpPerson(world, { ...gone, name }, { signal, force: false });
  expect(await database.contacts.get(['beta', 'gone'])).toBeUndefined();
  expect(await database.sources.where('anchor').equals('beta/gone').count()).toBe(0);
  expect(await database.suggestions.where('anchor').equals('beta/gone').count()).toBe(0);
});

test('a history by times alone is not called whole once another was merged into it', async () => {
  const world = await setUp(async () => mergeTarget);
  const coverage = { state: 'complete', dropped: 0, checkedAt: world.clock } as const;
  const row = { connectionId: 'beta', contactId: 'left', coverage, fetchedAt: world.clock };
  for (const [bookmark, isKept] of [
    [undefined, false],
    ['proved by ids', true],
  ] as const) {
    await world.database.histories.put({ ...row, bookmark });
    await followMerge(world, await connectionOf(world), gone, signal);
    expect((await world.database.histories.get(['beta', 'left'])) !== undefined).toBe(isKept);
  }
});

test('somebody who was opened by hand and is merged meanwhile is the one who is left from then on', async () => {
  const world = await setUp(async () => mergeTarget);
  const tabLoads = new TabLoads(world);
  await world.database.windows.put({ windowId: 1, tabId: 3 });
  await openByHand(world, tabLoads, 1, { contact: gone });
  const [opened] = await world.database.screens.toArray();
  if (opened === undefined) throw new TypeError('nobody was opened');
  await tabLoads.load(opened, { force: true });
  const [shown] = await world.database.screens.toArray();
  if (shown === undefined) throw new TypeError('nobody is shown');
  expect(shown).toMatchObject({ anchor: 'beta/left', context: { contactId: 'left' } });
  expect(shown.round).toBeGreaterThan(opened.round);
  await tabLoads.load(shown, { force: false });
  const { contacts } = await readPanelSnapshot(world.database, 1);
  expect(contacts.map(({ id }) => id)).toEqual(['left', '1']);
});

async function connectionOf(world: TestWorld) {
  const connection = await world.database.connections.get('beta');
  if (connection === undefined) throw new TypeError('no connection');
  return connection;
}
