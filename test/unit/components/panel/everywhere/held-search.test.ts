import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { findInIndex } from '../../../../../components/panel/everywhere/held-search';
import { parseFullTextQuery } from '../../../../../lib/full-text/match-query';
import { DesksideDatabase } from '../../../../../lib/storage/database';
import { IndexReader } from '../../../../../lib/storage/index-reader';
import { FullTextIndexer } from '../../../../../lib/worker/full-text/indexer';
import { contact } from '../snapshots';

test('a conversation of late is found by its labels, however long ago its customer was seen', async () => {
  const db = new DesksideDatabase('conversations of late');
  const ana = contact({ id: 'ana', name: 'Ana Renewal', lastSeenAt: 100, fetchedAt: 100 });
  const { connectionId } = ana;
  const of = { connectionId, contactId: ana.id, status: 'open' as const, labels: ['renewal'] };
  await db.contacts.put(ana);
  await db.conversations.bulkPut([
    { ...of, id: 'old', lastActivityAt: 90 },
    { ...of, id: 'late', lastActivityAt: 900 },
  ]);
  await new FullTextIndexer(db).wake();
  const reader = new IndexReader(db);
  const found: string[] = [];
  const query = parseFullTextQuery('renewal');
  for await (const { finds } of findInIndex(db, reader, query, { from: 500 })) {
    found.push(...finds.map(({ key }) => key));
  }
  reader.close();
  expect(found).toEqual([`conversation ${connectionId}/late`]);
});
