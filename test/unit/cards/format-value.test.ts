import { expect, test } from 'vitest';
import { formatCardValue, shownCardValue } from '../../../lib/cards/format-value';
import type { CardValue } from '../../../lib/model/data-card';

const cases: [CardValue, string, string][] = [
  [{ kind: 'text', text: '<b>' }, 'en', '<b>'],
  [{ kind: 'status', text: 'open', tone: 'good' }, 'en', 'open'],
  [{ kind: 'link', url: 'https://shop.example/7', text: 'Order' }, 'en', 'https://shop.example/7'],
  [
    { kind: 'number', amount: '12345678901234567890.123456' },
    'en',
    '12,345,678,901,234,567,890.123456',
  ],
  [{ kind: 'number', amount: '1e3' }, 'en', '1,000'],
  [{ kind: 'money', amount: '1299.5', currency: 'EUR' }, 'en', '€1,299.50'],
  [{ kind: 'money', amount: '1299.5', currency: 'EUR' }, 'de', '1.299,50\u00a0€'],
  [{ kind: 'money', amount: '0.12345', currency: 'USD' }, 'en', '$0.12345'],
  [{ kind: 'money', amount: '1000', currency: 'JPY' }, 'en', '¥1,000'],
  [{ kind: 'money', amount: '1299.5', currency: 'JPY' }, 'en', '¥1,299.5'],
  [{ kind: 'money', amount: '49.95', currency: 'ISK' }, 'en', 'ISK\u00a049.95'],
  [{ kind: 'date', at: '2026-01-01' }, 'en', 'Jan 1, 2026'],
  [{ kind: 'date', at: '2026-01-01' }, 'no such language', 'Jan 1, 2026'],
];

test.each(cases)('%j in %s is %s', (value, language, words) => {
  expect(formatCardValue(value, language)).toBe(words);
});

test('a card shows true and false in the language of the interface, and responses keep their words', () => {
  const paid: CardValue = { kind: 'text', text: 'yes', truth: true };
  const open: CardValue = { kind: 'status', text: 'no', truth: false, tone: 'bad' };
  expect([paid, open].map(shownCardValue)).toEqual(['Yes', 'No']);
  expect([paid, open].map((value) => formatCardValue(value))).toEqual(['yes', 'no']);
  expect(shownCardValue({ kind: 'text', text: 'yes' })).toBe('yes');
});

test('a moment is told where the agent sits', () => {
  const at = '2026-06-01T12:00:00.000Z';
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const expected = new Intl.DateTimeFormat('en', options).format(new Date(at));
  expect(formatCardValue({ kind: 'date', at }, 'en')).toBe(expected);
});
