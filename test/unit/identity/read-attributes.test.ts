import { expect, test } from 'vitest';
import { labelOfKey, readAttributes } from '../../../lib/identity/read-attributes';

test.each([
  ['shirt_size', 'Shirt size'],
  ['shirtSize', 'Shirt size'],
  ['VIP', 'Vip'],
  ['order-2', 'Order 2'],
  ['ქალაქი', 'ქალაქი'],
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
    { label: 'Vip', value: 'yes', truth: true },
    { label: 'Tags', value: 'a, b' },
  ]);
  const many = Object.fromEntries(Array.from({ length: 500 }, (_none, index) => [`k${index}`, 1]));
  expect(readAttributes(many).length).toBeLessThan(60);
  expect(readAttributes(undefined)).toEqual([]);
});

test('a list of any length or depth stays a short text', () => {
  const long = readAttributes({ list: Array.from({ length: 100_000 }, () => 'x'.repeat(3_000)) });
  expect(long[0]?.value.length).toBe(2_000);
  let deep: unknown = 'within';
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  expect(readAttributes({ deep, b: 1 })).toEqual([{ label: 'B', value: '1' }]);
  expect(readAttributes({ ['k'.repeat(1_000_000)]: 1 })[0]?.label.length).toBe(2_000);
});
