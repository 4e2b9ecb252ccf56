import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { languageFile, languageFiles } from '../../../../lib/language/build/catalogs';
import { i18n } from '../../../../lib/language/i18n';
import { activateLanguage } from '../../../../lib/language/load-language';
import { applyManagedCards, followManagedCards } from '../../../../lib/worker/cards/managed-cards';
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

test('a card that leads elsewhere is changed again where its secret could not be forgotten', async () => {
  const world = new CardWorld();
  await applyManagedCards(world, [form]);
  const secrets = { origin: 'https://shop.example', secrets: { secret: 'k' } };
  world.secrets.set('managed-my-order', secrets);
  const { forgetSecrets } = world;
  world.forgetSecrets = () => Promise.reject(new Error('stopped'));
  const moved = { ...form, address: 'https://other.example/{email}' };
  await expect(applyManagedCards(world, [moved])).rejects.toThrow('stopped');
  world.forgetSecrets = forgetSecrets;
  expect(await applyManagedCards(world, [moved])).toBe(true);
  expect([world.secrets.size, world.released]).toEqual([0, ['https://shop.example']]);
});

describe('a policy with one card that cannot be read', () => {
  beforeEach(() => fakeBrowser.reset());
  afterEach(() => activateLanguage('en', {}));

  // '': the worker is asked to follow the cards before its language is loaded.
  test.each(['', 'en', 'zh-CN'])('costs nobody a card or its secret (“%s”)', async (language) => {
    const files = await languageFiles();
    const file = files.find(({ relativeDest }) => relativeDest === languageFile(language));
    i18n.loadAndActivate({ locale: language, messages: JSON.parse(file?.contents ?? '{}') });
    const ready = async () => {
      if (language === '') activateLanguage('en', {});
    };
    const world = new CardWorld();
    await applyManagedCards(world, [form]);
    world.secrets.set('managed-my-order', { origin: 'https://shop.example', secrets: { k: 'k' } });
    const managed = { cards: [{ ...form, address: 'shop' }] };
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => managed);
    await followManagedCards(world, ready, () => undefined);
    expect(await world.database.cards.count()).toBe(1);
    expect([world.secrets.size, world.released]).toEqual([1, []]);

    managed.cards = [];
    await followManagedCards(world, ready, () => undefined);
    expect([await world.database.cards.count(), world.secrets.size]).toEqual([0, 0]);
  });
});
