import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripMarkdown } from '../../../lib/text/strip-markdown';

test.each([
  ['**Do** *not* _send_ ~~this~~ `now`', 'Do not send this now'],
  ['[refund](https://a.example) promised', 'refund promised'],
  ['![Menu](https://a.example/m.png) [Map](https://a.example/A_(b))', 'Menu Map'],
  ['**重要**', '重要'],
  ['one\\\ntwo', 'one\ntwo'],
  ['20*30*40 cm, 20**30**40', '20*30*40 cm, 20**30**40'],
  ['snake_case_name, __init__', 'snake_case_name, init'],
  [
    'https://example.com/_foo_/__bar__ and a_b_@c.example',
    'https://example.com/_foo_/__bar__ and a_b_@c.example',
  ],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['24. Dezember', '24. Dezember'],
])('%j reads %j', (markdown, words) => {
  expect(stripMarkdown(markdown)).toBe(words);
});

test('every run of digits stays, in order', () => {
  const sign = fc.constantFrom(
    '1',
    '23',
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    ' ',
    'a',
    '\n',
    '\\',
    '@',
    'https://x.example/',
  );
  fc.assert(
    fc.property(fc.array(sign), (signs) => {
      const text = signs.join('');
      expect(stripMarkdown(text).match(/\d+/g)?.join('')).toBe(text.match(/\d+/g)?.join(''));
    }),
  );
});
