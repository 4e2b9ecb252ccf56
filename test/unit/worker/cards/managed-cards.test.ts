import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { applyManagedCards } from '../../../../lib/worker/cards/managed-cards';
import { cardAnswer, dataCard } from '../../cards/samples';
import { CardWorld } from './card-world';

const form = { name: 'Orders', key: 'my_order', address: 'https://shop.example/c?email={email}' };

test('the administrator’s cards are those of the policy, and go with it', async () => {
  const world = new CardWorld();
  const { cards, cardAnswers } = world.database;
  await cards.put(dataCard());
  expect(await applyManagedCards(world, [form, { ...form, name: 'Twin' }])).toBe(true);
  expect(await cards.get('managed-my-order')).toMatchObject({ ...form, isManaged: true });
  const secrets = { origin: 'https://shop.example', secrets: { secret: 'k' } };
  world.secrets.set('managed-my-order', secrets);
  await cardAnswers.put(cardAnswer({ cardId: 'managed-my-order' }));

  expect(await applyManagedCards(world, [form])).toBe(false);
  expect(await cardAnswers.count()).toBe(1);

  expect(await applyManagedCards(world, [{ ...form, name: 'Our orders' }])).toBe(true);
  expect(await cardAnswers.count()).toBe(0);
  expect(world.secrets.size).toBe(1);

  const moved = { ...form, address: 'https://other.example/{email}' };
  expect(await applyManagedCards(world, [moved])).toBe(true);
  expect(world.secrets.size).toBe(0);
  expect(world.released).toEqual(['https://shop.example']);

  // A policy that could be read in part only.
  expect(await applyManagedCards(world, [], false)).toBe(false);
  expect(await cards.count()).toBe(2);

  expect(await applyManagedCards(world, [])).toBe(true);
  expect(await cards.toArray()).toEqual([dataCard()]);
  expect(world.released).toEqual(['https://shop.example', 'https://other.example']);
});
