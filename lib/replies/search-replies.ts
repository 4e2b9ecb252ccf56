import type { Reply } from '../model/reply';
import { forgivingMatches } from '../text/forgiving-matches';
import { searchTerms } from '../text/search-terms';
import { fieldsOf, matchPoints, type SearchFields } from './match-points';
import { type SuitabilityContext, suitabilityPoints } from './suitability';
import { WordIndex } from './word-index';

/** With fewer exact matches than this, typing errors are allowed. */
const FEW = 5;
/** The most points that a closely matching last message adds. */
const CLOSENESS_POINTS = 10;

/** Points are precise to a millionth, and never reach this number. */
const POINT_PARTS = 1_000_000;
const MOST_POINTS = 10_000 * POINT_PARTS;

/** How well each response suits a composer, worked out once per composer and not per key press. */
export interface SuitabilityPoints {
  /** By position in the index. */
  points: readonly number[];
}

/**
 * The responses, ready to be searched at each key press. Built once per list; deleted ones are
 * left out. Answers hold the very objects it was built from.
 */
export class ReplyIndex {
  readonly replies: readonly Reply[];
  readonly #fields: SearchFields[];
  readonly #heads: string[];
  readonly #byTitle: readonly number[];
  #words: WordIndex | undefined;

  constructor(replies: readonly Reply[]) {
    this.replies = replies.filter((reply) => reply.deletedAt === undefined);
    this.#fields = this.replies.map(fieldsOf);
    this.#heads = this.#fields.map(({ shortcut, title, tags }) => `${shortcut} ${title}${tags}`);
    this.#byTitle = orderOfTitles(this.#fields);
  }

  /** How well each response suits. Meant to be kept while the composer stays the same. */
  suitabilityOf(suiting: SuitabilityContext): SuitabilityPoints {
    const points = this.replies.map((reply) => suitabilityPoints(reply, suiting));
    for (const [at, share] of this.closeness(suiting.lastMessage ?? '')) {
      points[at] = (points[at] ?? 0) + CLOSENESS_POINTS * Math.min(1, share);
    }
    return { points };
  }

  /** How close each response is to a text, by its position (see `WordIndex.closeness`). */
  closeness(text: string): Map<number, number> {
    if (text.trim() === '') return new Map();
    this.#words ??= new WordIndex(this.replies);
    return this.#words.closeness(text);
  }

  /**
   * Responses that hold every word of the query in shortcut, title, tags or body, in any script and without
   * regard to case and accents, best first; then, where these are few, those that match with a typing error.
   * A query without a word gives all, by how well they suit.
   */
  search(query: string, suitability: SuitabilityPoints): Reply[] {
    const terms = searchTerms(query.replace(/^\s*\//, ''));
    const order = this.#ordered((fields, at) => {
      const points = terms.length === 0 ? 1 : matchPoints(fields, terms);
      return points > 0 ? points + (suitability.points[at] ?? 0) : undefined;
    });
    if (order.length < FEW && terms.length > 0) {
      const known = new Set(order);
      order.push(...forgivingMatches(this.#heads, terms.join(' ')).filter((at) => !known.has(at)));
    }
    const found: Reply[] = [];
    for (const at of order) {
      const reply = this.replies[at];
      if (reply !== undefined) found.push(reply);
    }
    return found;
  }

  /**
   * Positions of the responses that have points, most points first, then by title. Each becomes one
   * number, points above the place by title: a browser sorts numbers many times faster than by a
   * comparison of ours, which the first key press of all would notice.
   */
  #ordered(pointsOf: (fields: SearchFields, at: number) => number | undefined): number[] {
    const size = this.#fields.length;
    const numbers = new Float64Array(size);
    let count = 0;
    for (const [rank, at] of this.#byTitle.entries()) {
      const fields = this.#fields[at];
      const points = fields && pointsOf(fields, at);
      if (points === undefined) continue;
      numbers[count] = (MOST_POINTS - Math.round(points * POINT_PARTS)) * size + rank;
      count += 1;
    }
    const sorted = numbers.subarray(0, count).sort();
    return Array.from(sorted, (number) => this.#byTitle[number % size] ?? 0);
  }
}

/** Positions in the order of the titles. */
function orderOfTitles(fields: readonly SearchFields[]): number[] {
  const titles = fields.map(({ title }) => title);
  return [...titles.keys()].sort((a, b) => {
    const [first = '', second = ''] = [titles[a], titles[b]];
    if (first === second) return a - b;
    return first < second ? -1 : 1;
  });
}
