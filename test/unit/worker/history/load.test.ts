import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import type { Contact } from '../../../../lib/model/contact';
import { loadNewest, loadOlder } from '../../../../lib/worker/history/load';
import { contact, TestWorld } from '../world';
import { PagedHistory } from './paged-history';

const ana = contact('alpha', '1');

/** One connection over a platform with `count` messages at the times 1, 2, 3 … */
async function open(count: number, pageSize = 20) {
  const world = new TestWorld();
  world.clock = 1_000;
  const platform = new PagedHistory(pageSize, world.now);
  platform.add(count, 1);
  const connection = await world.connect('alpha', { history: platform.history });
  await world.database.contacts.put(ana);
  const newest = (more: Partial<Parameters<typeof loadNewest>[3]> = {}) =>
    loadNewest(world, connection, ana, {
      signal: new AbortController().signal,
      force: true,
      onPart: async () => undefined,
      ...more,
    });
  const older = (wanted = 60, signal = new AbortController().signal) =>
    loadOlder(world, connection, ana, { signal, wanted, onPart: async () => undefined });
  return { world, platform, connection, newest, older };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function row({ world }: Opened, of: Contact = ana) {
  return world.database.histories.get([of.connectionId, of.id]);
}

async function times({ world }: Opened): Promise<number[]> {
  const rows = await world.database.messages.toArray();
  return rows.map(({ sentAt }) => sentAt).sort((a, b) => a - b);
}

/** Whatever the row claims is stored is stored. */
async function expectTruth(opened: Opened): Promise<void> {
  const { coverage } = (await row(opened)) ?? {};
  if (coverage === undefined) return;
  if (coverage.state !== 'complete' && coverage.since === undefined) return;
  const from = coverage.state === 'complete' ? 0 : (coverage.since ?? 0);
  const storedTimes = new Set(await times(opened));
  const missing = opened.platform.messages.filter(
    ({ at }) => at >= from && at <= coverage.checkedAt && !storedTimes.has(at),
  );
  expect(missing).toEqual([]);
}

describe('the newest part', () => {
  test('is one screen, with the way to older ones', async () => {
    const opened = await open(500);
    expect(await opened.newest()).toMatchObject({ state: 'partial', since: 441, more: true });
    expect(await times(opened)).toHaveLength(60);
    expect(await row(opened)).toMatchObject({ cursor: '441', fetchedAt: 1_000 });
  });

  test('is fetched anew without losing what was loaded before', async () => {
    const opened = await open(500);
    await opened.newest();
    await opened.older();
    opened.world.clock = 2_000;
    opened.platform.add(30, 1_500);
    const coverage = await opened.newest();
    expect(coverage).toMatchObject({ state: 'partial', since: 381, checkedAt: 2_000 });
    expect((await row(opened))?.cursor).toBe('381');
    await opened.older(Number.POSITIVE_INFINITY);
    expect(await row(opened)).toMatchObject({ coverage: { state: 'complete' }, cursor: undefined });
    expect(await times(opened)).toHaveLength(530);
  });

  test('stays complete when it was, and new items reach down to it', async () => {
    const opened = await open(100);
    await opened.newest();
    await opened.older(Number.POSITIVE_INFINITY);
    opened.world.clock = 2_000;
    opened.platform.add(5, 1_500);
    expect((await opened.newest()).state).toBe('complete');
    expect((await row(opened))?.cursor).toBeUndefined();
    expect(opened.platform.calls).toEqual([undefined, '41', undefined]);
  });

  test('claims only itself where a gap is left to what was stored', async () => {
    const opened = await open(100);
    await opened.newest();
    await opened.older(Number.POSITIVE_INFINITY);
    opened.world.clock = 3_000;
    opened.platform.add(400, 2_000);
    expect(await opened.newest()).toMatchObject({ state: 'partial', since: 2_340, more: true });
    await opened.older(Number.POSITIVE_INFINITY);
    expect((await row(opened))?.coverage.state).toBe('complete');
    expect(await times(opened)).toHaveLength(500);
  });

  test('is taken up again where it was broken off, though the fetch before is fresh', async () => {
    const opened = await open(100);
    await opened.newest();
    const controller = new AbortController();
    const onPart = async () => controller.abort();
    opened.platform.add(30, 1_500);
    await expect(opened.newest({ signal: controller.signal, onPart })).rejects.toThrow();
    expect(await row(opened)).toMatchObject({ fetchedAt: 1_000, isUnfinished: true });
    await opened.newest({ force: false });
    expect((await row(opened))?.isUnfinished).toBeUndefined();
    const { length } = opened.platform.calls;
    await opened.newest({ force: false });
    expect(opened.platform.calls).toHaveLength(length);
  });

  test('follows what was changed and deleted on the platform', async () => {
    const opened = await open(30);
    await opened.newest();
    const [first, second] = opened.platform.messages;
    if (first === undefined || second === undefined) throw new Error('no messages');
    Object.assign(first, { text: 'changed' });
    Object.assign(second, { text: '', deleted: true });
    await opened.newest();
    const stored = await opened.world.database.messages.bulkGet([
      ['alpha', 'm1'],
      ['alpha', 'm2'],
    ]);
    expect(stored.map((each) => [each?.text, each?.deleted])).toEqual([
      ['changed', undefined],
      ['', true],
    ]);
  });

  test('broken off with a gap below it is not taken for an overlap the next time', async () => {
    const opened = await open(100);
    await opened.newest();
    await opened.older(Number.POSITIVE_INFINITY);
    opened.world.clock = 3_000;
    opened.platform.add(400, 2_000);
    let pages = 0;
    opened.platform.beforePage = () => {
      pages += 1;
      if (pages === 2) throw new TransportError('server-error', { status: 500 });
    };
    await expect(opened.newest()).rejects.toThrow('server-error');
    await expectTruth(opened);
    opened.world.clock = 3_500;
    expect(await opened.newest()).toMatchObject({ state: 'partial', since: 2_340 });
    await expectTruth(opened);
  });

  test('tells a right that was lost, and one that was granted', async () => {
    const opened = await open(100);
    await opened.newest();
    const { connection, world, platform } = opened;
    const refused = { state: 'partial', reason: 'missing-right', since: 41, more: true } as const;
    world.apis.set('alpha', {
      ...world.apiOf(connection),
      history: async function* (of, options) {
        for await (const part of platform.history(of, options)) {
          yield { ...part, coverage: { ...part.coverage, ...refused } };
        }
      },
    });
    expect((await opened.newest()).reason).toBe('missing-right');
    world.apis.set('alpha', { ...world.apiOf(connection), history: platform.history });
    expect((await opened.newest()).reason).toBe('more-on-platform');
  });
});

describe('older parts', () => {
  test('are not asked for where there are none', async () => {
    const opened = await open(10);
    expect(await opened.older()).toBeUndefined();
    await opened.newest();
    expect((await opened.older())?.state).toBe('complete');
    expect(opened.platform.calls).toEqual([undefined]);
  });

  test('do not make the newest part look fresh', async () => {
    const opened = await open(500);
    await opened.newest();
    opened.world.clock = 50_000;
    await opened.older();
    expect(await row(opened)).toMatchObject({
      coverage: { since: 381, checkedAt: 1_000 },
      fetchedAt: 1_000,
    });
  });

  test('go on after the worker died, from the last part that was written', async () => {
    const opened = await open(500);
    await opened.newest();
    let pages = 0;
    const controller = new AbortController();
    opened.platform.beforePage = () => {
      pages += 1;
      if (pages === 8) controller.abort(new Error('died'));
    };
    await expect(opened.older(Number.POSITIVE_INFINITY, controller.signal)).rejects.toThrow('died');
    expect((await row(opened))?.cursor).toBe('301');
    await opened.older(Number.POSITIVE_INFINITY);
    expect(opened.platform.calls).toEqual([undefined, '441', '301']);
    expect(await times(opened)).toHaveLength(500);
  });

  test('of one contact wait for each other', async () => {
    const opened = await open(500);
    await opened.newest();
    let running = 0;
    let most = 0;
    opened.platform.beforePage = async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    };
    await Promise.all([opened.older(), opened.older(), opened.older()]);
    expect(most).toBe(1);
    expect(opened.platform.calls).toEqual([undefined, '441', '381', '321']);
  });

  test('a load that hangs blocks nobody once it is aborted', async () => {
    const opened = await open(500);
    await opened.newest();
    const controller = new AbortController();
    opened.platform.beforePage = () => new Promise(() => undefined);
    void opened.older(60, controller.signal).catch(() => undefined);
    const next = opened.older();
    await expect.poll(() => opened.platform.calls.length).toBe(2);
    opened.platform.beforePage = () => undefined;
    controller.abort();
    expect((await next)?.since).toBe(381);
  });

  test('stop for a newest part that left a gap, and go on from there', async () => {
    const opened = await open(300);
    await opened.newest();
    let pages = 0;
    opened.platform.beforePage = async () => {
      pages += 1;
      if (pages !== 4) return;
      opened.platform.beforePage = () => undefined;
      opened.world.clock = 3_000;
      opened.platform.add(200, 2_000);
      await opened.newest();
    };
    await opened.older(Number.POSITIVE_INFINITY);
    expect((await row(opened))?.coverage.state).toBe('complete');
    expect(await times(opened)).toHaveLength(500);
  });
});

describe('in any order, broken off anywhere', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('newest' as const), dieAt: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ kind: fc.constant('older' as const), dieAt: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ kind: fc.constant('arrive' as const), count: fc.integer({ min: 1, max: 150 }) }),
  );

  test('nothing is claimed that is not stored, and in the end all is stored once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const opened = await open(200);
        const { platform, world } = opened;
        for (const each of steps) {
          world.clock += 1_000;
          let pages = 0;
          platform.beforePage = () => {
            pages += 1;
            if (each.kind !== 'arrive' && pages === each.dieAt) throw new TransportError('offline');
          };
          if (each.kind === 'arrive') platform.add(each.count, world.clock - 500);
          if (each.kind === 'newest') await opened.newest().catch(() => undefined);
          if (each.kind === 'older') await opened.older().catch(() => undefined);
          await expectTruth(opened);
        }
        platform.beforePage = () => undefined;
        world.clock += 1_000;
        await opened.newest();
        await opened.older(Number.POSITIVE_INFINITY);
        expect((await row(opened))?.coverage.state).toBe('complete');
        expect(await times(opened)).toEqual(platform.messages.map(({ at }) => at));
      }),
      { numRuns: 40 },
    );
  });
});
