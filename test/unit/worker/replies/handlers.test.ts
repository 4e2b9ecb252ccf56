import { beforeEach, describe, expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/errors';
import { ReplyRefused } from '../../../../lib/platforms/contract/replies';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { countUse } from '../../../../lib/worker/replies/insertions';
import { reply } from '../../replies/samples';
import { ReplyWorld } from './reply-world';

const DAY_MS = 24 * 60 * 60 * 1_000;

let world: ReplyWorld;
beforeEach(() => {
  world = new ReplyWorld();
});

describe('replies.refresh', () => {
  it('keeps each source by itself: one that fails keeps what it had and says why', async () => {
    let answer = async () => ({
      replies: [reply({ source: 'one', id: '1', title: 'A' })],
      dropped: ['“B” has no text.'],
    });
    await world.connect('one', { replies: () => answer(), saveReply: async () => reply({}) });
    await world.connect('two', {
      replies: async () => ({
        replies: [reply({ source: 'two', id: '1', title: 'C' })],
        dropped: [],
        partial: 'bad-answer' as const,
      }),
    });
    await world.connect('three', {});
    await world.refresh();
    expect(await world.titles('one')).toEqual(['A']);
    expect(await world.source('one')).toMatchObject({
      writable: true,
      coverage: { state: 'complete', dropped: 1 },
      dropped: ['“B” has no text.'],
      fetchedAt: world.clock,
    });
    expect(await world.source('two')).toMatchObject({
      writable: false,
      coverage: { state: 'partial', reason: 'bad-answer' },
    });
    expect(await world.source('three')).toBeUndefined();
    expect(await world.source('own')).toMatchObject({ writable: true });

    answer = async () => {
      throw new TransportError('forbidden', { status: 403 });
    };
    await world.refresh(true);
    expect(await world.titles('one')).toEqual(['A']);
    expect(await world.source('one')).toMatchObject({
      coverage: { state: 'unauthorised', reason: 'missing-right' },
      dropped: ['“B” has no text.'],
      fetchedAt: world.clock,
    });
    expect(await world.titles('two')).toEqual(['C']);
  });

  it('asks again after five minutes, or when told to', async () => {
    let calls = 0;
    await world.connect('one', {
      replies: async () => {
        calls += 1;
        return { replies: [], dropped: [] };
      },
    });
    await Promise.all([world.refresh(), world.refresh()]);
    expect(calls).toBe(1);
    world.clock += 5 * 60_000 - 1;
    await world.refresh();
    expect(calls).toBe(1);
    world.clock += 1;
    await world.refresh();
    expect(calls).toBe(2);
    await world.refresh(true);
    expect(calls).toBe(3);
  });

  it('replaces what the source no longer has, and leaves out what does not fit the model', async () => {
    let replies = [reply({ source: 'one', id: '1', title: 'A' })];
    await world.connect('one', { replies: async () => ({ replies, dropped: [] }) });
    await world.refresh();
    replies = [
      reply({ source: 'one', id: '2', title: 'B' }),
      reply({ source: 'one', id: '3', body: 'x'.repeat(40_001) }),
    ];
    await world.refresh(true);
    expect(await world.titles('one')).toEqual(['B']);
    expect((await world.source('one'))?.dropped).toEqual(['1 could not be read.']);
  });

  it('removes what a connection brought when that connection is gone', async () => {
    const replies = [reply({ source: 'one', id: '1', title: 'A' })];
    await world.connect('one', { replies: async () => ({ replies, dropped: [] }) });
    await world.refresh();
    await eraseConnectionData(world.database, 'one', { withConnection: true });
    expect(await world.titles('one')).toEqual([]);
    expect(await world.source('one')).toBeUndefined();
  });
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
      kind: 'failed',
      conflict: true,
    });
    expect(await world.save({ id: 'id-1', shortcut: 'Hi', body: 'c' })).toMatchObject({
      kind: 'ok',
    });
    expect(await world.save({ title: 'No text', body: ' ' })).toMatchObject({ kind: 'failed' });
    expect(await world.save({ body: 'no name' })).toMatchObject({ kind: 'failed' });
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

  it('imports many, into the own library only', async () => {
    await world.import([
      reply({ id: '1', source: 'team', title: 'A' }),
      reply({ id: '2', title: 'B' }),
    ]);
    expect(await world.titles('own')).toEqual(['A', 'B']);
    expect(await world.titles('team')).toEqual([]);
  });
});

describe('a platform’s library', () => {
  it('takes what is written and shows it as the platform has it', async () => {
    await world.connect('one', {
      replies: async () => ({ replies: [], dropped: [] }),
      saveReply: async (draft) => ({ ...draft, source: 'one', id: '9', title: 'as kept' }),
      removeReply: async () => undefined,
    });
    expect(await world.save({ source: 'one', title: 'x', body: 'a' })).toEqual({
      kind: 'ok',
      id: '9',
    });
    expect(await world.titles('one')).toEqual(['as kept']);
    expect(await world.remove('one', '9')).toEqual({ kind: 'ok', id: '9' });
    expect(await world.titles('one')).toEqual([]);
  });

  it.each([
    [new ReplyRefused('Taken.', { conflict: true }), { message: 'Taken.', conflict: true }],
    [new TransportError('offline'), { message: expect.stringContaining('ONE cannot be reached') }],
    [new TypeError('odd'), { message: expect.stringContaining('cannot be read') }],
  ])('tells why not: %s', async (error, answer) => {
    const fail = async () => {
      throw error;
    };
    await world.connect('one', { saveReply: fail, removeReply: fail });
    expect(await world.save({ source: 'one', body: 'a' })).toMatchObject(answer);
    expect(await world.remove('one', '1')).toMatchObject({ kind: 'failed' });
  });

  it('is not written where it can only be read, nor where it is no longer connected', async () => {
    await world.connect('one', {});
    for (const source of ['one', 'team', 'gone']) {
      expect(await world.save({ source, body: 'a' })).toMatchObject({ kind: 'failed' });
      expect(await world.remove(source, '1')).toMatchObject({ kind: 'failed' });
    }
  });
});

describe('countUse', () => {
  it('counts what was inserted, and not what is gone', async () => {
    await world.save({ title: 'A', body: 'a' });
    await countUse(world, { source: 'own', id: 'id-1' });
    world.clock += 5;
    await countUse(world, { source: 'own', id: 'id-1' });
    await countUse(world, { source: 'own', id: 'gone' });
    expect(await world.database.usage.toArray()).toEqual([
      { source: 'own', id: 'id-1', count: 2, lastUsedAt: world.clock },
    ]);
  });
});
