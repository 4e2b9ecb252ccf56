import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { BulkWorld } from './bulk-world';

const desk = 'chatwoot-1';

const numbered = (count: number) =>
  Array.from({ length: count }, (_each, index) => ({
    title: `c${index}`,
    shortcut: `c${index}`,
    body: `Text ${index} 😀`,
  }));

async function started(count: number) {
  const world = new BulkWorld();
  const account = await world.chatwoot();
  const before = account.cannedResponses.map((row) => ({ ...row }));
  const mine = await world.own(...numbered(count));
  const run = await world.plan('publish', mine, { target: desk });
  const made = () =>
    account.cannedResponses
      .filter(({ shortCode }) => /^c\d+$/.test(shortCode))
      .map(({ shortCode, content }) => `${shortCode} ${content}`)
      .sort();
  const wanted = mine.map(({ shortcut, body }) => `${shortcut} ${body}`).sort();
  return { world, account, before, mine, run, made, wanted };
}

describe('a run', () => {
  it('publishes 300 responses with 300 writes and at most 3 reads, and takes all of it back', async () => {
    const { world, account, before, run, made, wanted } = await started(300);
    expect(world.writes).toBe(0);
    expect(await world.run(run)).toMatchObject({ state: 'planned', acts: { add: 300 } });
    const done = await world.act(run, 'start');
    expect(done).toMatchObject({ state: 'ended', counts: { done: 300, open: 0, left: 0 } });
    expect(made()).toEqual(wanted);
    expect(world.writes).toBe(300);
    expect(world.reads).toBeLessThanOrEqual(3);

    const undone = await world.act(run, 'undo');
    expect(undone).toMatchObject({ state: 'ended', counts: { undone: 300, done: 0, kept: 0 } });
    expect(account.cannedResponses).toEqual(before);
  });

  it('costs Kustomer no more, with shortcuts for some teams only, and by a worker that has just started', async () => {
    const world = new BulkWorld();
    await world.kustomer();
    const mine = await world.own(...numbered(300));
    // As opening the library does.
    await world.apis.get('kustomer-1')?.replies?.(new AbortController().signal);
    world.restart();
    world.reads = 0;
    const run = await world.plan('publish', mine, { target: 'kustomer-1' });
    expect(await world.act(run, 'start')).toMatchObject({ state: 'ended', counts: { done: 300 } });
    expect(world.writes).toBe(300);
    expect(world.reads).toBeLessThanOrEqual(3);
  });

  it('does nothing before somebody says so, and nothing twice', async () => {
    const { world, run, mine } = await started(3);
    await world.untilIdle();
    expect(world.writes).toBe(0);
    await world.act(run, 'start');
    await expect(world.act(run, 'start')).rejects.toThrow('already started');
    const again = await world.plan('publish', mine, { target: desk });
    expect(await world.run(again)).toMatchObject({ counts: { same: 3, open: 0 } });
    await world.act(again, 'start');
    expect(world.writes).toBe(3);
  });

  it('goes on where a worker was stopped, wherever that was', async () => {
    for (const stopAt of [0, 1, 7, 19]) {
      const { world, run, made, wanted } = await started(20);
      // It is stopped when a write has arrived and before its answer is stored.
      world.onWritten = (write) => {
        if (write === stopAt) world.restart();
      };
      await world.runs.act({ run, action: 'start' });
      await world.runs.wake().catch(() => undefined);
      await world.untilIdle();
      expect(await world.run(run)).toMatchObject({ state: 'ended', counts: { done: 20 } });
      expect(made()).toEqual(wanted);
      expect(world.writes).toBe(20);
      await world.act(run, 'undo');
      expect(made()).toEqual([]);
    }
  });

  it('doubles nothing when answers are lost, and tries again what never arrived', async () => {
    const { world, run, made, wanted } = await started(12);
    world.fate = (write) => (['ok', 'lost', 'never', 'cut'] as const)[write % 4] ?? 'ok';
    await world.act(run, 'start');
    expect(await world.run(run)).toMatchObject({ state: 'ended', counts: { done: 12, left: 0 } });
    expect(made()).toEqual(wanted);
    world.fate = (write) => (write % 3 === 0 ? 'lost' : 'ok');
    await world.act(run, 'undo');
    expect(made()).toEqual([]);
  });

  it('waits out a 429 as long as it says, and goes on with the next write', async () => {
    const { world, run, made, wanted } = await started(5);
    const until = world.clock + 90_000;
    world.fate = () =>
      world.clock < until
        ? new TransportError('rate-limited', { status: 429, retryAt: until })
        : 'ok';
    await world.runs.act({ run, action: 'start' });
    await world.runs.wake();
    expect(await world.run(run)).toMatchObject({
      state: 'running',
      retryAt: until,
      message: expect.stringContaining('continues by itself'),
    });
    expect(world.alarm).toBe(until);
    await world.untilIdle();
    expect(made()).toEqual(wanted);
    expect(world.writes).toBe(6);
    expect(world.reads).toBeLessThanOrEqual(3);
  });

  it('stops with the reason when the key loses its rights half-way, and goes on later', async () => {
    const { world, run, made, wanted } = await started(8);
    world.fate = (write) => (write >= 3 ? new TransportError('forbidden', { status: 403 }) : 'ok');
    await world.act(run, 'start');
    expect(await world.run(run)).toMatchObject({
      state: 'stopped',
      counts: { done: 3, open: 5 },
      message: expect.stringContaining('is not allowed to do this'),
    });
    world.fate = () => 'ok';
    await world.act(run, 'go-on');
    expect(made()).toEqual(wanted);
  });

  it('stops after several failures, with nothing lost', async () => {
    const { world, run, made, wanted } = await started(4);
    world.fate = () => 'never';
    await world.act(run, 'start');
    const stopped = await world.run(run);
    expect(stopped.counts.left + stopped.counts.open).toBe(4);
    world.fate = () => 'ok';
    if (stopped.state === 'stopped') await world.act(run, 'go-on');
    const again = await world.plan('publish', await world.own(...numbered(4)), { target: desk });
    await world.act(again, 'start');
    expect(made()).toEqual(wanted);
  });

  it('ends when it is stopped, and can be taken back or gone on with', async () => {
    const { world, run, made, wanted } = await started(6);
    world.onWritten = async (write) => {
      if (write === 2) await world.runs.act({ run, action: 'stop' });
    };
    await world.act(run, 'start');
    expect(await world.run(run)).toMatchObject({ state: 'stopped', counts: { done: 3, open: 3 } });
    expect(made()).toHaveLength(3);
    await world.act(run, 'go-on');
    expect(made()).toEqual(wanted);
  });

  it.each(['lost', 'never'] as const)(
    'takes back what was sent last, although its answer is %s',
    async (fate) => {
      const { world, account, before, run } = await started(3);
      world.fate = (write) => {
        if (write !== 1) return 'ok';
        if (fate === 'never') world.isOffline = true;
        return fate;
      };
      world.onWritten = (write) => {
        world.isOffline = write === 1;
      };
      expect(await world.act(run, 'start')).toMatchObject({
        state: 'stopped',
        counts: { done: 1 },
      });
      world.isOffline = false;
      expect(await world.act(run, 'undo')).toMatchObject({ state: 'ended', counts: { done: 0 } });
      expect(account.cannedResponses).toEqual(before);
    },
  );

  it('says so when its connection is removed half-way, and keeps nothing that came through it', async () => {
    const { world, run } = await started(6);
    world.onWritten = async (write) => {
      if (write === 2) await eraseConnectionData(world.database, desk, { withConnection: true });
    };
    await world.act(run, 'start');
    expect(await world.run(run)).toMatchObject({
      state: 'stopped',
      message: expect.stringContaining('disconnected'),
    });
    expect(world.writes).toBe(3);
    expect(await world.items(run)).toEqual([]);
    expect(await world.database.replies.where('source').equals('own').count()).toBe(6);
  });
});

