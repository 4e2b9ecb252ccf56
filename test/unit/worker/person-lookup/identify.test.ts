import { expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import type { ContactFieldsPort } from '../../../../lib/platforms/contract/contact-fields';
import { decide } from '../../../../lib/worker/people/decide';
import { identifyOnScreen } from '../../../../lib/worker/person-lookup/identify';
import { contact, context, TestWorld } from '../world';

const signal = new AbortController().signal;
const options = { signal, force: true };
const ana = contact('alpha', '1');
const before = contact('beta', 'before');
const after = contact('beta', 'after');
const page = context('beta', { conversationId: '12' });

/** The conversation on screen is `before`'s, whom a person linked to Ana, and then `after`'s. */
async function setUp(read: ContactFieldsPort['read']) {
  const world = new TestWorld();
  await world.database.contacts.bulkPut([ana, before]);
  await decide(world, { one: ana, other: before, verdict: 'same' });
  let owner = before;
  const connection = await world.connect('beta', {
    identify: async () => ({ kind: 'contact', contact: owner, dropped: 0 }),
    findMergeTarget: async () => undefined,
    contactFields: { read, write: async () => undefined },
  });
  await identifyOnScreen(world, connection, page, options);
  owner = after;
  return { world, connection };
}

async function linked({ database }: TestWorld) {
  return (await database.links.toArray()).map(({ a, b }) => [a, b]);
}

test('what was known of a contact follows its conversation into another where it was merged', async () => {
  const { world, connection } = await setUp(async () => {
    throw new TransportError('not-found', { status: 404 });
  });
  const { contact: found } = await identifyOnScreen(world, connection, page, options);
  expect(found?.id).toBe('after');
  expect(await linked(world)).toEqual([['alpha/1', 'beta/after']]);
  expect(await world.database.contacts.get(['beta', 'before'])).toBeUndefined();
});

test('where the contact is still there, nothing follows', async () => {
  const asRead = { contact: before, fields: new Map(), raw: undefined };
  const { world, connection } = await setUp(async () => asRead);
  expect((await identifyOnScreen(world, connection, page, options)).contact?.id).toBe('after');
  expect(await linked(world)).toEqual([['alpha/1', 'beta/before']]);
});

test('while nobody can tell whether it was merged, the page keeps its contact', async () => {
  const { world, connection } = await setUp(async () => {
    throw new TransportError('timeout');
  });
  await expect(identifyOnScreen(world, connection, page, options)).rejects.toThrow('timeout');
  const sighting = await world.database.sightings.get(['beta', 'conversation:12']);
  expect(sighting?.contactId).toBe('before');
});
