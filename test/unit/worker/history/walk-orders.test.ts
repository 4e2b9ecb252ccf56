import { beforeEach, describe, expect, test } from 'vitest';
import { orderWalk, saveWalk } from '../../../../lib/worker/history/walks';
import { context } from '../world';
import { report, tab, WalkWorld } from './walk-world';

let world: WalkWorld;

beforeEach(async () => {
  world = await WalkWorld.create();
});

/** A page that takes every word, or none, and keeps count of what it was told. */
function linkTo(isThere: boolean) {
  const told: unknown[] = [];
  return {
    told,
    start: async (...order: unknown[]) => told.push(['start', ...order]) > 0 && isThere,
    stop: async (...order: unknown[]) => told.push(['stop', ...order]) > 0 && isThere,
  };
}

describe('having a page read', () => {
  test('asks the tab that shows the conversation, and leaves the telling to it', async () => {
    await world.show('a');
    const link = linkTo(true);
    await orderWalk(world, link, await world.row(), 'start');
    await orderWalk(world, link, await world.row(), 'stop');
    expect(link.told).toEqual([
      ['start', 3, 'a'],
      ['stop', 3],
    ]);
    expect(await world.walk()).toBeUndefined();
  });

  test.each(['start', 'stop'] as const)(
    'a page that cannot be reached for a %s is told, with what was read',
    async (action) => {
      await world.show('a');
      await saveWalk(world, tab, report());
      await orderWalk(world, linkTo(false), await world.row(), action);
      expect(await world.walk()).toMatchObject({ end: 'page-gone', count: 3, reachesBackTo: 42 });
    },
  );

  test('a stop that comes when the walk has ended leaves its end as it is', async () => {
    await world.show('a');
    await saveWalk(world, tab, report('start-mark'));
    await orderWalk(world, linkTo(false), await world.row(), 'stop');
    expect(await world.walk()).toMatchObject({ end: 'start-mark' });
  });

  test('nothing is said of a conversation that was left while the page was asked', async () => {
    await world.show('a');
    const shown = await world.row();
    await world.show('b');
    await orderWalk(world, linkTo(false), shown, 'start');
    expect(await world.walk()).toBeUndefined();
  });

  test('a person who was opened by hand, and a page without a conversation, have no page to be read', async () => {
    await world.show('a');
    const link = linkTo(true);
    const shown = await world.row();
    await orderWalk(world, link, { ...shown, isOpenedByHand: true }, 'start');
    await orderWalk(world, link, { ...shown, context: context('gamma') }, 'start');
    expect(link.told).toEqual([]);
  });
});
