import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { KeysLocked } from '../../../../lib/storage/passphrase';
import { removeCard, saveCard, testCard } from '../../../../lib/worker/cards/keep-cards';
import { cardAnswer, dataCard } from '../../cards/samples';
import { CardWorld } from './card-world';

let world: CardWorld;
beforeEach(() => {
  world = new CardWorld();
});

const form = { name: 'Orders', key: 'order', address: 'https://shop.example/c?email={email}' };
const draft = { form, draftId: 'draft-1' };
const withHeader = { ...draft, form: { ...form, header: 'X-Key' } };
const signal = new AbortController().signal;
const leave = (secret: string) => world.drafts.set('draft-1', { secret });
const kept = () => world.database.cards.toArray();

describe('a test', () => {
  it('asks for somebody who does not exist, shows the answer and keeps nothing', async () => {
    leave('s3cret');
    const answer = await testCard(world, withHeader, signal);
    expect(answer).toMatchObject({ kind: 'ok', content: { fields: [{ label: 'Status' }] } });
    expect(world.requests).toEqual([
      {
        url: 'https://shop.example/c?email=test.person%40example.com',
        headers: { 'X-Key': 's3cret' },
      },
    ]);
    expect([await kept(), world.secrets.size, world.drafts.size]).toEqual([[], 0, 0]);
  });

  it('takes the stored secret where none was entered, but on its own host only', async () => {
    world.secrets.set('card-1', { origin: 'https://shop.example', secrets: { secret: 'old' } });
    await testCard(world, { ...withHeader, cardId: 'card-1' }, signal);
    expect(world.requests).toMatchObject([{ headers: { 'X-Key': 'old' } }]);
    world.permissions.add('https://evil.example');
    const moved = { ...withHeader.form, address: 'https://evil.example/{email}' };
    const answer = await testCard(world, { ...withHeader, cardId: 'card-1', form: moved }, signal);
    expect(answer).toMatchObject({ kind: 'failed', message: expect.stringContaining('secret') });
    expect(world.requests).toHaveLength(1);
  });

  it('says in a sentence what failed, and that an unknown person is no failure', async () => {
    world.fails('redirected');
    expect(await testCard(world, draft, signal)).toMatchObject({
      message: expect.stringContaining('was not followed'),
    });
    world.fails('not-found', { status: 404 });
    expect(await testCard(world, draft, signal)).toEqual({ kind: 'nobody' });
  });
});