describe('what colleagues did meanwhile', () => {
  it('stays, between preview and confirmation and while it is taken back', async () => {
    const world = new BulkWorld();
    const account = await world.chatwoot();
    const [first, second, third] = account.cannedResponses;
    if (first === undefined || second === undefined || third === undefined) throw new TypeError();
    const mine = await world.own(
      ...[first, second, third].map(({ shortCode }) => ({ shortcut: shortCode, body: 'mine' })),
      { shortcut: 'brand-new', body: 'mine' },
      { shortcut: 'other-new', body: 'mine' },
    );
    const old = second.content;
    const run = await world.plan('publish', mine, { target: desk });
    expect(await world.run(run)).toMatchObject({ acts: { change: 3, add: 2 } });
    first.content = 'theirs';
    account.cannedResponses.push({
      ...first,
      id: 9_001,
      shortCode: 'brand-new',
      content: 'theirs',
    });
    await world.act(run, 'start');
    expect(await world.run(run)).toMatchObject({ counts: { done: 3, left: 2 } });
    expect(first.content).toBe('theirs');
    const left = (await world.items(run)).filter(({ state }) => state === 'left');
    expect(left.map(({ name, why }) => [name, why])).toEqual([
      [first.shortCode, expect.stringContaining('was changed in CHATWOOT in the meantime')],
      ['brand-new', expect.stringContaining('already has “brand-new”')],
    ]);

    third.content = 'theirs again';
    await world.act(run, 'undo');
    expect(await world.run(run)).toMatchObject({ counts: { undone: 2, kept: 1 } });
    expect(second.content).toBe(old);
    expect(third.content).toBe('theirs again');
    expect(account.cannedResponses.map(({ shortCode }) => shortCode)).not.toContain('other-new');
  });
});

