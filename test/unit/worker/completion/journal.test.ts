import { expect, test } from 'vitest';
import type { ContactWriteRow } from '../../../../lib/model/completion';
import { addWrite, MOST_WRITES } from '../../../../lib/worker/completion/journal';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { dropContacts } from '../../../../lib/worker/history/drop-contacts';
import { moveToMergeTarget } from '../../../../lib/worker/people/follow-merge';
import { contact, TestWorld } from '../world';

function row(id: string, more: Partial<ContactWriteRow> = {}): ContactWriteRow {
  return {
    ...{ id, connectionId: 'alpha', contactId: '1', field: 'email', value: 'ana@example.com' },
    ...{ source: { connectionId: 'beta', contactId: '2' }, at: 1, sentAt: 1, state: 'written' },
    ...more,
  };
}

const idsIn = async ({ database }: TestWorld) =>
  (await database.contactWrites.orderBy('at').toArray()).map(({ id }) => id);

test('the oldest make room, but nothing that is still to be looked for', async () => {
  const world = new TestWorld();
  await world.database.contacts.bulkPut([contact('alpha', '1'), contact('beta', '2')]);
  await world.database.contactWrites.bulkPut([
    row('pending', { at: 0, state: 'sending' }),
    ...Array.from({ length: MOST_WRITES - 1 }, (_each, index) =>
      row(`w${index}`, { at: index + 1 }),
    ),
  ]);
  await addWrite(world, row('new', { at: 1_000 }));
  const ids = await idsIn(world);
  expect(ids).toHaveLength(MOST_WRITES);
  expect(ids.slice(0, 2)).toEqual(['pending', 'w1']);
  expect(ids.at(-1)).toBe('new');
});

test('a removed connection takes along what was written there, and what came from there', async () => {
  const world = new TestWorld();
  await world.database.contactWrites.bulkPut([
    row('there'),
    row('from-there', { connectionId: 'beta', source: { connectionId: 'alpha', contactId: '1' } }),
    row('elsewhere', { connectionId: 'beta', source: { connectionId: 'gamma', contactId: '1' } }),
  ]);
  await eraseConnectionData(world.database, 'alpha');
  expect(await idsIn(world)).toEqual(['elsewhere']);
});

test('it goes by age, but for what has no answer yet', async () => {
  const world = new TestWorld();
  await world.database.contactWrites.bulkPut([
    row('old', { at: 10 }),
    row('pending', { at: 11, state: 'undoing' }),
    row('young', { at: 100 }),
  ]);
  await dropContacts(world.database, 50);
  expect(await idsIn(world)).toEqual(['pending', 'young']);
  await dropContacts(world.database);
  expect(await idsIn(world)).toEqual(['pending']);
});

test('it follows a contact that was merged into another', async () => {
  const world = new TestWorld();
  await world.database.contactWrites.put(row('w'));
  const at = (id: string) => ({ connectionId: 'alpha', id });
  await moveToMergeTarget(world, at('1'), at('7'));
  const moved = await world.database.contactWrites.get('w');
  // What stands in the one that is left may be its own, so it is not ours to take back.
  expect(moved).toMatchObject({ contactId: '7', state: 'overtaken' });
});

test('it follows a contact that a value was taken from, and what ended stays as it ended', async () => {
  const world = new TestWorld();
  const source = { connectionId: 'beta', contactId: '2' };
  await world.database.contactWrites.bulkPut([
    row('given', { source }),
    row('ended', { state: 'undone' }),
  ]);
  await moveToMergeTarget(
    world,
    { connectionId: 'beta', id: '2' },
    { connectionId: 'beta', id: '3' },
  );
  expect(await world.database.contactWrites.get('given')).toMatchObject({
    source: { connectionId: 'beta', contactId: '3' },
    state: 'written',
  });
  const at = (id: string) => ({ connectionId: 'alpha', id });
  await moveToMergeTarget(world, at('1'), at('7'));
  expect(await world.database.contactWrites.get('ended')).toMatchObject({ state: 'undone' });
});
