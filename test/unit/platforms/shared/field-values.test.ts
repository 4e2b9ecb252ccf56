import { expect, test } from 'vitest';
import {
  languageTag,
  timeZoneName,
  webAddress,
} from '../../../../lib/platforms/shared/field-values';

test.each([
  ['pt_BR', 'pt-BR'],
  ['en_us', 'en-US'],
  [' sv ', 'sv'],
  ['not a language', undefined],
  ['x'.repeat(36), undefined],
  ['', undefined],
  [7, undefined],
  [undefined, undefined],
])('the language %j is %s', (value, expected) => {
  expect(languageTag(value)).toBe(expected);
});

test('a time zone is one that the browser knows', () => {
  expect([timeZoneName('Europe/Berlin'), timeZoneName('Nowhere/Land')]).toEqual([
    'Europe/Berlin',
    undefined,
  ]);
});

test.each([
  ['https://x.example/a', 'https://x.example/a'],
  ['javascript:alert(1)', undefined],
  ['//x.example', undefined],
])('the address %s', (value, expected) => {
  expect(webAddress(value)).toBe(expected);
});
