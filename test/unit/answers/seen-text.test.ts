import { expect, test } from 'vitest';
import { seenText } from '../../../lib/answers/seen-text';

test('marks and all but one of the blanks in a row go; places are those of the original', () => {
  const { text, starts, ends } = seenText('Hi  **A**nn  ١');
  expect(text).toBe('hi ann 1');
  expect(starts).toEqual([0, 1, 2, 6, 9, 10, 11, 13]);
  expect(ends).toEqual([1, 2, 4, 7, 10, 11, 13, 14]);
});

test('a line break among blanks keeps its place', () => {
  expect(seenText('a  \n b').starts).toEqual([0, 3, 5]);
});
