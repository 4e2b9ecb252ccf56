import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { CardLoads } from '../../../../lib/worker/cards/card-loads';
import { cardHandlers } from '../../../../lib/worker/cards/handlers';
import { dataCard } from '../../cards/samples';
import { CardWorld, screenOf } from './card-world';

const from = { kind: 'panel' } as const;

test('practice 19: a full disk is no failure of a card', async () => {
  const world = new CardWorld();
  await world.ana();
  await world.database.cards.put(dataCard());
  world.database.cardAnswers.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const handlers = cardHandlers(world, new CardLoads(world), async () => screenOf('1'));
  await handlers['cards.load']({ windowId: 1 }, from);
  expect(world.requests).toEqual([]);
});

test('an administrator’s card is not removed by hand', async () => {
  const world = new CardWorld();
  const handlers = cardHandlers(world, new CardLoads(world), async () => undefined);
  const ids = ['managed-order', 'card-1'];
  await world.database.cards.bulkPut(ids.map((id) => dataCard({ id, isManaged: id !== 'card-1' })));
  for (const cardId of ids) await handlers['cards.remove']({ cardId }, from);
  expect(await world.database.cards.toCollection().primaryKeys()).toEqual(['managed-order']);
});
