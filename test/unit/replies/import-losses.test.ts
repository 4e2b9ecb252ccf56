import { expect, it } from 'vitest';
import { importLosses, inOneForEachRow } from '../../../lib/replies/import-losses';
import { reply } from './samples';

it('says that a shortcut goes, and nothing where all is kept', () => {
  const before = reply({ shortcut: 'hi', title: 'Hello', body: 'a' });
  const after = { ...before, shortcut: '', body: 'b' };
  expect(importLosses(2, before, after)).toEqual([
    { row: 2, name: 'Hello', why: 'Not kept: shortcut.' },
  ]);
  expect(importLosses(2, before, { ...before, body: 'b' })).toEqual([]);
});

it('tells all of a row at once, in the order of the file', () => {
  const told = [3, 2, 3].map((row, index) => ({ row, name: 'A', why: `Part ${index}.` }));
  expect(inOneForEachRow(told)).toEqual([
    { row: 2, name: 'A', why: 'Part 1.' },
    { row: 3, name: 'A', why: 'Part 0. Part 2.' },
  ]);
});
