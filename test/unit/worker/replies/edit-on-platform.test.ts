import { beforeEach, describe, expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import type { Reply } from '../../../../lib/model/reply';
import { ReplyRefused } from '../../../../lib/platforms/contract/replies';
import { readStoredReplies } from '../../../../lib/storage/reply-queries';
import { reply } from '../../replies/samples';
import { ReplyWorld } from './reply-world';

let world: ReplyWorld;
beforeEach(() => {
  world = new ReplyWorld();
});

describe('a platform’s library', () => {
  it('takes what is written and shows it as the platform has it', async () => {
    let replies: Reply[] = [];
    await world.connect('one', {
      replies: async () => ({ replies, dropped: [] }),
      saveReply: async (draft) => {
        const saved = { ...draft, source: 'one', id: '9', title: 'as kept' };
        replies = [saved];
        return saved;
      },
      removeReply: async () => {
        replies = [];
      },
    });
    expect(await world.save({ source: 'one', title: 'x', body: 'a' })).toEqual({
      kind: 'ok',
      id: '9',
    });
    expect(await world.titles('one')).toEqual(['as kept']);
    expect(await world.remove('one', '9')).toEqual({ kind: 'ok', id: '9' });
    expect(await readStoredReplies(world.database)).toEqual([]);
  });

  it.each([
    [new ReplyRefused('Taken.', { conflict: true }), { message: 'Taken.', conflict: true }],
    [
      new TransportError('forbidden'),
      { message: expect.stringContaining('is not allowed to do this in ONE') },
    ],
    [new TypeError('odd'), { message: expect.stringContaining('ONE did not save it') }],
  ])('tells why not: %s', async (error, answer) => {
    const fail = async () => {
      throw error;
    };
    await world.connect('one', { saveReply: fail, removeReply: fail });
    expect(await world.save({ source: 'one', body: 'a' })).toMatchObject(answer);
    await world.database.replies.put(reply({ source: 'one', id: '1' }));
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
