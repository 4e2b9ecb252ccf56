import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFullTextQuery } from '../../../lib/full-text/match-query';
import { passageExcerpt } from '../../../lib/full-text/passage-excerpt';
import { matchRanges } from '../../../lib/text/search-terms';
import { typedQuery, writtenText } from './texts';

test('shows the part in which most of the query stands, around the first find', () => {
  const long = `${'word '.repeat(100)}parcel 4711 ${'more '.repeat(100)}`;
  const query = parseFullTextQuery('parcel 4711');
  const { text } = passageExcerpt(['About your parcel', long], query);
  expect(text).toMatch(/^…word .*parcel 4711 more .*…$/);
  expect(text.length).toBeLessThan(300);
});

test.each([
  ['a number, in groups', '4915123456', 'Call +49 151 234-56', '49 151 234-56'],
  ['a word that says more than the others', 'is my parcel', 'the parcel', 'parcel'],
])('shows %s: %s', (_what, typed, said, marked) => {
  const long = `${'This is mine. '.repeat(40)}${said}${' And so on.'.repeat(40)}`;
  const query = parseFullTextQuery(typed);
  const { text, terms } = passageExcerpt([long], query);
  expect(text).toContain(said);
  expect(terms).toContain(marked);
});

test('begins with a whole word, also near the beginning of the passage', () => {
  const text = `On Monday at noon ${'we waited '.repeat(5)}parcel`;
  expect(passageExcerpt([text], parseFullTextQuery('parcel')).text).toMatch(/^…Monday at noon /);
});

test('begins and ends with a whole character', () => {
  const family = '👩‍👩‍👧';
  const text = `${family.repeat(20)}包裹${family.repeat(60)}`;
  const shown = passageExcerpt([text], parseFullTextQuery('包裹')).text;
  expect(shown.replaceAll(family, '')).toBe('…包裹…');
});

test.each([
  ['Korean', '환불'],
  ['voiced Japanese', 'が届く'],
  ['half-voiced Japanese', 'プ'],
  ['Korean in quotes', '"환불 요청"'],
])('shows and marks %s: %s', (_script, typed) => {
  const said = typed.replaceAll('"', '');
  const long = `${'lorem '.repeat(80)}${said}${' ipsum'.repeat(80)}`;
  const { text, terms } = passageExcerpt(['Subject line', long], parseFullTextQuery(typed));
  const [range] = matchRanges(text, terms);
  expect(text.slice(range?.start, range?.end)).toBe(said);
});

test('is the whole of a short passage, and nothing of none', () => {
  const query = parseFullTextQuery('hello');
  expect(passageExcerpt(['Hello there'], query).text).toBe('Hello there');
  expect(passageExcerpt([], query).text).toBe('');
});

test('law: never half of a character, and always from one of the parts', () => {
  fc.assert(
    fc.property(fc.array(writtenText, { maxLength: 4 }), typedQuery, (parts, typed) => {
      const repeated = parts.map((part) => part.repeat(12));
      const { text } = passageExcerpt(repeated, parseFullTextQuery(typed));
      expect(() => encodeURIComponent(text)).not.toThrow();
      const inner = text.replace(/^…|…$/g, '');
      expect(inner === '' || repeated.some((part) => part.includes(inner))).toBe(true);
    }),
  );
});
