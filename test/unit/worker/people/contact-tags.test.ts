import { expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { readTags } from '../../../../lib/worker/people/contact-tags';
import { contact, TestWorld } from '../world';

test('reads tags where there are any, and says where they cannot be read and why', async () => {
  const world = new TestWorld();
  await world.connect('alpha', { tagsOf: async ({ id }) => ({ tags: [`tag of ${id}`] }) });
  await world.connect('beta', { tagsOf: async () => ({ tags: [], missingRight: 'tag.read' }) });
  await world.connect('gamma', {
    tagsOf: async () => {
      throw new TransportError('offline');
    },
  });
  await world.connect('delta', {});
  const contacts = ['alpha', 'beta', 'gamma', 'delta'].map((name) => contact(name, '1'));
  await world.database.contacts.bulkPut(contacts);
  const answer = await readTags(world, [...contacts, contact('alpha', 'not stored')]);
  expect(answer).toEqual([
    { platform: 'alpha', tags: ['tag of 1'] },
    {
      platform: 'beta',
      tags: [],
      problem: expect.objectContaining({ reason: 'missing-right', right: 'tag.read' }),
    },
    { platform: 'gamma', tags: [], problem: expect.objectContaining({ reason: 'offline' }) },
  ]);
});
