import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readCardFigures, readCards, readCardsOf } from '../../../lib/storage/card-queries';
import { DesksideDatabase } from '../../../lib/storage/database';
import { cardAnswer, dataCard, shipped } from '../cards/samples';

test('cards stand in one order, and only the answers about one contact with them', async () => {
  const db = new DesksideDatabase('card-queries');
  await db.cards.bulkPut([
    dataCard({ id: 'card-2', createdAt: 2 }),
    dataCard(),
    dataCard({ id: 'managed-x', isManaged: true, createdAt: 9 }),
  ]);
  await db.cardAnswers.bulkPut([cardAnswer(), cardAnswer({ contactId: '2' })]);
  expect((await readCards(db)).map(({ id }) => id)).toEqual(['managed-x', 'card-1', 'card-2']);
  const { answers } = await readCardsOf(db, { connectionId: 'alpha', id: '2' });
  expect(answers).toMatchObject([{ contactId: '2' }]);
  expect((await readCardsOf(db, undefined)).answers).toEqual([]);
});

test('the figures for a report name nobody and no host', async () => {
  const db = new DesksideDatabase('card-figures');
  await db.cards.put(dataCard({ header: 'X-Key' }));
  await db.cardAnswers.bulkPut([
    cardAnswer({ content: { ...shipped, dropped: 3 } }),
    cardAnswer({ contactId: '2', content: undefined, failure: { kind: 'offline', at: 1 } }),
  ]);
  expect(await readCardFigures(db)).toEqual([
    { isManaged: false, hasSecret: true, answers: 1, dropped: 3, failures: ['offline'] },
  ]);
});
