import { beforeEach, describe, expect, it } from 'vitest';
import { reply } from '../../replies/samples';
import { ReplyWorld } from './reply-world';

let world: ReplyWorld;
beforeEach(() => {
  world = new ReplyWorld();
});

describe('importing into the own library', () => {
  it('imports none when a shortcut was given away since the preview', async () => {
    await world.save({ shortcut: 'hi', body: 'a' });
    const planned = [reply({ id: '1', shortcut: 'new', body: 'b' })];
    expect(
      await world.import([...planned, reply({ id: '2', shortcut: 'HI', body: 'b' })]),
    ).toMatchObject({
      kind: 'failed',
    });
    expect(await world.import(planned)).toEqual({ kind: 'ok' });
    // Again, because nobody heard the answer.
    expect(await world.import(planned)).toEqual({ kind: 'ok' });
    expect(await world.database.replies.count()).toBe(2);
  });

  it('gives a shortcut to another one when the import takes it from the first', async () => {
    await world.save({ shortcut: 'hi', body: 'a' });
    const [seen] = await world.database.replies.toArray();
    if (seen === undefined) throw new TypeError('nothing was saved');
    const planned = [{ ...seen, shortcut: 'hello' }, reply({ id: 'x', shortcut: 'hi', body: 'b' })];
    expect(await world.import(planned, [seen])).toEqual({ kind: 'ok' });
    expect(await world.import(planned, [seen])).toEqual({ kind: 'ok' });
  });

  it('imports none when a changed one would get a shortcut that was given away since', async () => {
    await world.save({ shortcut: 'old', body: 'a' });
    const [seen] = await world.database.replies.toArray();
    if (seen === undefined) throw new TypeError('nothing was saved');
    await world.save({ shortcut: 'hi', body: 'b' });
    expect(await world.import([{ ...seen, shortcut: 'Hi' }], [seen])).toMatchObject({
      kind: 'failed',
    });
    expect(await world.import([{ ...seen, shortcut: 'OLD' }], [seen])).toEqual({ kind: 'ok' });
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
