import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, test } from 'vitest';
import type { ScreenRow } from '../../../../lib/model/screen';
import { KeysLocked } from '../../../../lib/storage/passphrase';
import { erasePersonRows } from '../../../../lib/storage/person-tables';
import { CARD_FRESH_MS, CardLoads } from '../../../../lib/worker/cards/card-loads';
import { dataCard } from '../../cards/samples';
import { ref } from '../../refs';
import { contact } from '../world';
import { CardWorld, screenOf } from './card-world';

let world: CardWorld;
let loads: CardLoads;
beforeEach(async () => {
  world = new CardWorld();
  loads = new CardLoads(world);
  await world.database.cards.put(dataCard());
});

const show = (id = '1', more: { force?: boolean; windowId?: number } = {}) =>
  loads.load(screenOf(id, more.windowId), { windowId: 1, ...more });

/** Lets the server answer when it is told to. */
function held() {
  let release: (answer: unknown) => void = () => undefined;
  const answer = new Promise((resolve) => {
    release = resolve;
  });
  world.answer = () => answer;
  return { release: () => release({ fields: [{ label: 'Status', value: 'late' }] }) };
}

/** Ana's screen, which takes until it is told to arrive. */
function screenReadLater() {
  let arrive: () => void = () => undefined;
  const screen = new Promise<ScreenRow>((resolve) => {
    arrive = () => resolve(screenOf('1'));
  });
  return { screen, arrive: () => arrive() };
}

/** Resolves when the server was asked so often. */
async function asked(times: number): Promise<void> {
  while (world.requests.length < times) await new Promise((resolve) => setTimeout(resolve));
}

