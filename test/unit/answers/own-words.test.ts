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
