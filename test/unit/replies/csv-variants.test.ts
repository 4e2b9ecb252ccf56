import { expect, it } from 'vitest';
import {
  languageInHeader,
  variantColumnsOf,
  variantHeader,
  variantIn,
} from '../../../lib/replies/csv-variants';
import { reply } from './samples';

it('has a column for each language, and one more for a second text in it', () => {
  const both = [
    { language: 'de', body: 'Hallo' },
    { language: 'de', body: 'Servus' },
  ];
  const replies = [
    reply({ id: '1', variants: both }),
    reply({ id: '2', variants: [{ language: 'fr', body: 'Salut' }] }),
  ];
  const columns = variantColumnsOf(replies);
  expect(columns.map(variantHeader)).toEqual(['body (de)', 'body (de)', 'body (fr)']);
  expect(replies.map((each) => columns.map((column) => variantIn(each, column)))).toEqual([
    ['Hallo', 'Servus', ''],
    ['', '', 'Salut'],
  ]);
});

it.each([
  ['body (pt-BR)', 'pt-BR'],
  ['body (Klingon (old))', 'Klingon (old)'],
  ['body', undefined],
  ['body ()', undefined],
])('finds the language in the name %s', (name, language) => {
  expect(languageInHeader(name)).toBe(language);
});
