import { expect, test } from 'vitest';
import { ownWords } from '../../../lib/answers/own-words';

test.each([
  ['Yes.\n\nOn Mon, 3 Mar 2025 Anna <a@b.example> wrote:\n> Is it?', 'Yes.'],
  ['Ja.\n\nAm Montag schrieb Weber, Jonas:\n> Gibt es das?', 'Ja.'],
  ['> quoted\nAn answer', 'An answer'],
  ['Done.\n-- \nSam, Support', 'Done.'],
  ['Done.\n-----Original Message-----\nFrom: x', 'Done.'],
  ['<div>One<br>two</div><style>p{}</style><p>three &amp; four</p>', 'One\ntwo\n\nthree & four'],
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
