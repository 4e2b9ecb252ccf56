import { expect, test } from 'vitest';
import { knownCardValues } from '../../../lib/cards/card-values';
import { composeReply } from '../../../lib/replies/compose-reply';
import { cardAnswer, dataCard, shipped } from './samples';

const now = 1_300_000;

test('values go by the card’s and the field’s key, with their source and age', () => {
  const known = knownCardValues([dataCard()], [cardAnswer()], now);
  expect([...known.valuesIn('en')]).toEqual([['card.order.status', 'Shipped']]);
  expect(known.sourceOf('card.order.status')).toBe('Orders (shop.example), 5 min ago');
  expect(known.sourceOf('contact.name')).toBeUndefined();
});

test('a source says when it could not be read again, and when another record’s value was sent', () => {
  const failure = { kind: 'offline', at: now } as const;
  const answer = cardAnswer({ failure, borrowed: { email: 'beta/2' } });
  expect(knownCardValues([dataCard()], [answer], now).sourceOf('card.order.status')).toBe(
    'Orders (shop.example), 5 min ago, could not be read again since then, asked with a value from another contact of this person',
  );
});

test('money and dates are written in the language of the response', () => {
  const fields = [
    {
      key: 'total',
      label: 'Total',
      value: { kind: 'money', amount: '5', currency: 'EUR' },
    } as const,
  ];
  const answer = cardAnswer({ content: { ...shipped, fields } });
  const known = knownCardValues([dataCard()], [answer], now);
  expect(known.valuesIn('de').get('card.order.total')).toBe('5,00\u00a0€');
  expect(known.valuesIn('en').get('card.order.total')).toBe('€5.00');
});

test('without an answer there is no value, and of two cards with one key the team’s counts', () => {
  expect(knownCardValues([dataCard()], [], now).valuesIn('en').size).toBe(0);
  const managed = dataCard({ id: 'managed-order', name: 'Team', isManaged: true });
  const answers = [cardAnswer(), cardAnswer({ cardId: 'managed-order' })];
  const known = knownCardValues([dataCard(), managed], answers, now);
  expect(known.sourceOf('card.order.status')).toContain('Team');
});

test('in a response a value is text, and what is absent is asked for, also where logic is kept', () => {
  const values = knownCardValues([dataCard()], [cardAnswer()], now).valuesIn('en');
  const body = 'It is {{card.order.status}}, due {{card.order.delivery_date}}.';
  const { missing, used } = composeReply(body, values);
  expect(missing).toMatchObject([
    { name: 'card.order.delivery_date', label: 'Order delivery date' },
  ]);
  expect(used).toMatchObject([{ name: 'card.order.status', value: 'Shipped', from: 'value' }]);
  const withLogic = composeReply(`{% if a %}b{% endif %} ${body}`, values, new Map(), {
    keepsLogic: true,
  });
  expect(withLogic.missing).toMatchObject([{ name: 'card.order.delivery_date' }]);
});
