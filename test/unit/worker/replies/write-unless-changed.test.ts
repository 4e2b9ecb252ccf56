import { beforeEach, describe, expect, it } from 'vitest';
import { TransportError, type TransportFailure } from '../../../../lib/http/transport-error';
import type { Reply } from '../../../../lib/model/reply';
import type { PlatformApi } from '../../../../lib/platforms/contract/api';
import { ReplyRefused } from '../../../../lib/platforms/contract/replies';
import { contentOf } from '../../../../lib/replies/same-reply';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { reply } from '../../replies/samples';
import { ReplyWorld } from './reply-world';

/** What a helpdesk holds, as a colleague may change it. */
let held: Map<string, Reply>;
/** What happens to a write: carried out, carried out but never answered, or lost on its way. */
let fate: 'answered' | 'unanswered' | 'lost';
/** How a write ends that is carried out and never answered. */
let silence: TransportFailure;
let writes: number;
let reads: number;
let isWhole: boolean;
let onRead: () => void;
let world: ReplyWorld;

const api: Partial<PlatformApi> = {
  replies: async () => {
    reads += 1;
    onRead();
    return {
      replies: [...held.values()],
      dropped: [],
      partial: isWhole ? undefined : 'bad-answer',
    };
  },
  saveReply: async (draft) => {
    writes += 1;
    if (fate === 'lost') throw new TransportError('timeout');
    const saved = { ...draft, source: 'one', id: draft.id ?? `new-${writes}` };
    const twin = [...held.values()].find(
      ({ id, title }) => title === draft.title && id !== saved.id,
    );
    if (twin !== undefined) throw new ReplyRefused('Taken.', { conflict: true });
    if (draft.id !== undefined && !held.has(draft.id)) {
      throw new ReplyRefused('Gone.', { isGone: true });
    }
    held.set(saved.id, saved);
    if (fate === 'unanswered') throw new TransportError(silence);
    return saved;
  },
  removeReply: async (id) => {
    writes += 1;
    if (fate === 'lost') throw new TransportError('timeout');
    held.delete(id);
    if (fate === 'unanswered') throw new TransportError(silence);
  },
};

const opened = reply({ source: 'one', id: '1', title: 'hello', shortcut: 'hello', body: 'Hello' });
const mine = { ...opened, body: 'Hello, mine' };
const { id: _mine, ...made } = mine;
const theirs = { ...opened, body: 'Hello, theirs', updatedAt: 9 };

beforeEach(async () => {
  held = new Map([['1', opened]]);
  fate = 'answered';
  silence = 'not-json';
  writes = 0;
  reads = 0;
  isWhole = true;
  onRead = () => undefined;
  world = new ReplyWorld();
  await world.connect('one', api);
  await world.refresh();
});

const bodyThere = () => held.get('1')?.body;
const stored = () => world.database.replies.get(['one', '1']);

