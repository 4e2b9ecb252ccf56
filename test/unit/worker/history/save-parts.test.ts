import { expect, test } from 'vitest';
import type { Conversation } from '../../../../lib/model/history';
import { saveNewest, saveOlder, storedBefore } from '../../../../lib/worker/history/save-parts';
import { contact, message, TestWorld } from '../world';

test('a rating that is not read each time stays, and a new one replaces it', async () => {
  const world = new TestWorld();
  const ana = contact('alpha', '1');
  const keep = async (given: Partial<Conversation>) => {
    const conversation: Conversation = {
      connectionId: 'alpha',
      id: 'c1',
      contactId: '1',
      status: 'resolved',
      ...given,
    };
    const coverage = { state: 'complete', dropped: 0, checkedAt: world.clock } as const;
    const part = { conversations: [conversation], messages: [], coverage };
    const fetchState = {
      before: undefined,
      startedAt: world.clock,
      bookmark: undefined,
      isLast: true,
    };
    await saveNewest(world, ana, part, fetchState);
    return world.database.conversations.get(['alpha', 'c1']);
  };
  await keep({ satisfaction: '4/5' });
  expect(await keep({ status: 'open' })).toMatchObject({ status: 'open', satisfaction: '4/5' });
  expect(await keep({ satisfaction: '2/5' })).toMatchObject({ satisfaction: '2/5' });
});

test('a rating that only older messages show is kept, and takes the place of no other', async () => {
  const world = new TestWorld();
  const { database } = world;
  const [ana, ben] = [contact('alpha', '1'), contact('alpha', '2')];
  const row = (id: string, more: Partial<Conversation>): Conversation => {
    return { connectionId: 'alpha', id, contactId: '1', status: 'open', ...more };
  };
  await database.conversations.bulkPut([
    row('unrated', {}),
    row('rated', { satisfaction: '5/5' }),
    row('of-another', { contactId: ben.id }),
  ]);
  const coverage = { state: 'partial', dropped: 0, checkedAt: world.clock } as const;
  await database.histories.put({ connectionId: 'alpha', contactId: '1', coverage, cursor: 'on' });
  const ratings = new Map(['unrated', 'rated', 'of-another', 'gone'].map((id) => [id, '2/5']));
  await saveOlder(world, ana, { conversations: [], messages: [], coverage, ratings }, 'on');
  const kept = await database.conversations.toArray();
  expect(Object.fromEntries(kept.map(({ id, satisfaction }) => [id, satisfaction]))).toEqual({
    unrated: '2/5',
    rated: '5/5',
    'of-another': undefined,
  });
});

test('a conversation that the platform no longer has of a contact goes with its messages', async () => {
  const world = new TestWorld();
  const { database } = world;
  const [ana, ben] = [contact('alpha', '1'), contact('alpha', '2')];
  for (const [who, id] of [
    [ana, 'kept'],
    [ana, 'gone'],
    [ben, 'moved'],
  ] as const) {
    const row = { connectionId: 'alpha', id, contactId: who.id, status: 'open' } as const;
    await database.conversations.put(row);
    await database.messages.put({ ...message(who, `m-${id}`, 'hello'), conversationId: id });
  }
  const coverage = { state: 'complete', dropped: 0, checkedAt: world.clock } as const;
  const part = { conversations: [], messages: [], coverage, gone: ['gone', 'moved'] };
  const fetchState = { before: undefined, startedAt: 0, bookmark: undefined, isLast: false };
  await saveNewest(world, ana, part, fetchState);
  expect((await database.conversations.toArray()).map(({ id }) => id).sort()).toEqual([
    'kept',
    'moved',
  ]);
  expect((await database.messages.toArray()).map(({ id }) => id).sort()).toEqual([
    'm-kept',
    'm-moved',
  ]);
});

test('a note that was deleted on the platform goes, and nothing else does', async () => {
  const world = new TestWorld();
  const { database } = world;
  const [ana, ben] = [contact('alpha', '1'), contact('alpha', '2')];
  await database.messages.bulkPut([
    message(ana, 'said', 'hello'),
    { ...message(ana, 'kept', 'a note'), kind: 'note' },
    { ...message(ana, 'deleted', 'a note'), kind: 'note' },
    { ...message(ben, 'of-another', 'a note'), kind: 'note' },
  ]);
  const coverage = { state: 'complete', dropped: 0, checkedAt: world.clock } as const;
  const part = { conversations: [], messages: [], coverage, allNotes: ['kept', 'unstored'] };
  const fetchState = { before: undefined, startedAt: 0, bookmark: undefined, isLast: false };
  await saveNewest(world, ana, part, fetchState);
  const left = (await database.messages.toArray()).map(({ id }) => id).sort();
  expect(left).toEqual(['kept', 'of-another', 'said']);
});

test.each([
  ['began earlier and comes only now', 'partial', 500],
  ['began since', 'complete', 1_500],
] as const)(
  'beside a conversation that %s, a history by times is %s',
  async (_what, state, createdAt) => {
    const world = new TestWorld();
    const { database } = world;
    const ana = contact('alpha', '1');
    const of = (id: string, at: number): Conversation => {
      return { connectionId: 'alpha', id, contactId: '1', status: 'open', createdAt: at };
    };
    const complete = { state: 'complete', dropped: 0, checkedAt: 1_200 } as const;
    await database.conversations.put(of('known', 400));
    await database.messages.put({ ...message(ana, 'm', 'hello'), sentAt: 1_000 });
    const row = { connectionId: 'alpha', contactId: '1', coverage: complete, fetchedAt: 1_200 };
    await database.histories.put(row);
    const before = await storedBefore(database, row);
    const fetchState = { before, startedAt: 2_000, bookmark: undefined };
    const coverage = { ...complete, state: 'partial', since: 900, more: true } as const;
    const part = { messages: [], coverage, cursor: 'on' };
    const conversations = [of('known', 400), of('other', createdAt)];
    await saveNewest(world, ana, { ...part, conversations }, { ...fetchState, isLast: false });
    const shown = await saveNewest(
      world,
      ana,
      { ...part, conversations: [] },
      { ...fetchState, isLast: true },
    );
    expect(shown.state).toBe(state);
    expect((await database.histories.get(['alpha', '1']))?.coverage.state).toBe(state);
  },
);