describe('selections', () => {
  it('are deleted, and made again as new ones', async () => {
    const world = new BulkWorld();
    const account = await world.chatwoot();
    await world.plan('publish', await world.own({ shortcut: 'x', body: 'x' }), { target: desk });
    const stored = await world.database.replies.where('source').equals(desk).toArray();
    const texts = () =>
      account.cannedResponses.map(({ shortCode, content }) => `${shortCode} ${content}`).sort();
    const before = texts();
    const run = await world.plan('remove', stored.slice(0, 3));
    await world.act(run, 'start');
    expect(account.cannedResponses).toHaveLength(before.length - 3);
    await world.act(run, 'undo');
    expect(texts()).toEqual(before);

    const again = await world.plan(
      'remove',
      (await world.database.replies.where('source').equals(desk).toArray()).slice(0, 3),
    );
    const first = world.writes;
    world.fate = (write) => (write === first + 1 ? 'lost' : 'ok');
    world.onWritten = (write) => {
      world.isOffline = write === first + 1;
    };
    expect(await world.act(again, 'start')).toMatchObject({ state: 'stopped' });
    expect(account.cannedResponses).toHaveLength(before.length - 2);
    world.isOffline = false;
    await world.act(again, 'undo');
    expect(texts()).toEqual(before);
  });

  it('are moved: deleted only where they have arrived', async () => {
    const world = new BulkWorld();
    const account = await world.chatwoot();
    const [taken] = account.cannedResponses;
    const mine = await world.own(
      { shortcut: 'goes', body: 'a', tags: ['x'] },
      { shortcut: (taken?.shortCode ?? '').toUpperCase(), body: 'b' },
    );
    const run = await world.plan('move', mine, { target: desk });
    expect(await world.run(run)).toMatchObject({
      acts: { add: 1, remove: 1 },
      counts: { refused: 1 },
    });
    await world.act(run, 'start');
    const living = async () =>
      (await world.database.replies.where('source').equals('own').toArray())
        .filter(({ deletedAt }) => deletedAt === undefined)
        .map(({ shortcut }) => shortcut);
    expect(await living()).toEqual([taken?.shortCode.toUpperCase()]);
    await world.act(run, 'undo');
    expect(await living()).toHaveLength(2);
    expect(account.cannedResponses.map(({ shortCode }) => shortCode)).not.toContain('goes');
  });

  it('get tags where tags are kept', async () => {
    const world = new BulkWorld();
    await world.kustomer();
    const mine = await world.own({ shortcut: 'a', body: 'a' }, { shortcut: 'b', body: 'b' });
    await world.plan('publish', mine, { target: 'kustomer-1' });
    const greeting = await world.database.replies
      .where({ source: 'kustomer-1', title: 'greeting' })
      .toArray();
    const tags = { add: ['Billing'], remove: ['General'] };
    const run = await world.plan('tag', [...mine, ...greeting], { tags });
    await world.act(run, 'start');
    expect(await world.run(run)).toMatchObject({ counts: { done: 3 } });
    const tagsOf = async (source: string) =>
      (await world.database.replies.where('source').equals(source).toArray())
        .filter(({ title }) => source === 'own' || title === 'greeting')
        .map((each) => each.tags);
    expect(await tagsOf('own')).toEqual([['Billing'], ['Billing']]);
    expect(await tagsOf('kustomer-1')).toEqual([['Billing']]);
    await world.act(run, 'undo');
    expect(await tagsOf('own')).toEqual([[], []]);
    expect(await tagsOf('kustomer-1')).toEqual([['General']]);
  });

  it('go into Kustomer, and from there into My library', async () => {
    const world = new BulkWorld();
    const emulator = await world.kustomer();
    const mine = await world.own(...numbered(40), { shortcut: 'greeting', body: 'Hi!' });
    const run = await world.plan('publish', mine, { target: 'kustomer-1' });
    world.fate = (write) => (write % 5 === 1 ? 'lost' : 'ok');
    await world.act(run, 'start');
    expect(await world.run(run)).toMatchObject({ state: 'ended', counts: { done: 41 } });
    expect(emulator.shortcut('greeting')).toMatchObject({ text: 'Hi!' });
    const theirs = await world.database.replies.where('source').equals('kustomer-1').toArray();
    const back = await world.plan('publish', theirs, { target: 'own' });
    await world.act(back, 'start');
    expect((await world.run(back)).counts).toMatchObject({ left: 0, open: 0 });
    await world.act(run, 'undo');
    expect(emulator.shortcut('c1')).toBeUndefined();
    expect(emulator.shortcut('greeting')?.text).toContain('{{customer.firstName}}');
  });
});