describe('a card beside a person', () => {
  it('is asked with the values of the record on screen, and its answer kept', async () => {
    await world.ana({ emails: ['ana+1@x.example', 'second@x.example'] });
    await show();
    expect(world.requests).toEqual([
      { url: 'https://shop.example/card?email=ana%2B1%40x.example', headers: {} },
    ]);
    expect(await world.row()).toMatchObject({
      sent: { email: 'ana+1@x.example' },
      content: { fields: [{ key: 'status' }] },
      fetchedAt: world.clock,
    });
    expect(await world.row()).not.toHaveProperty('asking');
  });

  it('is not asked again while its answer is young, unless somebody wants it', async () => {
    await world.ana();
    await show();
    await show();
    expect(world.requests).toHaveLength(1);
    await show('1', { force: true });
    expect(world.requests).toHaveLength(2);
    world.clock += CARD_FRESH_MS;
    await show();
    expect(world.requests).toHaveLength(3);
    world.clock -= 2 * CARD_FRESH_MS;
    await show();
    expect(world.requests).toHaveLength(4);
  });

  it('sends nothing where what it needs is not known, and drops what was answered before', async () => {
    await world.ana();
    await show();
    await world.ana({ emails: [] });
    await show();
    expect(world.requests).toHaveLength(1);
    expect(await world.row()).toMatchObject({ lacking: ['email'], sent: {} });
    expect(await world.row()).not.toHaveProperty('content');
  });

  it('drops what was answered for another address before it asks for the new one', async () => {
    await world.ana();
    await show();
    await world.ana({ emails: ['other@x.example'] });
    world.fails('offline');
    await show();
    expect(await world.row()).toMatchObject({
      sent: { email: 'other@x.example' },
      failure: { kind: 'offline' },
    });
    expect(await world.row()).not.toHaveProperty('content');
  });

  it('is one request for a person and card, however many windows wait for it', async () => {
    await world.ana();
    const { release } = held();
    const all = [show(), show('1', { windowId: 2 }), show('1', { force: true })];
    await asked(1);
    release();
    await Promise.all(all);
    expect(world.requests).toHaveLength(1);
    expect(await world.row()).toMatchObject({ content: { fields: [{ label: 'Status' }] } });
  });

  it('is given up when somebody else is shown, and leaves nothing half done', async () => {
    await world.ana();
    const signals: (AbortSignal | undefined)[] = [];
    world.answer = (_url, { signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    const first = show();
    await asked(1);
    await world.database.contacts.put(contact('alpha', '2'));
    await show('2');
    await first;
    expect(signals[0]?.aborted).toBe(true);
    expect(await world.row()).not.toHaveProperty('asking');
    expect(await world.row()).not.toHaveProperty('failure');
  });

  it('is not given up for somebody who was on screen before and is read later', async () => {
    await world.ana();
    await world.database.contacts.put(contact('alpha', '2', { emails: ['bo@x.example'] }));
    const { release } = held();
    const before = screenReadLater();
    const earlier = loads.load(before.screen, { windowId: 1 });
    const later = show('2');
    await asked(1);
    before.arrive();
    await earlier;
    release();
    await later;
    expect(world.requests).toMatchObject([{ url: expect.stringContaining('bo%40x.example') }]);
    const row = await world.database.cardAnswers.get(['card-1', 'alpha', '2']);
    expect(row).toMatchObject({ content: { fields: [{ label: 'Status' }] } });
  });

  it('is not asked any more where it was given up while the person was read', async () => {
    await world.ana();
    const later = screenReadLater();
    const load = loads.load(later.screen, { windowId: 1 });
    loads.stop(1);
    later.arrive();
    await load;
    expect(world.requests).toEqual([]);
    await show();
    expect(world.requests).toHaveLength(1);
  });

  it('goes on as long as one window still shows the person', async () => {
    await world.ana();
    const { release } = held();
    const [first, second] = [show(), show('1', { windowId: 2 })];
    await asked(1);
    loads.stop(1);
    release();
    await Promise.all([first, second]);
    expect(await world.row()).toMatchObject({ content: {} });
  });

  it('that was being asked when the worker stopped is asked again', async () => {
    await world.ana();
    const row = { cardId: 'card-1', connectionId: 'alpha', contactId: '1', updatedAt: 0 };
    await world.database.cardAnswers.put({
      ...{ ...row, sent: { email: 'ana@x.example' }, fetchedAt: world.clock, asking: 'gone' },
    });
    await show();
    expect(world.requests).toHaveLength(1);
    expect(await world.row()).not.toHaveProperty('asking');
  });

  it('practice 16: brings nothing back of a person who was erased meanwhile', async () => {
    await world.ana();
    const { release } = held();
    const load = show();
    await asked(1);
    await erasePersonRows(world.database, [{ connectionId: 'alpha', id: '1' }]);
    release();
    await load;
    expect(await world.database.cardAnswers.count()).toBe(0);
  });

  it.each([
    ['what was to be sent', { emails: ['ana@x.example'] }],
    ['what was lacking', {}],
  ])('keeps nothing, not even %s, of a person who was erased right before', async (_what, more) => {
    await world.ana(more);
    world.allowsOwnCards = async () => {
      await erasePersonRows(world.database, [{ connectionId: 'alpha', id: '1' }]);
      return true;
    };
    await show();
    expect(world.requests).toEqual([]);
    expect(await world.database.cardAnswers.count()).toBe(0);
  });

  it('that is slow or fails holds up no other', async () => {
    await world.ana();
    await world.database.cards.put(
      dataCard({ id: 'card-2', address: 'https://shop.example/2?e={email}' }),
    );
    const { release } = held();
    const slow = world.answer;
    world.answer = (url, options) =>
      url.includes('/2') ? Promise.resolve({ fields: [] }) : slow(url, options);
    const load = show();
    await asked(2);
    const other = () => world.database.cardAnswers.get(['card-2', 'alpha', '1']);
    while ((await other())?.fetchedAt === undefined) await Promise.resolve();
    expect(await world.row()).toHaveProperty('asking');
    release();
    await load;
  });

  it('is none for a tab without a person, and none of one’s own where only the team’s are allowed', async () => {
    await loads.load(undefined, { windowId: 1 });
    await show('nobody-stored');
    await world.ana();
    world.isAllowed = false;
    await show();
    expect(world.requests).toEqual([]);
    await world.database.cards.put(dataCard({ id: 'managed-order', isManaged: true }));
    await show();
    expect(world.requests).toHaveLength(1);
  });
});

describe('practice 13: what leaves the browser is of the person on screen', () => {
  const others = async (more: { isVerified?: boolean; isLinked?: boolean }) => {
    const { database } = world;
    await world.ana({ emails: [], name: 'Ana' });
    await database.contacts.put(contact('beta', '2', { emails: ['typed@x.example'] }));
    await database.sources.put({
      ...{ anchor: ref('alpha/1'), connectionId: 'beta', phase: 'settled', contactIds: ['2'] },
      updatedAt: 1,
    });
    const talk = { connectionId: 'alpha', id: 'c1', contactId: '1', status: 'open' } as const;
    await database.conversations.put({ ...talk, isVerified: more.isVerified });
    const pair = { a: ref('alpha/1'), b: ref('beta/2') };
    if (more.isLinked) await database.links.put({ ...pair, verdict: 'same', at: 1 });
    await show();
  };

  it('never an address of a record that is joined by a guess', async () => {
    await others({});
    expect(world.requests).toEqual([]);
    expect(await world.row()).toMatchObject({ lacking: ['email'] });
  });

  it('one that somebody linked by hand, and says whose it is', async () => {
    await others({ isLinked: true });
    expect(world.requests[0]?.url).toContain('typed%40x.example');
    expect(await world.row()).toMatchObject({ borrowed: { email: 'beta/2' } });
  });

  it('one where the helpdesk proved who is writing', async () => {
    await others({ isVerified: true });
    expect(world.requests).toHaveLength(1);
  });
});

describe('practice 15: a server’s limits', () => {
  it('are kept for everybody whom its cards are asked about, also when it is wanted now', async () => {
    await world.ana();
    const retryAt = world.clock + 120_000;
    world.fails('rate-limited', { status: 429, retryAt });
    await show();
    expect(await world.row()).toMatchObject({ failure: { kind: 'rate-limited', retryAt } });
    await world.database.contacts.put(contact('alpha', '2', { emails: ['bo@x.example'] }));
    await show('2', { force: true });
    expect(world.requests).toHaveLength(1);
    world.clock = retryAt;
    await show('2');
    expect(world.requests).toHaveLength(2);
  });

  it.each([
    ['server-error', 503],
    ['refused', 408],
  ] as const)('are told as the %s that named them, for others as well', async (kind, status) => {
    await world.ana();
    await world.database.contacts.put(contact('alpha', '2', { emails: ['bo@x.example'] }));
    const retryAt = world.clock + 120_000;
    world.fails(kind, { status, retryAt });
    await show();
    const failure = { kind, status, retryAt };
    expect(await world.row()).toMatchObject({ failure });
    await show('1', { force: true });
    await show('2', { force: true });
    expect(world.requests).toHaveLength(1);
    expect(await world.row()).toMatchObject({ failure });
    const other = await world.database.cardAnswers.get(['card-1', 'alpha', '2']);
    expect(other).toMatchObject({ failure });
  });

  it('that name no time rest a minute, and a failure is not repeated at once', async () => {
    await world.ana();
    world.fails('rate-limited', { status: 429 });
    await show();
    expect(await world.row()).toMatchObject({ failure: { retryAt: world.clock + 60_000 } });
    world.clock += 60_000;
    world.fails('server-error', { status: 500 });
    await show();
    await show();
    expect(world.requests).toHaveLength(2);
    world.clock += 15_000;
    await show();
    expect(world.requests).toHaveLength(3);
  });
});

test.each([
  [() => world.fails('timeout'), 'timeout'],
  [() => world.fails('offline'), 'offline'],
  [() => world.fails('forbidden', { status: 401 }), 'unauthorised'],
  [() => world.fails('forbidden', { status: 403 }), 'forbidden'],
  [() => world.fails('refused', { status: 400 }), 'refused'],
  [() => world.fails('redirected'), 'redirected'],
  [() => world.fails('too-large'), 'too-large'],
  [() => world.fails('server-error', { status: 502 }), 'server-error'],
  [() => world.answers('<!doctype html>'), 'not-json'],
  [() => world.answers(''), 'not-json'],
  [() => world.answers({ error: 'x' }), 'not-a-card'],
  [() => world.permissions.clear(), 'permission-missing'],
])('a failure %# is told as %s, and what was answered before stays', async (fail, kind) => {
  await world.ana();
  await show();
  world.answers({ fields: [] });
  fail();
  await show('1', { force: true });
  expect(await world.row()).toMatchObject({
    failure: { kind },
    content: { fields: [{ key: 'status' }] },
  });
});

test('without permission nothing is sent, and once it is given the card is asked at once', async () => {
  await world.ana();
  world.permissions.clear();
  await show();
  expect(world.requests).toEqual([]);
  world.permissions.add('https://shop.example');
  await show();
  expect(await world.row()).toMatchObject({ content: {}, failure: undefined });
});

test('404 means that nothing is known of this person, and takes away what was', async () => {
  await world.ana();
  await show();
  world.fails('not-found', { status: 404 });
  await show('1', { force: true });
  expect(await world.row()).toMatchObject({ failure: { kind: 'nobody' }, content: undefined });
  await show();
  expect(world.requests).toHaveLength(2);
});

describe('practice 7: a secret', () => {
  beforeEach(async () => {
    await world.ana();
    await world.database.cards.put(dataCard({ header: 'X-Key' }));
  });

  it('goes to its own origin in its header, and a card without it is not asked', async () => {
    await show();
    expect(await world.row()).toMatchObject({ failure: { kind: 'no-secret' } });
    world.secrets.set('card-1', { origin: 'https://older.example', secrets: { secret: 'k' } });
    await show();
    expect(world.requests).toEqual([]);
    world.secrets.set('card-1', { origin: 'https://shop.example', secrets: { secret: 'k' } });
    await show();
    expect(world.requests).toMatchObject([{ headers: { 'X-Key': 'k' } }]);
    expect(JSON.stringify(await world.row())).not.toContain('"k"');
  });

  it('that is locked is told, and sends nothing', async () => {
    world.readSecrets = async () => {
      throw new KeysLocked();
    };
    await show();
    expect(await world.row()).toMatchObject({ failure: { kind: 'locked' } });
    expect(world.requests).toEqual([]);
  });
});
