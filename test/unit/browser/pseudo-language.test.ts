import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languageFile, languageFiles } from '../../../lib/language/build/catalogs';
import { pseudoSentence, type Sentence } from '../../browser/pseudo-language';

const letters = /\p{L}+/gu;

const words = fc.string({
  unit: fc.constantFrom('a', 'B', 'é', 'z', ' ', '’', '.', '…', '/', '&'),
});
const text = fc
  .array(fc.oneof(words, fc.constantFrom('<0>', '</0>', '<1/>', '#', '{', '%')))
  .map((parts) => parts.join(''));
const value = fc.constantFrom(['name'], ['count'], ['0']);
const plural = fc
  .tuple(fc.constantFrom('count', 'n'), text, text)
  .map(([name, one, other]) => [
    name,
    'plural',
    { offset: 1, '=0': one, one: ['#', one], other: ['#', other, ['name']] },
  ]);
const sentence: fc.Arbitrary<Sentence> = fc.oneof(text, fc.array(fc.oneof(text, value, plural)));

/** A sentence without its words: its values, the forms of its plurals, its tags and signs, in their order. */
function frame(part: unknown): unknown {
  if (typeof part === 'string') return part.replace(letters, 'w');
  if (!Array.isArray(part)) return part;
  return part.map((each) => (Array.isArray(each) ? each.map(formFrame) : frame(each)));
}

function formFrame(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  return Object.entries(part).map(([form, each]) => [form, frame(each)]);
}

/** All words of a sentence, in their order; names of values and of forms are none. */
function wordsOf(part: unknown): string[] {
  if (typeof part === 'string') return part.match(letters) ?? [];
  if (!Array.isArray(part)) return [];
  return part.flatMap((each) =>
    Array.isArray(each)
      ? each.flatMap((form) =>
          typeof form === 'object' ? Object.values(form).flatMap(wordsOf) : [],
        )
      : wordsOf(each),
  );
}

function expectTheLaw(english: Sentence): void {
  const pseudo = pseudoSentence(english);
  expect(frame(pseudo)).toEqual(frame(english));
  const made = wordsOf(pseudo);
  wordsOf(english).forEach((word, index) => {
    expect([...(made[index] ?? '')].length).toBeGreaterThanOrEqual([...word].length * 1.4);
  });
}

test('in a pseudo sentence each word is 40 % longer; values, forms of a plural and tags are kept', () => {
  fc.assert(fc.property(sentence, expectTheLaw));
});

test('so it is for every sentence of the interface', async () => {
  const files = await languageFiles();
  const english = files.find(({ relativeDest }) => relativeDest === languageFile('en'));
  const sentences: Record<string, Sentence> = JSON.parse(english?.contents ?? '{}');
  expect(Object.keys(sentences).length).toBeGreaterThan(1_000);
  Object.values(sentences).forEach(expectTheLaw);
});
