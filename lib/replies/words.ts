import { fold } from '../timeline/fold';

/** Scripts that put no blanks between words: two neighbouring signs stand for a word there. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu;
const spaced = /[\p{L}\p{M}\p{N}]+/gu;

/** Endings differ ("refund", "refunds"), beginnings less so. */
const STEM = 6;
/** Shorter words of an alphabet say little. */
const SHORTEST = 3;

/** What a text is about, as keys that two texts in one language share. In any script; no service. */
export function wordKeys(text: string): Set<string> {
  const keys = new Set<string>();
  const rest = fold(text).replace(unspaced, (run) => {
    const signs = [...run];
    for (const [index, sign] of signs.entries()) {
      const next = signs[index + 1];
      if (next !== undefined) keys.add(sign + next);
    }
    return ' ';
  });
  for (const [word] of rest.matchAll(spaced)) {
    if (word.length >= SHORTEST) keys.add(word.slice(0, STEM));
  }
  return keys;
}