describe('saving', () => {
  it('keeps the card, with its secret bound to the origin', async () => {
    leave('s3cret');
    const answer = await saveCard(world, withHeader);
    const [card] = await kept();
    expect(answer).toEqual({ kind: 'ok', cardId: card?.id });
    expect(card).toMatchObject({ ...withHeader.form, origin: 'https://shop.example' });
    expect(world.secrets.get(card?.id ?? '')).toEqual({
      origin: 'https://shop.example',
      secrets: { secret: 's3cret' },
    });
    expect(JSON.stringify(card)).not.toContain('s3cret');
  });

  it('of a changed card drops its answers, and of another host the secret and the permission', async () => {
    await world.database.cards.put(dataCard({ header: 'X-Key' }));
    await world.database.cardAnswers.put(cardAnswer());
    world.secrets.set('card-1', { origin: 'https://shop.example', secrets: { secret: 'k' } });
    const change = { ...withHeader, cardId: 'card-1' };
    expect(await saveCard(world, change)).toMatchObject({ kind: 'ok' });
    expect(await world.database.cardAnswers.count()).toBe(0);
    expect(world.released).toEqual([]);
    const address = 'https://other.example/{email}';
    const moved = { ...change, form: { ...withHeader.form, address } };
    expect(await saveCard(world, moved)).toMatchObject({ kind: 'failed' });
    leave('new');
    expect(await saveCard(world, moved)).toMatchObject({ kind: 'ok' });
    expect(world.secrets.get('card-1')).toMatchObject({ origin: 'https://other.example' });
    expect(world.released).toEqual(['https://shop.example']);
  });

  it('without a header forgets the secret', async () => {
    await world.database.cards.put(dataCard({ header: 'X-Key' }));
    world.secrets.set('card-1', { origin: 'https://shop.example', secrets: { secret: 'k' } });
    await saveCard(world, { ...draft, cardId: 'card-1' });
    expect(world.secrets.size).toBe(0);
    expect((await kept())[0]).not.toHaveProperty('header');
  });

  test.each([
    ['a key that another card has', { ...draft, cardId: 'card-9' }, /already uses the name/],
    [
      'no secret for the header',
      { ...withHeader, form: { ...withHeader.form, key: 'b' } },
      /Enter the secret/,
    ],
  ])('is refused with %s', async (_what, given, why) => {
    await world.database.cards.put(dataCard());
    expect(await saveCard(world, given)).toEqual({
      kind: 'failed',
      message: expect.stringMatching(why),
    });
    expect(await kept()).toHaveLength(1);
  });

  it('is refused where a header could not carry the secret, or the keys are locked', async () => {
    leave('two\nlines');
    expect(await saveCard(world, withHeader)).toMatchObject({ kind: 'failed' });
    world.writeSecrets = async () => {
      throw new KeysLocked();
    };
    leave('fine');
    expect(await saveCard(world, withHeader)).toMatchObject({
      message: expect.stringContaining('locked'),
    });
    expect(await kept()).toEqual([]);
  });

  it('is refused beyond ten cards, and where only the team’s are allowed', async () => {
    for (let index = 0; index < 10; index += 1) {
      const form = { ...draft.form, key: `k${index}` };
      expect(await saveCard(world, { ...draft, form })).toMatchObject({ kind: 'ok' });
    }
    expect(await saveCard(world, draft)).toMatchObject({ kind: 'failed' });
    world.isAllowed = false;
    expect(await saveCard(world, draft)).toMatchObject({
      message: expect.stringContaining('organisation'),
    });
  });

  it('of an administrator’s card keeps the secret and nothing else', async () => {
    const managed = dataCard({ id: 'managed-order', isManaged: true, header: 'X-Key' });
    await world.database.cards.put(managed);
    leave('mine');
    const other = { ...form, address: 'https://evil.example/{email}' };
    await saveCard(world, { ...draft, form: other, cardId: 'managed-order' });
    expect(await kept()).toEqual([managed]);
    expect(world.secrets.get('managed-order')).toMatchObject({ origin: 'https://shop.example' });
  });
});

test('a card whose secret could not be forgotten is still there, and can be removed again', async () => {
  await world.database.cards.put(dataCard());
  world.secrets.set('card-1', { origin: 'https://shop.example', secrets: { secret: 'k' } });
  const { forgetSecrets } = world;
  world.forgetSecrets = () => Promise.reject(new Error('stopped'));
  await expect(removeCard(world, dataCard())).rejects.toThrow('stopped');
  expect(await kept()).toMatchObject([{ id: 'card-1' }]);
  expect(world.released).toEqual([]);
  world.forgetSecrets = forgetSecrets;
  await removeCard(world, dataCard());
  expect([await kept(), world.secrets.size]).toEqual([[], 0]);
  expect(world.released).toEqual(['https://shop.example']);
});

test('removing a card takes its answers, its secret and its permission', async () => {
  await world.database.cards.bulkPut([dataCard(), dataCard({ id: 'card-2', key: 'b' })]);
  await world.database.cardAnswers.bulkPut([cardAnswer(), cardAnswer({ cardId: 'card-2' })]);
  world.secrets.set('card-1', { origin: 'https://shop.example', secrets: { secret: 'k' } });
  await removeCard(world, dataCard());
  expect(await kept()).toMatchObject([{ id: 'card-2' }]);
  expect(await world.database.cardAnswers.toArray()).toMatchObject([{ cardId: 'card-2' }]);
  expect(world.secrets.size).toBe(0);
  expect(world.released).toEqual(['https://shop.example']);
});
