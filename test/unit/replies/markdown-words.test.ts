import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withAddresses } from '../../../lib/model/composed-lines';
import { markdownWords, searchedWords } from '../../../lib/replies/markdown-words';
import { anyMarkdown, digits } from './any-markdown';

test('each run of digits is in the words or in the address of a link, in order', () => {
  fc.assert(
    fc.property(anyMarkdown, (text) => {
      const lines = markdownWords(text).blocks.flatMap((block) => block.lines);
      const shown = lines.map(({ sign, runs }) =>
        withAddresses(
          (sign === undefined ? runs : [sign, ...runs]).map(({ text: own, link }) => ({
            text: own,
            link,
          })),
        )
          .map((run) => run.text)
          .join(''),
      );
      expect(digits(shown.join('\n'))).toEqual(digits(text));
    }),
    { numRuns: 1_000 },
  );
});

test('the words are the runs and signs, one after another, and nothing else', () => {
  fc.assert(
    fc.property(anyMarkdown, (text) => {
      const { text: words, blocks } = markdownWords(text);
      const runs = blocks
        .flatMap(({ lines }) => lines)
        .flatMap(({ sign, runs }) => (sign === undefined ? runs : [sign, ...runs]));
      let end = 0;
      for (const run of runs) {
        expect(words.slice(end, run.at)).toMatch(/^\n*$/);
        end = run.at + run.text.length;
      }
      expect(words.slice(end)).toMatch(/^\n*$/);
      expect(searchedWords(text).startsWith(words)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('a text of too many signs, or of many lines, loses no number either', () => {
  for (const text of ['*1*_2_'.repeat(800), '1. a\n'.repeat(1_200), `${'> '.repeat(60)}7`]) {
    expect(digits(markdownWords(text).text)).toEqual(digits(text));
  }
});
