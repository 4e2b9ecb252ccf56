import { describe, expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { contactRef } from '../../../../lib/model/ids';
import type { ScreenRow } from '../../../../lib/model/screen';
import { loadOlderOfPerson } from '../../../../lib/worker/history/load-older';
import { lookUpPerson } from '../../../../lib/worker/person-lookup/look-up-person';
import { TabLoads } from '../../../../lib/worker/tab-loads';
import { contact, context, searchable, TestWorld } from '../world';
import { PagedHistory } from './paged-history';

const all = Number.POSITIVE_INFINITY;
const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
const there = contact('beta', '9', { emailKeys: ['ana@example.com'] });
const anchor = contactRef(ana);

/** Ana on two platforms, with 200 messages on each, newest parts loaded. */
async function lookedUp() {
  const world = new TestWorld();
  const [alpha, beta] = [new PagedHistory(20, world.now), new PagedHistory(20, world.now)];
  for (const platform of [alpha, beta]) platform.add(200, 1);
  for (const [name, platform, who] of [
    ['alpha', alpha, ana] as const,
    ['beta', beta, there] as const,
  ]) {
    const history: PagedHistory['history'] = async function* (of, options) {
      for await (const part of platform.history(of, options)) {
        const messages = part.messages.map((each) => ({ ...each, id: `${name}-${each.id}` }));
        yield { ...part, messages };
      }
    };
    await world.connect(name, { ...searchable([who]), history });
    await world.database.contacts.put(who);
  }
  await lookUpPerson(world, ana, { signal: new AbortController().signal, force: false });
  return { world, alpha, beta };
}

type LookedUp = Awaited<ReturnType<typeof lookedUp>>;

async function sources({ world }: LookedUp) {
  const rows = await world.database.sources.toArray();
  return Object.fromEntries(rows.map((row) => [row.connectionId, row]));
}

const load = (
  { world }: LookedUp,
  more: { signal?: AbortSignal; only?: string; wanted?: number } = {},
) =>
  loadOlderOfPerson(world, anchor, { signal: new AbortController().signal, wanted: 60, ...more });

describe('older items of a person', () => {
  test('come from every connection that has more', async () => {
    const opened = await lookedUp();
    await load(opened);
    const { alpha, beta } = await sources(opened);
    expect(alpha).toMatchObject({ phase: 'settled', contactIds: ['1'], coverage: { since: 81 } });
    expect(beta).toMatchObject({ phase: 'settled', contactIds: ['9'], coverage: { since: 81 } });
    expect(await opened.world.database.messages.count()).toBe(240);
    await load(opened, { wanted: all });
    expect((await sources(opened)).alpha?.coverage?.state).toBe('complete');
    expect(await opened.world.database.messages.count()).toBe(400);
  });

  test('come from one connection where only that is wished', async () => {
    const opened = await lookedUp();
    await load(opened, { only: 'beta' });
    expect([opened.alpha.calls.length, opened.beta.calls.length]).toEqual([1, 2]);
  });

  test('show as loading, with how far back they reach, while they come', async () => {
    const opened = await lookedUp();
    const seen: unknown[] = [];
    opened.alpha.beforePage = async () => {
      const { alpha } = await sources(opened);
      seen.push([alpha?.phase, alpha?.coverage?.since]);
    };
    await load(opened, { only: 'alpha' });
    expect(seen).toEqual([
      ['loading', 141],
      ['loading', 121],
      ['loading', 101],
    ]);
  });

  test('that fail say why, keep what is stored and can be asked for again', async () => {
    const opened = await lookedUp();
    opened.alpha.beforePage = () => {
      throw new TransportError('server-error', { status: 500 });
    };
    await load(opened);
    const { alpha, beta } = await sources(opened);
    expect(alpha).toMatchObject({
      phase: 'settled',
      contactIds: ['1'],
      coverage: { state: 'unreachable', reason: 'server-error', since: 141, more: true },
    });
    expect(beta?.coverage?.since).toBe(81);
    opened.alpha.beforePage = () => undefined;
    await load(opened, { only: 'alpha' });
    expect((await sources(opened)).alpha?.coverage).toMatchObject({ state: 'partial', since: 81 });
  });

  test.each([
    [new TransportError('server-error', { status: 502 }), 15_000],
    [new TransportError('timeout'), 15_000],
    [new TransportError('offline'), 15_000],
    [new TransportError('rate-limited', { status: 429 }), 60_000],
    [new TransportError('rate-limited', { status: 429, retryAt: 90_000 }), 90_000],
    [new TransportError('unauthorised', { status: 401 }), undefined],
    [new TransportError('not-json'), undefined],
  ])('all of which were wanted go on after %s', async (failure, pause) => {
    const opened = await lookedUp();
    opened.world.clock = 0;
    opened.alpha.beforePage = () => {
      throw failure;
    };
    expect(await load(opened, { only: 'alpha' })).toBeUndefined();
    expect(await load(opened, { wanted: all })).toBe(pause);
    const { alpha, beta } = await sources(opened);
    expect(alpha?.coverage).toMatchObject({ more: true, retryAt: pause });
    expect(beta?.coverage?.state).toBe('complete');
    opened.alpha.beforePage = () => undefined;
    expect(await load(opened, { wanted: all })).toBeUndefined();
    expect((await sources(opened)).alpha?.coverage?.state).toBe('complete');
  });

  test('are a part of what there is, whoever loads them, where the key sees only a part', async () => {
    const opened = await lookedUp();
    const { database } = opened.world;
    await database.connections.update('alpha', { restricted: true });
    await load(opened, { wanted: all });
    const seen = { state: 'partial', reason: 'restricted-view' };
    expect((await sources(opened)).alpha?.coverage).toMatchObject(seen);
    for (const force of [false, true]) {
      await lookUpPerson(opened.world, ana, { signal: new AbortController().signal, force });
      expect((await sources(opened)).alpha?.coverage).toMatchObject(seen);
    }
    expect((await sources(opened)).beta?.coverage?.state).toBe('complete');
  });

  test('that nobody waits for any longer leave no one loading', async () => {
    const opened = await lookedUp();
    const controller = new AbortController();
    opened.alpha.beforePage = () => controller.abort(new Error('switched'));
    await expect(load(opened, { only: 'alpha', signal: controller.signal })).rejects.toThrow(
      'switched',
    );
    expect((await sources(opened)).alpha).toMatchObject({
      phase: 'settled',
      coverage: { since: 141 },
    });
  });
});

describe('wishes of a panel', () => {
  const screen: ScreenRow = {
    tabId: 3,
    windowId: 1,
    subject: 'who',
    round: 1,
    context: context('alpha', { contactId: '1' }),
    origin: 'https://alpha.example',
    connectionId: 'alpha',
    anchor,
    phase: 'identified',
  };

  test('for the same are one, and end when the tab moves on', async () => {
    const opened = await lookedUp();
    const tabLoads = new TabLoads(opened.world);
    await Promise.all([
      tabLoads.loadOlder(screen, { wanted: 60 }),
      tabLoads.loadOlder(screen, { wanted: 60 }),
    ]);
    expect(opened.alpha.calls).toHaveLength(2);
    opened.alpha.beforePage = () => tabLoads.abort(screen.tabId);
    await tabLoads.loadOlder(screen, { wanted: all });
    expect((await sources(opened)).alpha).toMatchObject({
      phase: 'settled',
      coverage: { more: true },
    });
  });

  test('end when the tab turns to somebody else, and what was begun for those does not', async () => {
    const opened = await lookedUp();
    const tabLoads = new TabLoads(opened.world);
    const signals: AbortSignal[] = [];
    opened.alpha.beforePage = async () => {
      await tabLoads.beside({ ...screen, subject: 'other' }, async (signal) => {
        signals.push(signal);
        await Promise.resolve();
        tabLoads.abortUnlessSubject(screen.tabId, 'other');
      });
    };
    await tabLoads.loadOlder(screen, { wanted: all });
    expect((await sources(opened)).alpha?.coverage?.more).toBe(true);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });

  test('go on where another conversation of the same person’s asks for them as well', async () => {
    const opened = await lookedUp();
    const tabLoads = new TabLoads(opened.world);
    const wishes = ['who', 'other'].map((subject) =>
      tabLoads.loadOlder({ ...screen, subject }, { wanted: 60 }),
    );
    tabLoads.abortUnlessSubject(screen.tabId, 'other');
    await Promise.all(wishes);
    expect((await sources(opened)).alpha).toMatchObject({ coverage: { since: 81 } });
  });

  test('end when another tab comes to the front, and do nothing for nobody', async () => {
    const opened = await lookedUp();
    const tabLoads = new TabLoads(opened.world);
    await tabLoads.loadOlder({ ...screen, anchor: undefined }, { wanted: all });
    expect(opened.alpha.calls).toHaveLength(1);
    opened.alpha.beforePage = () => tabLoads.abortAllBut(new Set([9]));
    await tabLoads.loadOlder(screen, { wanted: all });
    expect((await sources(opened)).alpha?.coverage?.more).toBe(true);
  });
});
