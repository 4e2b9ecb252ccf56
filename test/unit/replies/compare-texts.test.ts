import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTexts, textDifferences } from '../../../lib/replies/compare-texts';

/** Texts of few different lines, so that they meet often. */
const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '', 'd e', '{{x}}'), { maxLength: 6 })
  .chain((lines) => fc.constantFrom(lines.join('\n'), `${lines.join('\n')}\n`));

const lines = (whole: string) => whole.split('\n').filter((line) => line !== '');

describe('one text from two', () => {
  it('takes over what each has changed', () => {
    const base = 'Hello\n\nPlease wait.\n\nBye\n';
    const mine = 'Dear you\n\nPlease wait.\n\nBye\n';
    const theirs = 'Hello\n\nPlease wait.\n\nBye\nYour team\n';
    expect(mergeTexts(base, mine, theirs)).toEqual({
      text: 'Dear you\n\nPlease wait.\n\nBye\nYour team\n',
      isDoubled: false,
    });
  });

  it('takes over what was added before and after the only line', () => {
    expect(mergeTexts('Hello', 'Good day!\nHello', 'Hello\nBye')).toEqual({
      text: 'Good day!\nHello\nBye',
      isDoubled: false,
    });
  });

  it('keeps both where both changed the same line', () => {
    expect(mergeTexts('Hello', 'Hello you', 'Hello all')).toEqual({
      text: 'Hello you\nHello all',
      isDoubled: true,
    });
    expect(mergeTexts(undefined, 'one', 'two')).toEqual({ text: 'one\n\ntwo', isDoubled: true });
  });

  it('is the one that changed where the other did not, and the same for the same', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeTexts(base, base, other).text).toBe(other);
        expect(mergeTexts(base, other, base).text).toBe(other);
        expect(mergeTexts(base, other, other)).toEqual({ text: other, isDoubled: false });
      }),
    );
  });

  it('has every line that either of the two has added', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const merged = lines(mergeTexts(base, mine, theirs).text);
        const known = new Set(lines(base));
        for (const line of [...lines(mine), ...lines(theirs)]) {
          if (!known.has(line)) expect(merged).toContain(line);
        }
      }),
    );
  });
});

describe('differences', () => {
  it('are told word by word', () => {
    const [one, other] = textDifferences('Hello there, you', 'Hello here, you');
    expect(one.filter(({ isDifferent }) => isDifferent)).toEqual([
      { text: 'there', isDifferent: true },
    ]);
    expect(other.filter(({ isDifferent }) => isDifferent)).toEqual([
      { text: 'here', isDifferent: true },
    ]);
  });

  it('lose nothing, and mark nothing that is in both', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [one, other] = textDifferences(a, b);
        const whole = (pieces: readonly { text: string }[]) =>
          pieces.map((piece) => piece.text).join('');
        expect(whole(one)).toBe(a);
        expect(whole(other)).toBe(b);
        const common = (pieces: readonly { text: string; isDifferent: boolean }[]) =>
          whole(pieces.filter(({ isDifferent }) => !isDifferent));
        expect(common(one)).toBe(common(other));
      }),
    );
  });

  it('of two long texts with nothing in common are found soon', () => {
    const long = (word: string) =>
      Array.from({ length: 4_000 }, (_none, at) => `${word}${at}`).join(' ');
    const [one] = textDifferences(long('a'), long('b'));
    expect(one).toEqual([{ text: long('a'), isDifferent: true }]);
  });

  it('of two texts that share next to nothing are not looked for word by word', () => {
    const unlike = (word: string) =>
      Array.from({ length: 400 }, (_none, at) => `${word}${at}`).join(' ');
    const [one] = textDifferences(`${unlike('a')} bye`, `${unlike('b')} bye`);
    expect(one).toEqual([{ text: `${unlike('a')} bye`, isDifferent: true }]);
  });
});
