import type { Reply } from '../model/reply';
import { fold } from '../text/fold';

/** A word in the title or a tag says more than one in the body. */
const HEAD_WEIGHT = 3;

interface Posting {
  /** Position of the response in the list. */
  at: number;
  weight: number;
}

/** Which responses have which words; calculates how close each is to a text. */
export class WordIndex {
  readonly #postings = new Map<string, Posting[]>();
  /** Long responses share words with everything: each counts by the root of its number of words. */
  readonly #norms: number[] = [];
  readonly #size: number;

  constructor(replies: readonly Reply[]) {
    this.#size = replies.length;
    for (const [at, reply] of replies.entries()) this.#add(at, reply);
  }

  /**
   * How much each response shares with a text, by its position: 0 to about 1, rare words counting
   * most. Responses that share nothing distinctive are not in the answer.
   */
  closeness(text: string): Map<number, number> {
    const sums = new Map<number, number>();
    let most = 0;
    for (const key of wordKeys(text)) {
      const postings = this.#postings.get(key) ?? [];
      // Half of all responses sharing a word makes it worthless.
      const rarity = Math.log2((this.#size + 2) / (postings.length + 1)) - 0.5;
      if (rarity <= 0) continue;
      most += rarity * HEAD_WEIGHT;
      for (const { at, weight } of postings) sums.set(at, (sums.get(at) ?? 0) + rarity * weight);
    }
    for (const [at, sum] of sums) sums.set(at, sum / most / (this.#norms[at] ?? 1));
    return sums;
  }

  #add(at: number, reply: Reply): void {
    const weights = new Map<string, number>();
    const bodies = [reply.body, ...reply.variants.map((variant) => variant.body)];
    for (const key of wordKeys(bodies.join('\n').replace(/\{\{[^{}]*\}\}/g, ' '))) {
      weights.set(key, 1);
    }
    const head = [reply.title, reply.shortcut, ...reply.tags].join('\n');
    for (const key of wordKeys(head)) weights.set(key, HEAD_WEIGHT);
    this.#norms.push(Math.max(1, weights.size ** 0.25));
    for (const [key, weight] of weights) {
      const postings = this.#postings.get(key);
      if (postings === undefined) this.#postings.set(key, [{ at, weight }]);
      else postings.push({ at, weight });
    }
  }
}

/** Scripts that put no blanks between words: two neighbouring characters count as a word there. */
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
  const remaining = fold(text).replace(unspaced, (run) => {
    const signs = [...run];
    for (const [index, sign] of signs.entries()) {
      const next = signs[index + 1];
      if (next !== undefined) keys.add(sign + next);
    }
    return ' ';
  });
  for (const [word] of remaining.matchAll(spaced)) {
    if (word.length >= SHORTEST) keys.add(word.slice(0, STEM));
  }
  return keys;
}
