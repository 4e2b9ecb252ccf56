import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRanges, searchTerms, splitAtMatches } from '../../../lib/text/search-terms';

function marked(text: string, query: string): string[] {
  const ranges = matchRanges(text, searchTerms(query));
  return ranges.map(({ start, end }) => text.slice(start, end));
}

describe('searchTerms', () => {
  it.each([
    ['Rückgabe  Größe', ['ruckgabe', 'grosse']],
    ['"two lamps" Two', ['two lamps', 'two']],
    ['“two lamps”', ['two lamps']],
    ['a a', ['a']],
    ['"', []],
    ['  ', []],
    ['\u0301', []],
  ])('reads %s', (query, terms) => {
    expect(searchTerms(query)).toEqual(terms);
  });
});

describe('matchRanges', () => {
  it.each([
    ['Straße, strasse', 'strasse', ['Straße', 'strasse']],
    ['Straße', 'tras', ['traß']],
    ['cafe\u0301s', 'cafe', ['cafe\u0301']],
    ['مُحَمَّد', 'محمد', ['مُحَمَّد']],
    ['ＡＢＣ', 'b', ['Ｂ']],
    ['lampshade', 'lamps shade', ['lampshade']],
    ['aaa', 'aa', ['aa']],
    ['👩‍💻 lamp', 'lamp', ['lamp']],
  ])('marks in %s what %s finds', (text, query, parts) => {
    expect(marked(text, query)).toEqual(parts);
  });

  it('cuts into parts that give the text back, wherever the piece begins', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ß', ' ', '😀') });
    fc.assert(
      fc.property(texts, fc.constantFrom('a', 'e', 's', 'ab'), fc.nat(20), (text, query, at) => {
        const ranges = matchRanges(text, [query]);
        const piece = text.slice(at);
        const parts = splitAtMatches(piece, ranges, at);
        expect(parts.map((part) => part.text).join('')).toBe(piece);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });
});
