import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DesksideDatabase } from '../../../lib/storage/database';
import { readRecentPeople } from '../../../lib/storage/people-queries';
import { contact, source } from '../components/panel/snapshots';
import { ref } from '../refs';

let database: DesksideDatabase;
beforeEach(() => {
  database = new DesksideDatabase('recent people');
});
afterEach(() => database.delete());

async function seen(...anchors: string[]) {
  for (const [index, anchor] of anchors.entries()) {
    await database.views.put({ anchor: ref(anchor), viewedAt: 1_000 - index });
  }
}

const names = async (most = 10) =>
  (await readRecentPeople(database, most)).map((person) => person.contact.id);

test('the latest come first, and no more than are wanted', async () => {
  await database.contacts.bulkPut([1, 2, 3].map((id) => contact({ id: `${id}` })));
  await seen('cw/2', 'cw/3', 'cw/1');
  expect(await names()).toEqual(['2', '3', '1']);
  expect(await names(2)).toEqual(['2', '3']);
});

test('a person stands in the list once, though two of their records were on screen', async () => {
  await database.contacts.bulkPut([
    contact({ id: '1' }),
    contact({ connectionId: 'ku', id: '9', platform: 'kustomer' }),
    contact({ id: '2' }),
  ]);
  await database.sources.put(source({ anchor: ref('ku/9'), contactIds: ['1'] }));
  await seen('ku/9', 'cw/1', 'cw/2');
  expect(await names()).toEqual(['9', '2']);
});

test('who is no longer stored is not listed', async () => {
  await database.contacts.put(contact({ id: '2' }));
  await seen('cw/1', 'cw/2');
  expect(await names()).toEqual(['2']);
});
