import { expect, it } from 'vitest';
import { raisedLetter } from '../../../lib/text/raised-letter';

it.each([
  ['a', 'A'],
  ['é', 'É'],
  ['я', 'Я'],
  ['ﬁ', 'Fi'],
  ['გ', 'გ'],
  ['王', '王'],
  ['', ''],
])('%j begins a word as %j', (letter, raised) => {
  expect(raisedLetter(letter)).toBe(raised);
});
