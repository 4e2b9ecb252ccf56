import { expect, it } from 'vitest';
import { tagsAsCell, tagsInCell } from '../../../lib/replies/csv-tags';

const trimmed = (cell: string) => tagsInCell(cell).map((tag) => tag.trim());

it.each([
  [['a', 'b c'], 'a; b c'],
  [['a, b', 'c'], '"a, b"; c'],
  [['say "hi"'], 'say "hi"'],
  [['"hi"'], '"""hi"""'],
  [['"a;', '""'], '"""a;"; """"""'],
  [[], ''],
])('writes the tags %j, and reads them again', (tags, cell) => {
  expect(tagsAsCell(tags)).toBe(cell);
  expect(trimmed(cell)).toEqual(tags);
});

it.each([
  ['a,b;c', ['a', 'b', 'c']],
  ['a; "b, c" ;d', ['a', 'b, c', 'd']],
  ['"never closed; b', ['"never closed', 'b']],
  ['"a" b, c', ['"a" b', 'c']],
])('reads what a person has written there: %s', (cell, tags) => {
  expect(trimmed(cell)).toEqual(tags);
});
