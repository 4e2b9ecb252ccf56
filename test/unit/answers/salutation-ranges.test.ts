import { expect, test } from 'vitest';
import { salutationRanges } from '../../../lib/answers/salutation-ranges';
import { foldWithOrigins } from '../../../lib/text/fold';

test.each([
  ['Hi Bob, yes', ['Bob']],
  ['Hallo Frau Weiß, ja', ['Weiß', 'Weiß']],
  ['Sehr geehrter Herr Dr. Koch,', ['Koch', 'Koch']],
  ['Bonjour Amélie Laurent,', ['Amélie Laurent']],
  ['Hi there, hello all!', []],
  ['hello world.', []],
  ['李女士您好', ['李']],
  ['田中様', ['田中']],
  ['お客様へ', []],
])('%s', (text, names) => {
  const folded = foldWithOrigins(text);
  const isUpper = (at: number) => /\p{Lu}/u.test(text.slice(folded.starts[at], folded.ends[at]));
  const found = salutationRanges(folded.text, isUpper).map(({ start, end }) =>
    text.slice(folded.starts[start], folded.ends[end - 1]),
  );
  expect(found.sort()).toEqual([...names].sort());
});
