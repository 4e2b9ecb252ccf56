import { expect, test } from 'vitest';
import { ownWords } from '../../../lib/answers/own-words';

test.each([
  ['Yes.\n\nOn Mon, 3 Mar 2025 Anna <a@b.example> wrote:\n> Is it?', 'Yes.'],
  ['Ja.\n\nAm Montag schrieb Weber, Jonas:\n> Gibt es das?', 'Ja.'],
  ['> quoted\nAn answer', 'An answer'],
  ['Done.\n-- \nSam, Support', 'Done.'],
  ['Done.\n-----Original Message-----\nFrom: x', 'Done.'],
  ['<div>One<br>two</div><style>p{}</style><p>three &amp; four</p>', 'One\ntwo\n\nthree & four'],
  ['Yes.\n\nFrom: Anna Miller\nSent: Monday\nSubject: parcel\n\nMy dog ate it.', 'Yes.'],
  ['Ja.\r\n\r\nVon: Anna\r\nGesendet: Montag\r\nBetreff: Paket\r\n\r\nMein Hund.', 'Ja.'],
  ['好的。\n\n发件人: 王小明\n发送时间: 周一\n主题: 包裹\n\n我的狗', '好的。'],
  ['Yes.\n\nBegin forwarded message:\nFrom: Anna\n\nMy dog', 'Yes.'],
  ['Ja.\n\nAm Mo., 2. März 2026 schrieb Anna Müller <\na@b.example>:\n\nMein Hund', 'Ja.'],
  ['-----Original Message-----\nFrom: Anna\n\nMy dog', ''],
  ['Yes.\n\nOn Monday Anna Miller wrote:\nMy dog', 'Yes.'],
  ['Use <b> for bold', 'Use <b> for bold'],
  ['On the whole, he wrote: nothing of the kind', 'On the whole, he wrote: nothing of the kind'],
])('%j', (raw, own) => {
  expect(ownWords(raw)).toBe(own);
});

test.each([
  [
    'a long quote first',
    `<blockquote>${'Old words. '.repeat(2_000)}</blockquote><p>Mine.</p>`,
    'Mine.',
  ],
  ['long lines with > first', `${'> old words\n'.repeat(2_000)}Mine.`, 'Mine.'],
  [
    'a quote within a quote',
    '<p>Mine.</p><blockquote>a<blockquote>b</blockquote>Anna’s</blockquote>',
    'Mine.',
  ],
  ['one that is not closed', '<p>Mine.</p><blockquote>a<p>b</p>', 'Mine.'],
])('quotes are gone before anything is cut: %s', (_what, raw, own) => {
  expect(ownWords(raw)).toBe(own);
});

test('a cut is between words', () => {
  const own = ownWords('4711223344 '.repeat(2_000));
  expect(own.length).toBeGreaterThan(7_900);
  expect(own).toMatch(/^(?:4711223344 )*4711223344$/);
});

test('a cut in a language without spaces leaves what was written before it', () => {
  const own = ownWords('订单4711223344已经发货，'.repeat(2_000));
  expect(own.length).toBeGreaterThan(7_900);
  expect(own).toMatch(/^(?:订单4711223344已经发货，)*(?:订|订单|订单4711223344[已经发货]*)?$/);
});