it('stops with the right that Kustomer’s key has lost half-way, and goes on with another key', async () => {
  const world = new BulkWorld();
  const emulator = await world.kustomer();
  const run = await world.plan('publish', await world.own(...numbered(6)), {
    target: 'kustomer-1',
  });
  world.fate = (write) => (write >= 2 ? new TransportError('forbidden', { status: 403 }) : 'ok');
  await world.act(run, 'start');
  expect(await world.run(run)).toMatchObject({
    state: 'stopped',
    counts: { done: 2, open: 4 },
    message: expect.stringContaining('org.permission.shortcut.create'),
  });
  world.fate = () => 'ok';
  await world.act(run, 'go-on');
  expect(await world.run(run)).toMatchObject({ state: 'ended', counts: { done: 6 } });
  expect(emulator.shortcut('c5')).toMatchObject({ text: 'Text 5 😀' });
});

it('writes emoji up to Chatwoot’s limits, which count characters', async () => {
  const world = new BulkWorld();
  const account = await world.chatwoot();
  const mine = await world.own(
    { shortcut: '😀'.repeat(255), body: '😀'.repeat(20_000) },
    { shortcut: 'more', body: '😀'.repeat(20_001) },
  );
  const run = await world.plan('publish', mine, { target: desk });
  await world.act(run, 'start');
  expect((await world.items(run)).map(({ name, state }) => [name, state])).toEqual([
    ['more', 'refused'],
    ['😀'.repeat(200), 'done'],
  ]);
  expect(account.cannedResponses.at(-1)?.content).toBe('😀'.repeat(20_000));
});

it('plans a list of 10,000 at once, every code told apart', async () => {
  const world = new BulkWorld();
  await world.chatwoot();
  const entries = (await new BulkWorld().own(...numbered(9_990))).map((each) => ({ ...each }));
  const odd = [
    ...['with blanks', 'a/b', '/slash', '😀', 'é'.repeat(255), 'é'.repeat(256), ''],
    ...['C1', 'hello', 'HELLO'],
  ].map((shortcut, index) => ({
    ...{
      source: 'own',
      id: `odd-${index}`,
      title: shortcut,
      shortcut,
      body: index === 3 ? ' ' : 'x',
    },
    ...{ tags: [], variants: [], platforms: [] },
  }));
  const run = await world.plan('publish', [], {
    target: desk,
    entries: [...entries, ...odd],
    leftOut: [{ name: 'Row 7', why: 'It has no text.' }],
  });
  const { counts, acts } = await world.run(run);
  expect(counts).toMatchObject({ open: 9_990 + 5, refused: 6 });
  expect(acts).toEqual({ add: 9_990 + 4, change: 1, remove: 0 });
  const refused = (await world.items(run)).filter(({ state }) => state === 'refused');
  expect(refused.map(({ name }) => name.slice(0, 7))).toEqual(
    expect.arrayContaining(['😀', 'ééééééé', 'C1', 'HELLO', 'Row 7', 'x']),
  );
});

it('looks again after a 429: what a colleague wrote meanwhile stays', async () => {
  const world = new BulkWorld();
  const account = await world.chatwoot();
  const [row] = account.cannedResponses;
  if (row === undefined) throw new TypeError('the world is empty');
  const mine = await world.own({ shortcut: row.shortCode, body: 'mine' });
  const run = await world.plan('publish', mine, { target: desk });
  const until = world.clock + 600_000;
  world.fate = () => {
    if (world.clock >= until) return 'ok';
    row.content = 'theirs';
    return new TransportError('rate-limited', { status: 429, retryAt: until });
  };
  await world.act(run, 'start');
  expect(await world.run(run)).toMatchObject({ counts: { left: 1 } });
  expect(row.content).toBe('theirs');
});
