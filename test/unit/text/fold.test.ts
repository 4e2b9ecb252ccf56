import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithOrigins } from '../../../lib/text/fold';

describe('fold', () => {
  it.each([
    ['Amélie', 'amelie'],
    ['Ame\u0301lie', 'amelie'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['ẞ', 'ss'],
    ['İstanbul', 'istanbul'],
    ['ISPARTA', 'isparta'],
    ['ısparta', 'isparta'],
    ['Łódź', 'lodz'],
    ['Ærø', 'aero'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['Ёлка', 'елка'],
    ['ＡＢＣ１２３', 'abc123'],
    ['ﬁn', 'fin'],
    ['مُحَمَّد', 'محمد'],
    ['أحمد', 'احمد'],
    ['مـــدرسة', 'مدرسه'],
    ['١٢٣', '123'],
    ['שָׁלוֹם', 'שלום'],
    ['soft\u00adhyphen\u200b', 'softhyphen'],
    ['a\u00a0b\nc', 'a b c'],
    ['‘it’s’ “so”', "'it's' \"so\""],
    ['d´abord, Σ΄αγαπώ, δι᾽ αυτό', "d'abord, σ'αγαπω, δι' αυτο"],
    ['Oʻzbek, ‚so‛, ′, ׳, ՚', "o'zbek, 'so', ', ', '"],
    ['צה״ל, 5″, „so‟, 「返金」『も』', 'צה"ל, 5", "so", "返金""も"'],
    ['2026–27', '2026-27'],
  ])('takes %s for %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps letters apart that only look like marks', () => {
    expect(fold('が')).not.toBe(fold('か'));
    expect(fold('कि')).not.toBe(fold('क'));
  });

  it('changes nothing that is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('foldWithOrigins', () => {
  it('tells where each letter came from, with the marks that belong to it', () => {
    const folded = foldWithOrigins('e\u0301ß!');
    expect(folded).toEqual({ text: 'ess!', starts: [0, 2, 2, 3], ends: [2, 3, 3, 4] });
  });

  it('reads as the fold of the whole, and leads back into the text in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { text: folded, starts, ends } = foldWithOrigins(text);
        expect(folded).toBe(fold(text));
        expect(starts).toHaveLength(folded.length);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        expect(ends.every((end, index) => end > (starts[index] ?? end))).toBe(true);
        expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
