import { beforeEach, describe, expect, it } from 'vitest';
import { ReplyWorld } from './reply-world';

const DAY_MS = 24 * 60 * 60 * 1_000;

let world: ReplyWorld;
beforeEach(() => {
  world = new ReplyWorld();
});

describe('the own library', () => {
  it('creates and changes, and takes a shortcut once', async () => {
    expect(await world.save({ shortcut: '/hi', body: 'a' })).toEqual({ kind: 'ok', id: 'id-1' });
    expect(await world.database.replies.get(['own', 'id-1'])).toMatchObject({
      shortcut: 'hi',
      title: 'hi',
      updatedAt: world.clock,
    });
    expect(await world.save({ shortcut: 'HI', body: 'b' })).toMatchObject({
      kind: 'conflict',
      why: 'taken',
      theirs: { id: 'id-1', body: 'a' },
    });
    await world.save({ shortcut: 'bye', body: 'b' });
    expect(await world.save({ id: 'id-3', shortcut: 'HI', body: 'b' })).toMatchObject({
      kind: 'failed',
      conflict: true,
    });
    expect(await world.save({ id: 'id-1', shortcut: 'Hi', body: 'c' })).toMatchObject({
      kind: 'ok',
    });
    expect(await world.save({ title: 'No text', body: ' ' })).toMatchObject({ kind: 'failed' });
    expect(await world.save({ body: 'no name' })).toMatchObject({ kind: 'failed' });
  });

  it('is made once when it is saved again because nobody heard the answer', async () => {
    const draft = { title: 'Opening hours', body: 'a' };
    expect(await world.save(draft)).toEqual({ kind: 'ok', id: 'id-1' });
    expect(await world.save(draft)).toEqual({ kind: 'ok', id: 'id-1' });
    expect(await world.save({ ...draft, body: 'b' })).toMatchObject({ kind: 'ok' });
    expect(await world.titles('own')).toEqual(['Opening hours', 'Opening hours']);
  });

  it('replaces nothing that another window saved since it was shown', async () => {
    await world.save({ shortcut: 'hi', body: 'a' });
    const seen = await world.database.replies.get(['own', 'id-1']);
    await world.save({ id: 'id-1', shortcut: 'hi', body: 'b' });
    expect(await world.save({ id: 'id-1', shortcut: 'hi', body: 'c' }, seen)).toMatchObject({
      kind: 'conflict',
      why: 'changed',
      theirs: { body: 'b' },
    });
    if (seen === undefined) throw new TypeError('nothing was saved');
    const from = { kind: 'options' } as const;
    expect(await world.handlers['replies.remove']({ base: seen }, from)).toMatchObject({
      kind: 'conflict',
    });
    expect(await world.import([{ ...seen, body: 'd' }], [seen])).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('Nothing was imported'),
    });
    expect((await world.database.replies.get(['own', 'id-1']))?.body).toBe('b');
    await world.remove('own', 'id-1');
    expect(await world.save({ id: 'id-1', shortcut: 'hi', body: 'c' }, seen)).toMatchObject({
      why: 'deleted',
    });
  });

  it('keeps the last twenty texts of a response', async () => {
    await world.save({ shortcut: 'hi', body: '0' });
    for (let count = 1; count <= 25; count += 1) {
      await world.save({ id: 'id-1', shortcut: 'hi', body: String(count) });
    }
    const kept = await world.database.replyVersions.toArray();
    expect(kept.map(({ content }) => content.body)).toEqual(
      Array.from({ length: 20 }, (_none, index) => String(index + 6)),
    );
  });

  it('restores what was deleted within 30 days, unless the shortcut is taken', async () => {
    await world.save({ shortcut: 'hi', title: 'First', body: 'a' });
    await world.remove('own', 'id-1');
    expect(await world.database.replies.get(['own', 'id-1'])).toMatchObject({
      deletedAt: world.clock,
    });
    await world.save({ shortcut: 'hi', title: 'Second', body: 'b' });
    expect(await world.restore('id-1')).toMatchObject({ conflict: true });
    await world.remove('own', 'id-2');
    expect(await world.restore('id-1')).toEqual({ kind: 'ok', id: 'id-1' });
    expect((await world.database.replies.get(['own', 'id-1']))?.deletedAt).toBeUndefined();
    world.clock += 30 * DAY_MS;
    await world.refresh();
    expect(await world.titles('own')).toEqual(['First', 'Second']);
    world.clock += 1;
    await world.refresh();
    expect(await world.titles('own')).toEqual(['First']);
    expect(await world.restore('id-2')).toMatchObject({ kind: 'failed' });
  });
});
