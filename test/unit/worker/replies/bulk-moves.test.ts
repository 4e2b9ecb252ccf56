import { describe, expect, it, vi } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { BulkWorld } from './bulk-world';

const desk = 'chatwoot-1';

describe('a selection of several sources', () => {
  it('leaves out what only can be read, and deletes or tags the rest', async () => {
    for (const kind of ['remove', 'tag'] as const) {
      const world = new BulkWorld();
      const mine = await world.own({ id: 'm', shortcut: 'm', body: 'm' });
      const team = await world.own({ source: 'team', id: 't', shortcut: 't', body: 't' });
      const run = await world.plan(kind, [...mine, ...team], { tags: { add: ['x'], remove: [] } });
      const done = await world.act(run, 'start');
      expect(done).toMatchObject({ state: 'ended', counts: { done: 1, refused: 1 } });
      expect(done.sources).toEqual(['own']);
    }
  });

  it('is taken back where it still can be when one of them was disconnected', async () => {
    const world = new BulkWorld();
    await world.kustomer();
    const mine = await world.own({ id: 'm', shortcut: 'm', body: 'm' });
    await world.plan('publish', mine, { target: 'kustomer-1' });
    const theirs = await world.database.replies
      .where({ source: 'kustomer-1', title: 'greeting' })
      .toArray();
    const tags = { add: ['Billing'], remove: [] };
    const run = await world.plan('tag', [...mine, ...theirs], { tags });
    expect(await world.act(run, 'start')).toMatchObject({ counts: { done: 2 } });
    await eraseConnectionData(world.database, 'kustomer-1', { withConnection: true });
    await world.act(run, 'undo');
    expect(await world.run(run)).toMatchObject({ counts: { undone: 1 } });
    expect((await world.database.replies.get(['own', 'm']))?.tags).toEqual([]);
  });

  it('goes on with the rest when one of them is disconnected while it fails', async () => {
    for (const failure of ['rate-limited', 'offline', 'forbidden'] as const) {
      const world = new BulkWorld();
      await world.chatwoot();
      const mine = await world.own({ id: 'm', shortcut: 'm', body: 'm' });
      await world.plan('publish', mine, { target: desk });
      const theirs = await world.database.replies.where('source').equals(desk).limit(1).toArray();
      const run = await world.plan('remove', [...mine, ...theirs]);
      const api = world.apis.get(desk);
      if (api === undefined) throw new TypeError('not connected');
      vi.spyOn(api, 'replies').mockImplementation(async () => {
        await eraseConnectionData(world.database, desk, { withConnection: true });
        throw new TransportError(failure);
      });
      expect(await world.act(run, 'start')).toMatchObject({
        state: 'stopped',
        counts: { done: 1 },
        message: expect.stringContaining('disconnected'),
      });
    }
  });
});

