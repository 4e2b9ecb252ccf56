import { expect, test } from 'vitest';
import { patternRanges } from '../../../lib/answers/pattern-ranges';
import { runSteps } from '../../../lib/async/run-steps';
import { fold } from '../../../lib/text/fold';

test.each([
  ['+49 (0)151 234-56', ['number']],
  ['12,345 and 149.00', ['number', 'number']],
  ['order 4711', ['reference']],
  [
    '#12, INV-2024-118, 550e8400-e29b-41d4-a716-446655440000',
    ['reference', 'reference', 'reference'],
  ],
  [
    '3.4.2025, 2025-04-03, april 3rd, 3. märz, 2025年4月3日, 3 de abril de 2025',
    Array(6).fill('date'),
  ],
  ['a@b, x (at) y.example', ['email_address', 'email_address']],
  ['anna at mail dot com, anna<at>mail.com', ['email_address', 'email_address']],
  ['meet at noon, look at the dot', []],
  ['https://x.example/a?b=c', ['link']],
  ['https://x.example/reset/qwertzuiop, www.x.example/u/miller', ['link', 'link']],
  ['https://x.example/orders/annas-order or x.example/r/abcdefgh', ['link', 'link']],
  ['acme.example?token=abcdef, acme.example#abc', ['link', 'link']],
  ['anna.acme.example:443/x is it', ['link']],
  ['https://annas-team.x.example/help, https://x.example/help#qwertz', ['link', 'link']],
  ['https://help.x.co.uk/en/articles/how-to-return, https://x.example, x.example/help/returns', []],
  ['order no. B12, Bestellnummer: 77, 订单号7', ['reference', 'reference', 'reference']],
  ['order 2 of them, and/or 3, e.g./i.e.', []],
  ['9:00-17:00, 24/7, 30kg, 2 or 3, since 2019, v2.10, 3-5 days, https://x.example/help', []],
])('%s', (text, kinds) => {
  expect(
    runSteps(patternRanges(fold(text), () => false))
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual([...kinds].sort());
});

test.each([
  '12 Baker Street',
  'Hauptstr. 5',
  'Lange Straße 12a',
  '12 rue de la Paix',
  'Calle Mayor 4',
  '上海市世纪大道100号',
  'SW1A 1AA',
])('an address: %s', (text) => {
  const isUpper = (at: number) => /\p{Lu}/u.test(text.normalize('NFKD').charAt(at));
  expect(runSteps(patternRanges(fold(text), isUpper))).toContainEqual(
    expect.objectContaining({ kind: 'address' }),
  );
});

test('a way that is no street has no capital', () => {
  expect(runSteps(patternRanges('14 days on the road', () => false))).toEqual([]);
});

/** Each took a pattern minutes: its signs may both be in a word of an address and separate two of them. */
test.each(['-', 'a-', "a.'", '号', '市', '号市'])(
  'many of %s are looked through to the end',
  (sign) => {
    expect(runSteps(patternRanges(sign.repeat(600), () => true))).toEqual([]);
  },
);

test('an address of many words and blocks is still one', () => {
  const isUpper = () => true;
  const found = (text: string) =>
    runSteps(patternRanges(text, isUpper)).map(({ start, end }) => text.slice(start, end));
  expect(found('an der langen-strasse 12')).toEqual(['an der langen-strasse 12']);
  expect(found('上海市浦东新区世纪大道100号')).toEqual(['上海市浦东新区世纪大道100号']);
});
