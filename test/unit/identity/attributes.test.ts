import { expect, test } from 'vitest';
import { labelOfKey, readAttributes } from '../../../lib/identity/attributes';

test.each([
  ['shirt_size', 'Shirt size'],
  ['shirtSize', 'Shirt size'],
  ['VIP', 'Vip'],
  ['order-2', 'Order 2'],
])('%s reads as %s', (key, words) => {
  expect(labelOfKey(key)).toBe(words);
});

test('keeps what can be read, and no more than a panel shows', () => {
  expect(
    readAttributes({
      plan: ' gold ',
      seats: 3,
      vip: true,
      tags: ['a', '', 'b'],
      empty: '',
      nothing: null,
      nested: { a: 1 },
    }),
  ).toEqual([
    { label: 'Plan', value: 'gold' },
    { label: 'Seats', value: '3' },
    { label: 'Vip', value: 'yes' },
    { label: 'Tags', value: 'a, b' },
  ]);
  const many = Object.fromEntries(Array.from({ length: 500 }, (_none, index) => [`k${index}`, 1]));
  expect(readAttributes(many).length).toBeLessThan(60);
  expect(readAttributes(undefined)).toEqual([]);
});