describe('a move', () => {
  /** From Chatwoot to the own library, where `copies` are already. */
  async function moving(copies: (body: string) => { shortcut: string; body: string }[] = () => []) {
    const world = new BulkWorld();
    const account = await world.chatwoot();
    const [row] = account.cannedResponses;
    if (row === undefined) throw new TypeError('the world is empty');
    const code = row.shortCode;
    await world.plan('publish', await world.own({ body: 'x' }), { target: desk });
    await world.database.replies.where('source').equals('own').delete();
    const copied = copies(row.content).map((each) => ({ ...each, title: each.shortcut }));
    await world.own(...copied.map((each, index) => ({ ...each, id: `copy-${index}` })));
    const theirs = await world.database.replies.where({ source: desk, title: code }).toArray();
    const run = await world.plan('move', theirs, { target: 'own' });
    const isThere = () => account.cannedResponses.some(({ shortCode }) => shortCode === code);
    const mine = async () => {
      const own = await world.database.replies.where('source').equals('own').toArray();
      return own.filter(({ deletedAt }) => deletedAt === undefined);
    };
    return { world, account, code, run, isThere, mine };
  }

  it('is taken back after a 429, however long that takes', async () => {
    const { world, run, isThere, mine } = await moving();
    await world.act(run, 'start');
    expect(isThere()).toBe(false);
    const until = world.clock + 900_000;
    world.fate = () =>
      world.clock < until
        ? new TransportError('rate-limited', { status: 429, retryAt: until })
        : 'ok';
    await world.act(run, 'undo');
    expect(await world.run(run)).toMatchObject({ state: 'ended', counts: { undone: 2, kept: 0 } });
    expect(isThere()).toBe(true);
    expect(await mine()).toEqual([]);
  });

  it('stops, with all still to be taken back, while the helpdesk cannot be reached', async () => {
    const { world, run, isThere } = await moving();
    await world.act(run, 'start');
    world.isOffline = true;
    await world.act(run, 'undo');
    expect(await world.run(run)).toMatchObject({ state: 'stopped', counts: { done: 2, kept: 0 } });
    world.isOffline = false;
    await world.act(run, 'go-on');
    expect(await world.run(run)).toMatchObject({ state: 'ended', counts: { undone: 2 } });
    expect(isThere()).toBe(true);
  });

  const hindrances: Record<string, (moved: Awaited<ReturnType<typeof moving>>) => unknown> = {
    'its code was taken meanwhile': ({ account: { cannedResponses }, code }) => {
      const [other] = cannedResponses;
      if (other === undefined) throw new TypeError('the world is empty');
      cannedResponses.push({ ...other, id: 9_002, shortCode: code, content: 'theirs' });
    },
    'the helpdesk takes no writes': ({ world }) => {
      world.fate = () => 'never';
    },
    'the account was disconnected': ({ world }) =>
      eraseConnectionData(world.database, desk, { withConnection: true }),
  };

  it.each(Object.entries(hindrances))('leaves the copy where %s', async (_why, hinder) => {
    const moved = await moving();
    const { world, code, run, mine } = moved;
    await world.act(run, 'start');
    await hinder(moved);
    await world.act(run, 'undo');
    expect((await mine()).map(({ shortcut }) => shortcut)).toEqual([code]);
    const copy = (await world.items(run)).find(({ act }) => act === 'add');
    expect(copy).toMatchObject({ state: 'kept', why: expect.stringContaining('this copy stays') });
  });

  it('deletes nothing whose copy is no longer the same when it is confirmed', async () => {
    for (const change of [{ body: 'rewritten' }, { deletedAt: 1 }, undefined]) {
      const { code } = await moving();
      const { world, run, isThere } = await moving((body) => [{ shortcut: code, body }]);
      expect(await world.run(run)).toMatchObject({ counts: { same: 1, open: 1 } });
      if (change !== undefined) await world.database.replies.update(['own', 'copy-0'], change);
      await world.act(run, 'start');
      expect(isThere()).toBe(change !== undefined);
    }
  });

  it('looks in the helpdesk, too, before it deletes what is there already', async () => {
    const world = new BulkWorld();
    const account = await world.chatwoot();
    const [row] = account.cannedResponses;
    if (row === undefined) throw new TypeError('the world is empty');
    const mine = await world.own({ id: 'm', shortcut: row.shortCode, body: row.content });
    const run = await world.plan('move', mine, { target: desk });
    expect(await world.run(run)).toMatchObject({ counts: { same: 1, open: 1 } });
    row.content = 'theirs';
    await world.act(run, 'start');
    expect(await world.run(run)).toMatchObject({ counts: { left: 1, done: 0 } });
    expect((await world.database.replies.get(['own', 'm']))?.deletedAt).toBeUndefined();
  });

  it('deletes nothing whose copy was deleted while it was stopped', async () => {
    const { world, run, isThere, mine } = await moving();
    world.fate = () => new TransportError('forbidden', { status: 403 });
    await world.act(run, 'start');
    expect(await world.run(run)).toMatchObject({ state: 'stopped', counts: { done: 1, open: 1 } });
    const [copy] = await mine();
    await world.database.replies.update(['own', copy?.id ?? ''], { deletedAt: 1 });
    world.fate = () => 'ok';
    await world.act(run, 'go-on');
    expect(isThere()).toBe(true);
    expect(await world.run(run)).toMatchObject({ counts: { left: 1 } });
  });
});
