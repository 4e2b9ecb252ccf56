import { beforeEach, describe, expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { reply } from '../../replies/samples';
import { ReplyWorld } from './reply-world';

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

  it('asks again after a minute, or when told to', async () => {
    let calls = 0;
    await world.connect('one', {
      replies: async () => {
        calls += 1;
        return { replies: [], dropped: [] };
      },
    });
    await Promise.all([world.refresh(), world.refresh()]);
    expect(calls).toBe(1);
    world.clock += 60_000 - 1;
    await world.refresh();
    expect(calls).toBe(1);
    world.clock += 1;
    await world.refresh();
    expect(calls).toBe(2);
    await world.refresh(true);
    expect(calls).toBe(3);
    const from = { kind: 'options' } as const;
    await world.handlers['replies.refresh']({ olderThanMs: 0, source: 'two' }, from);
    expect(calls).toBe(3);
    await world.handlers['replies.refresh']({ olderThanMs: 0, source: 'one' }, from);
    expect(calls).toBe(4);
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
    expect((await world.source('one'))?.dropped).toEqual(['1 response could not be read.']);
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
