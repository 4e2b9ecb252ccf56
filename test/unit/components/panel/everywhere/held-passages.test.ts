import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  findAmongHeld,
  holdSmallTables,
  readSmallTables,
} from '../../../../../components/panel/everywhere/held-passages';
import { parseFullTextQuery } from '../../../../../lib/full-text/match-query';
import { DesksideDatabase } from '../../../../../lib/storage/database';
import { ref } from '../../../refs';

test('notes and responses are found by their words, of the helpdesks and the time that are wanted', async () => {
  const db = new DesksideDatabase('held-search');
  const note = {
    ...{ revision: 1, pinned: false, createdAt: 1, versions: [] },
    urgency: 'normal',
    scope: { kind: 'everywhere' },
  } as const;
  await db.notes.bulkPut([
    {
      ...note,
      id: 'n1',
      text: 'Parcel 4711 went back',
      at: 30,
      contacts: [ref('a/1'), ref('b/2')],
    },
    { ...note, id: 'n2', text: 'Parcel 4711', at: 40, contacts: [ref('a/1')], deletedAt: 5 },
  ]);
  await db.nativeNotes.put({
    ...{ connectionId: 'b', contactId: '2', id: 'text', kind: 'free-text' },
    ...{ text: 'asks about parcels', fetchedAt: 20 },
  });
  await db.replies.put({
    ...{ source: 'own', id: 'r', title: 'Parcel', shortcut: 'p', body: 'On its way.' },
    ...{ tags: [], variants: [], platforms: [], updatedAt: 10 },
  });
  const held = await holdSmallTables(await readSmallTables(db));
  const keys = async (typed: string, filter = {}) =>
    (await findAmongHeld(held, parseFullTextQuery(typed), filter)).map(({ key }) => key);
  expect(await keys('parcel')).toEqual(['note n1', 'response own/r', 'native-note b/2/text']);
  expect(await keys('4711')).toEqual(['note n1']);
  expect(await keys('parcel', { connections: new Set(['b']) })).toEqual([
    'note n1',
    'native-note b/2/text',
  ]);
  expect(await keys('parcel', { from: 25 })).toEqual(['note n1']);
  expect(await keys('')).toEqual([]);
  db.close();
});
