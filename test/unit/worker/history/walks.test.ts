import { beforeEach, describe, expect, test } from 'vitest';
import { saveWalk } from '../../../../lib/worker/history/walks';
import { TestWorld } from '../world';
import { report, tab, WalkWorld } from './walk-world';

let world: WalkWorld;

beforeEach(async () => {
  world = await WalkWorld.create();
});

const readThrough = async (id: string) =>
  (await world.database.conversations.get(['gamma', id]))?.readThrough;
const coverageOf = async (id: string) =>
  (await world.database.histories.get(['gamma', id]))?.coverage;

describe('what a page tells of its walk', () => {
  test('is kept for the panel while it goes on, and proves nothing yet', async () => {
    await world.show('a');
    await saveWalk(world, tab, report());
    expect(await world.walk()).toEqual({
      ...{ conversationId: 'a', count: 3, reachesBackTo: 42 },
      ...{ end: undefined, heardAt: world.clock },
    });
    expect(await readThrough('a')).toBeUndefined();
  });

  test('makes the conversation complete once the first message is proven, and the panel asks again', async () => {
    await world.show('a');
    const { round } = await world.row();
    await saveWalk(world, tab, report('nothing-older'));
    expect(await readThrough('a')).toEqual({
      ...{ proof: 'nothing-older', firstId: 'a-0', asOf: world.clock },
    });
    expect(await coverageOf('a')).toMatchObject({ wholeAsOf: world.clock, walked: { count: 3 } });
    expect((await world.row()).round).toBe(round + 1);
  });

  test('says how far it came where it was stopped, and takes back nothing that was proven', async () => {
    await world.show('a');
    await saveWalk(world, tab, report('agent'));
    expect(await coverageOf('a')).toMatchObject({ walked: { count: 3 } });
    expect((await coverageOf('a'))?.state).not.toBe('complete');
    await saveWalk(world, tab, report('start-mark'));
    await saveWalk(world, tab, report('agent'));
    expect((await readThrough('a'))?.proof).toBe('start-mark');
  });

  test('proves nothing of a conversation that the tab does not show', async () => {
    await world.show('a');
    await world.show('b');
    await saveWalk(world, tab, report('start-mark', { conversationId: 'a' }));
    expect(await readThrough('a')).toBeUndefined();
    expect(await world.walk()).toBeUndefined();
  });

  test('says how far it came in a conversation that was left for another one', async () => {
    await world.show('a');
    await world.show('b');
    await saveWalk(world, tab, report('agent', { conversationId: 'a' }));
    expect(await readThrough('a')).toEqual({ asOf: world.clock });
    expect(await readThrough('b')).toBeUndefined();
    expect(await world.walk()).toBeUndefined();
    await world.database.screens.where('tabId').equals(3).modify({ connectionId: 'other' });
    world.clock += 1_000;
    await saveWalk(world, tab, report('agent', { conversationId: 'a' }));
    expect(await readThrough('a')).toEqual({ asOf: world.clock - 1_000 });
  });

  test.each([
    ['another tab', { ...tab, tabId: 4 }],
    ['another origin', { ...tab, origin: 'https://evil.example' }],
  ])('proves nothing when it comes from %s', async (_name, from) => {
    await world.show('a');
    await saveWalk(world, from, report('start-mark'));
    expect(await readThrough('a')).toBeUndefined();
    expect(await world.walk()).toBeUndefined();
  });

  test('proves nothing of a conversation of the same id in another account', async () => {
    await world.show('a');
    await world.database.screens.where('tabId').equals(3).modify({ connectionId: 'other' });
    await saveWalk(world, tab, report('start-mark'));
    expect(await readThrough('a')).toBeUndefined();
  });

  test('goes on where it was when the worker died in mid-walk', async () => {
    await world.show('a');
    await saveWalk(world, tab, report(undefined, { count: 1 }));
    const after = new TestWorld(world.database);
    for (const [name, definition] of world.definitions) after.definitions.set(name, definition);
    await saveWalk(after, tab, report(undefined, { count: 2 }));
    expect(await world.walk()).toMatchObject({ count: 2 });
    await saveWalk(after, tab, report('start-mark'));
    expect(await coverageOf('a')).toMatchObject({ wholeAsOf: world.clock });
  });
});
