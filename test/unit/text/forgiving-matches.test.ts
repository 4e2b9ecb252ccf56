import { expect, it } from 'vitest';
import { forgivingMatches } from '../../../lib/text/forgiving-matches';

const texts = ['refund of an order', 'e-mail address', 'возврат денег'];

it.each([
  ['refnud', [0]],
  ['order refund', [0]],
  ['возвра денег', [2]],
  ['-refund', [0]],
  ['--refund -order', [0]],
  ['-tracking', []],
  ['-посылка', []],
  ['----', []],
  ['of', []],
])('finds for %j what contains its words, and never what lacks them', (query, expected) => {
  expect(forgivingMatches(texts, query)).toEqual(expected);
});
