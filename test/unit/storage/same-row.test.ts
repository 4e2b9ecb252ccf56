import { expect, test } from 'vitest';
import { isSameRow } from '../../../lib/storage/same-row';

test('two rows are the same when every value is, whatever its place and whether it is left out', () => {
  expect(isSameRow({ a: 1, b: 'x' }, { b: 'x', a: 1, c: undefined })).toBe(true);
  expect(isSameRow({ a: 1 }, { a: 1, b: false })).toBe(false);
  expect(isSameRow({ a: 1, b: 2 }, { a: 1 })).toBe(false);
  expect(isSameRow({ a: 1 }, { a: '1' })).toBe(false);
});
