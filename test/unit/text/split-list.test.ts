import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitList } from '../../../lib/text/split-list';

test.each([
  ['a, ,b,a', ['a', 'b']],
  ['退款，发货；  尺码、a;b', ['退款', '发货', '尺码', 'a', 'b']],
  ['two words, －minus', ['two words', '－minus']],
  [' ，；、 ', []],
])('%j is the list %j', (text, list) => {
  expect(splitList(text)).toEqual(list);
});

test('whichever of the signs a person types, the list is the same', () => {
  const sign = fc.constantFrom(',', ', ', ';', '，', '；', '、');
  const word = fc.stringMatching(/^[a-z\p{Script=Han}-]{1,8}$/u);
  fc.assert(
    fc.property(fc.uniqueArray(word), sign, (words, between) => {
      expect(splitList(words.join(between))).toEqual(words);
    }),
  );
});
