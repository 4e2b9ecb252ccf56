import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { membraneHandlers } from '../../../../lib/worker/membrane/handlers';
import { type ServedMembrane, serveMembrane } from '../../helpdesks/membrane-server';
import { MembraneWorld } from './membrane-world';

let served: ServedMembrane;
beforeAll(async () => {
  served = await serveMembrane();
});
afterAll(() => served.stop());

test('after signing out Membrane’s host is given back, once nobody is signed in there', async () => {
  const world = new MembraneWorld(served.origin);
  const released: [string, boolean][] = [];
  const handlers = membraneHandlers(world.membrane, {
    ...world.connecting(),
    releaseHost: async (address) => void released.push([address, world.account !== undefined]),
  });
  await handlers['membrane.sign-out']({}, { kind: 'options' });
  expect(released).toEqual([]);
  await world.signIn(served.membrane.token('desk'));
  await handlers['membrane.sign-out']({}, { kind: 'options' });
  expect(released).toEqual([[served.origin, false]]);
});
