import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownWords } from '../../../lib/replies/markdown-words';
import { mayBeMarkdown } from '../../../lib/text/markdown-hint';

test.each([
  '**b**',
  '_i_',
  '~~s~~',
  '`c`',
  '[a](https://x.example)',
  '> q',
  '- a',
  '+ a',
  '1. a',
  '1) a',
  '# h',
  'a\\\nb',
  '&amp;',
  '<https://x.example>',
  'a\n---',
  'a\n===',
])('%j may be', (text) => {
  expect(mayBeMarkdown(text)).toBe(true);
});

test('a text without a hint reads as it is written, and has no style', () => {
  const sign = fc.constantFrom(
    ...'ab1 \n.)-+=>#!|:/@"$%',
    'https://x.example/a',
    '24. ',
    '- ',
    '    ',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
      const text = signs.join('');
      if (mayBeMarkdown(text)) return;
      const { text: words, blocks } = markdownWords(text);
      const plain = (written: string) => written.split(/\s+/).filter((word) => word !== '');
      expect(plain(words)).toEqual(plain(text));
      expect(blocks.every(({ kind }) => kind === 'paragraph')).toBe(true);
      const runs = blocks.flatMap(({ lines }) => lines.flatMap((line) => line.runs));
      expect(runs.every(({ marks, link }) => marks.length === 0 && link === undefined)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
