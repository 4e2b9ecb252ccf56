import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { DesksideDatabase } from '../../../../lib/storage/database';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';

test('what a card was asked with goes with the account that the value came through', async () => {
  const db = new DesksideDatabase('erase-borrowed');
  const answer = { cardId: 'card-1', connectionId: 'beta', updatedAt: 1 };
  const sent = { email: 'ana@example.com' };
  await db.cardAnswers.bulkPut([
    { ...answer, contactId: '1', sent, borrowed: { email: 'alpha/7' } },
    { ...answer, contactId: '2', sent, borrowed: { email: 'beta/7' } },
    { ...answer, contactId: '3', sent },
    { ...answer, contactId: '4', sent, connectionId: 'alpha' },
  ]);
  await eraseConnectionData(db, 'alpha');
  const left = await db.cardAnswers.toArray();
  expect(left.map(({ contactId }) => contactId)).toEqual(['2', '3']);
});
