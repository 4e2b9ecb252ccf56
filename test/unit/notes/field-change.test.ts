import { expect, test } from 'vitest';
import { isAltered } from '../../../lib/notes/field-change';

test.each([
  ['José called', 'Jose called', true],
  ['José called', 'Jose\u0301 called', true],
  ['“Ana” & Co', '"Ana" &amp; Co', true],
  ['❤️ Ana called', '❤ Ana called', true],
  ['राम', 'रीमा', false],
  ['สมชัย', 'สมชย', false],
  ['Ana called', 'Ana called', false],
])('%j comes out as %j', (written, now, altered) => {
  expect(isAltered(written, now)).toBe(altered);
});