describe('saving in a platform', () => {
  it('does not replace what a colleague saved since the form was opened', async () => {
    held.set('1', theirs);
    expect(await world.save(mine, opened)).toMatchObject({
      kind: 'conflict',
      why: 'changed',
      theirs: { body: 'Hello, theirs' },
    });
    expect(writes).toBe(0);
    expect(bodyThere()).toBe('Hello, theirs');
    expect(await stored()).toMatchObject(theirs);
  });

  it('replaces it once somebody has chosen so, and only while it is still that', async () => {
    held.set('1', { ...theirs, body: 'Hello, once more' });
    expect(await world.save(mine, theirs)).toMatchObject({ kind: 'conflict' });
    held.set('1', theirs);
    expect(await world.save(mine, theirs)).toEqual({ kind: 'ok', id: '1' });
    expect(bodyThere()).toBe('Hello, mine');
  });

  it('writes over what only has another time, and nothing where all is as wanted', async () => {
    held.set('1', { ...opened, updatedAt: 9 });
    expect(await world.save(mine, opened)).toMatchObject({ kind: 'ok' });
    expect(await world.save(mine, opened)).toMatchObject({ kind: 'ok' });
    expect(writes).toBe(1);
  });

  it('does not replace what nobody saw', async () => {
    await world.database.replies.clear();
    expect(await world.save({ ...mine, id: '1' })).toMatchObject({ kind: 'conflict' });
    expect(bodyThere()).toBe('Hello');
  });

  it('says when it was deleted there, and makes nothing anew by itself', async () => {
    held.clear();
    expect(await world.save(mine, opened)).toMatchObject({ kind: 'conflict', why: 'deleted' });
    expect(writes).toBe(0);
    held.set('1', opened);
    await world.refresh(true);
    onRead = () => queueMicrotask(() => held.clear());
    expect(await world.save(mine, opened)).toMatchObject({ kind: 'conflict', why: 'deleted' });
  });

  it('does not take a list that is cut short for a deletion', async () => {
    held.clear();
    isWhole = false;
    expect(await world.save(mine, opened)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('did not list all'),
    });
    expect(writes).toBe(0);
  });

  it('shows a code with blanks that was made in the helpdesk, where a new one would get another', async () => {
    const spaced = { ...opened, title: 'good bye', shortcut: 'good bye', body: 'Bye' };
    held.set('1', spaced);
    await world.connect('two', {
      ...api,
      keptReply: (draft) => {
        const code = draft.shortcut.replaceAll(' ', '-');
        return { ...contentOf({ ...spaced, ...draft, id: '' }), title: code, shortcut: code };
      },
      replies: async () => ({
        replies: [...held.values()].map((each) => ({ ...each, source: 'two' })),
        dropped: [],
      }),
    });
    await world.refresh(true);
    const { id: _id, ...typed } = { ...spaced, source: 'two' };
    expect(await world.save({ ...typed, body: 'See you' })).toMatchObject({
      why: 'taken',
      theirs: { body: 'Bye' },
    });
    expect(await world.save(typed)).toEqual({ kind: 'ok', id: '1' });
    expect(writes).toBe(0);
  });

  it('shows what has the name of a new one, also when somebody was faster by a moment', async () => {
    expect(await world.save(made)).toMatchObject({ why: 'taken', theirs: { body: 'Hello' } });
    held.clear();
    await world.refresh(true);
    onRead = () => queueMicrotask(() => held.set('1', theirs));
    expect(await world.save(made)).toMatchObject({
      why: 'taken',
      theirs: { body: 'Hello, theirs' },
    });
    expect(held.size).toBe(1);
  });

  it('writes nothing when nobody can look first', async () => {
    onRead = () => {
      throw new TransportError('offline');
    };
    expect(await world.save(mine, opened)).toMatchObject({ kind: 'failed' });
    expect(await world.remove('one', '1')).toMatchObject({ kind: 'failed' });
    expect(writes).toBe(0);
  });

  it('sees at once when two saved at the same moment', async () => {
    onRead = () => {
      if (reads === 3) held.set('1', theirs);
    };
    expect(await world.save(mine, opened)).toMatchObject({ kind: 'conflict', why: 'changed' });
    expect(await world.save(mine, theirs)).toEqual({ kind: 'ok', id: '1' });
  });
});

describe('a text that was replaced right after it was saved', () => {
  const crossed = () => world.database.replyVersions.where('crossedAt').above(0).toArray();
  /** As somebody does who looked before, and wrote after, and saw nothing of it. */
  const replaceLater = async (later: Partial<Reply>) => {
    held.set('1', { ...opened, ...later });
    await world.refresh(true);
  };

  it('is told to whoever saved it, until it was looked at', async () => {
    await world.save(mine, opened);
    await replaceLater({ body: 'Hello, unseen', updatedAt: world.clock + 30_000 });
    expect(await crossed()).toMatchObject([{ id: '1', content: { body: 'Hello, mine' } }]);
    const from = { kind: 'options' } as const;
    await world.handlers['replies.seen']({ source: 'one', id: '1' }, from);
    expect(await crossed()).toEqual([]);
  });

  it('is told when it was deleted, unless the list was only behind', async () => {
    await world.save(mine, opened);
    held.clear();
    await world.refresh(true);
    expect(await crossed()).toHaveLength(1);
    held.set('1', mine);
    await world.refresh(true);
    expect(await crossed()).toEqual([]);
  });

  it('is no matter when it was replaced later, or is put back', async () => {
    await world.save(mine, opened);
    await replaceLater({ body: 'Hello, later', updatedAt: world.clock + 120_000 });
    expect(await crossed()).toEqual([]);
    await world.save({ ...mine, body: 'Hello, mine again' });
    await replaceLater({ body: 'Hello, unseen', updatedAt: world.clock + 1 });
    await world.save({ ...mine, body: 'Both' });
    expect(await crossed()).toEqual([]);
  });

  it('is no conflict where the list still shows what was there before', async () => {
    onRead = () => {
      if (reads === 3) held.set('1', { ...opened, updatedAt: 9 });
    };
    expect(await world.save(mine, opened)).toEqual({ kind: 'ok', id: '1' });
    expect(await crossed()).toEqual([]);
  });
});

