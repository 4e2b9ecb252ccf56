import { beforeEach, describe, expect, it } from 'vitest';
import { countUse } from '../../../../lib/worker/replies/insertions';
import { ReplyWorld } from './reply-world';

let world: ReplyWorld;
beforeEach(() => {
  world = new ReplyWorld();
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
