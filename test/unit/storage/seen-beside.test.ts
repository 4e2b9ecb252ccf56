import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { erasePersonRows, readPersonRows } from '../../../lib/storage/person-tables';
import { seenBesideIn } from '../../../lib/storage/seen-beside';
import { contact, TestWorld } from '../worker/world';

const ana = { connectionId: 'chat', id: 'ana-1' };
const record = { connectionId: 'desk', id: '7' };

/** A page showed two addresses beside Ana and Bo; her record elsewhere says that one is hers. */
async function setUp() {
  const world = new TestWorld();
  const { database } = world;
  const connection = await world.connect('chat', {});
  await world.connect('desk', {});
  const seenBesideSeveral = JSON.stringify([
    'older@team.example',
    ['agent@team.example', ['ana-1', 'bo-2']],
    ['ana@home.example', ['bo-2', 'cy-3']],
    ['+4915117643902', ['bo-2', 'cy-3']],
    ['other@team.example', ['bo-2', 'cy-3']],
  ]);
  await database.connections.put({ ...connection, facts: { seenBesideSeveral, ownUserId: '7' } });
  await database.contacts.bulkPut([
    contact('chat', 'ana-1'),
    contact('desk', '7', { emailKeys: ['ana@home.example'], phoneKeys: ['+4915117643902'] }),
  ]);
  return { database };
}

test('practice 16: a forgotten person stands no longer beside addresses, nor do theirs among them', async () => {
  const { database } = await setUp();
  const erased = await erasePersonRows(database, [ana, record]);
  expect(erased).toContainEqual({ table: 'connections', before: 3, after: 0 });
  const row = await database.connections.get('chat');
  expect(row?.facts.ownUserId).toBe('7');
  expect([...seenBesideIn({ facts: row?.facts ?? {} })]).toEqual([
    ['older@team.example', []],
    // Two of whom one is not known: still nobody's.
    ['agent@team.example', ['', 'bo-2']],
    ['other@team.example', ['bo-2', 'cy-3']],
  ]);
});

test('what is saved about a person holds these addresses, and nothing else of the account', async () => {
  const { database } = await setUp();
  const { connections } = await readPersonRows(database, [ana, record]);
  expect(connections).toEqual([
    { connectionId: 'chat', address: 'agent@team.example', isTheirs: false },
    { connectionId: 'chat', address: 'ana@home.example', isTheirs: true },
    { connectionId: 'chat', address: '+4915117643902', isTheirs: true },
  ]);
});