describe('an answer that is lost', () => {
  it('is no loss where the text arrived', async () => {
    fate = 'unanswered';
    expect(await world.save(mine, opened)).toEqual({ kind: 'ok', id: '1' });
    expect(await stored()).toMatchObject(mine);
  });

  it('is none, either, where a web page is shown after the save', async () => {
    fate = 'unanswered';
    silence = 'redirected';
    expect(await world.save(mine, opened)).toEqual({ kind: 'ok', id: '1' });
    expect(await stored()).toMatchObject(mine);
  });

  it('leads to no second one where a new one arrived', async () => {
    fate = 'unanswered';
    const bye = { ...made, title: 'bye', shortcut: 'bye' };
    expect(await world.save(bye)).toEqual({ kind: 'ok', id: 'new-1' });
    fate = 'answered';
    expect(await world.save(bye)).toEqual({ kind: 'ok', id: 'new-1' });
    expect(held.size).toBe(2);
  });

  it('is told where nothing arrived', async () => {
    fate = 'lost';
    const answer = await world.save(mine, opened);
    expect(answer).toMatchObject({ message: expect.stringContaining('nothing has changed') });
    expect(bodyThere()).toBe('Hello');
  });

  it('leads to both texts where somebody else wrote in between', async () => {
    fate = 'lost';
    onRead = () => {
      if (reads === 3) held.set('1', theirs);
    };
    expect(await world.save(mine, opened)).toMatchObject({ why: 'changed', theirs });
  });
});

describe('deleting in a platform', () => {
  it('leaves what a colleague has changed since it was shown', async () => {
    held.set('1', theirs);
    expect(
      await world.handlers['replies.remove']({ base: opened }, { kind: 'options' }),
    ).toMatchObject({
      kind: 'conflict',
      theirs,
    });
    expect(bodyThere()).toBe('Hello, theirs');
  });

  it('is done, and can be undone, when only the answer was lost', async () => {
    fate = 'lost';
    expect(await world.remove('one', '1')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('Try again: before writing anything'),
    });
    expect(await stored()).not.toHaveProperty('deletedAt');
    fate = 'unanswered';
    expect(await world.remove('one', '1')).toEqual({ kind: 'ok', id: '1' });
    expect(await stored()).toMatchObject({ body: 'Hello', deletedAt: world.clock });
  });

  it('leaves nothing behind when the connection is removed meanwhile', async () => {
    onRead = () => queueMicrotask(() => void eraseConnectionData(world.database, 'one'));
    await world.save(mine, opened);
    await world.database.replies.clear();
    await eraseConnectionData(world.database, 'one', { withConnection: true });
    expect(await world.save(mine, opened)).toMatchObject({
      message: expect.stringContaining('no longer connected'),
    });
    expect(await world.database.replies.count()).toBe(0);
    expect(await world.database.replyVersions.count()).toBe(0);
  });

  it('can be undone: made again as a new one, with its earlier texts', async () => {
    await world.save(mine, opened);
    await world.remove('one', '1');
    expect(held.size).toBe(0);
    await world.refresh(true);
    expect(await stored()).toMatchObject({ deletedAt: world.clock });
    const back = await world.handlers['replies.restore'](
      { source: 'one', id: '1' },
      { kind: 'options' },
    );
    expect(back).toEqual({ kind: 'ok', id: 'new-3' });
    expect(held.get('new-3')).toMatchObject({ body: 'Hello, mine', shortcut: 'hello' });
    expect(await stored()).toBeUndefined();
    const versions = await world.database.replyVersions
      .where('[source+id]')
      .equals(['one', 'new-3'])
      .toArray();
    expect(versions.map(({ content }) => content.body)).toEqual(['Hello', 'Hello, mine']);
  });

  it('does not double it when it is undone twice', async () => {
    await world.remove('one', '1');
    fate = 'unanswered';
    const again = () =>
      world.handlers['replies.restore']({ source: 'one', id: '1' }, { kind: 'options' });
    expect(await again()).toMatchObject({ kind: 'ok' });
    expect(await again()).toMatchObject({ kind: 'failed' });
    expect(held.size).toBe(1);
  });
});
