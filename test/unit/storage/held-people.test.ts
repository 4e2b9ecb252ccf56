import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Coverage } from '../../../lib/model/coverage';
import { DesksideDatabase } from '../../../lib/storage/database';
import { readHeldPeople } from '../../../lib/storage/held-people';
import { ref } from '../refs';

test('tells who is one person, and of how many people something is missing', async () => {
  const db = new DesksideDatabase('held-people');
  const coverage = (state: Coverage['state'], reason?: Coverage['reason']): Coverage => ({
    ...{ state, dropped: 0, checkedAt: 1 },
    ...(reason === undefined ? {} : { reason }),
  });
  const source = { phase: 'settled', updatedAt: 1 } as const;
  await db.sources.bulkPut([
    { ...source, anchor: ref('a/1'), connectionId: 'a', contactIds: ['1'] },
    { ...source, anchor: ref('a/1'), connectionId: 'b', contactIds: ['2', '3'] },
    { ...source, anchor: ref('c/4'), connectionId: 'c', contactIds: ['4'] },
  ]);
  await db.histories.bulkPut([
    { connectionId: 'a', contactId: '1', coverage: coverage('complete') },
    { connectionId: 'b', contactId: '2', coverage: coverage('partial') },
    { connectionId: 'b', contactId: '3', coverage: coverage('captured') },
    { connectionId: 'c', contactId: '4', coverage: coverage('complete') },
    { connectionId: 'c', contactId: '5', coverage: coverage('limited') },
  ]);
  const { personOf, partial, isLocked } = await readHeldPeople(db);
  expect(partial).toBe(2);
  expect(isLocked).toBe(false);
  expect(personOf.get(ref('b/2'))).toBe(personOf.get(ref('b/3')));
  expect(personOf.get(ref('a/1'))).toBe(personOf.get(ref('b/2')));
  const locked = coverage('unauthorised', 'keys-locked');
  await db.sources.put({
    ...source,
    anchor: ref('c/4'),
    connectionId: 'a',
    contactIds: [],
    coverage: locked,
    updatedAt: 2,
  });
  expect((await readHeldPeople(db)).isLocked).toBe(true);
  // Unlocked since, and somebody else was opened.
  const later = { ...source, anchor: ref('c/6'), contactIds: [], updatedAt: 3 };
  await db.sources.put({ ...later, connectionId: 'a', coverage: coverage('complete') });
  expect((await readHeldPeople(db)).isLocked).toBe(false);
  db.close();
});
