import { expect, test } from 'vitest';
import { applyPhoneRegion } from '../../../../lib/worker/people/phone-region';
import { contact, TestWorld } from '../world';

test('another usual country gives stored numbers another meaning', async () => {
  const world = new TestWorld();
  await world.database.contacts.bulkPut([
    contact('alpha', '1', { phones: ['0660 1234567'] }),
    contact('alpha', '2', { phones: ['+46701234567'], phoneKeys: ['+46701234567'] }),
  ]);
  const keys = async () => (await world.database.contacts.toArray()).map((each) => each.phoneKeys);
  await applyPhoneRegion(world, 'AT');
  expect(await keys()).toEqual([['+436601234567'], ['+46701234567']]);
  await applyPhoneRegion(world, undefined);
  expect(await keys()).toEqual([[], ['+46701234567']]);
});
