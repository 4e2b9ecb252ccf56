import { expect, test } from 'vitest';
import type { Coverage } from '../../../../lib/model/coverage';
import { recordHealth } from '../../../../lib/worker/connections/health';
import { TestWorld } from '../world';

const failed = (more: Partial<Coverage> = {}): Coverage => ({
  state: 'unreachable',
  reason: 'server-error',
  httpStatus: 502,
  dropped: 0,
  checkedAt: 1,
  ...more,
});

test('health: the last success and the last failure are both kept, whichever came later', async () => {
  const world = new TestWorld();
  await world.connect('alpha', {});
  const health = async () => (await world.database.connections.get('alpha'))?.health;
  const start = world.clock;
  await recordHealth(world, 'alpha', undefined);
  expect(await health()).toMatchObject({ state: 'ok', okAt: start });
  world.clock += 1_000;
  await recordHealth(world, 'alpha', failed());
  expect(await health()).toEqual({
    state: 'failing',
    reason: 'server-error',
    checkedAt: start + 1_000,
    okAt: start,
    lastFailure: { reason: 'server-error', httpStatus: 502, right: undefined, at: start + 1_000 },
  });
  world.clock += 1_000;
  await recordHealth(world, 'alpha', failed({ httpStatus: 503 }));
  expect(await health()).toMatchObject({
    checkedAt: start + 1_000,
    lastFailure: { httpStatus: 503, at: start + 2_000 },
  });
  world.clock += 1_000;
  await recordHealth(world, 'alpha', undefined);
  expect(await health()).toMatchObject({
    state: 'ok',
    okAt: start + 3_000,
    lastFailure: { httpStatus: 503 },
  });
});

test('health: calls that go on working are written down now and then, not each time', async () => {
  const world = new TestWorld();
  await world.connect('alpha', {});
  const okAt = async () => (await world.database.connections.get('alpha'))?.health.okAt;
  await recordHealth(world, 'alpha', undefined);
  const first = await okAt();
  world.clock += 60_000;
  await recordHealth(world, 'alpha', undefined);
  expect(await okAt()).toBe(first);
  world.clock += 5 * 60_000;
  await recordHealth(world, 'alpha', undefined);
  expect(await okAt()).toBe(world.clock);
  // Somebody sets the clock back.
  world.clock -= 30 * 24 * 3_600_000;
  await recordHealth(world, 'alpha', undefined);
  expect(await okAt()).toBe(world.clock);
});
