import type { Reply } from '../model/reply';
import { fold } from '../timeline/fold';
import { searchTerms } from '../timeline/search';
import { type Fields, matchPoints } from './match-points';
import { type Suiting, suits } from './suiting';
import { forgivingMatches } from './typos';
import { WordIndex } from './word-index';

/** Fewer exact matches than these, and slips of the finger are forgiven. */
const FEW = 5;
/** What a close last message adds at most. */
const CLOSENESS_POINTS = 10;

/** How well each response suits a place, worked out once per place and not per key. */
export interface Place {
  /** By position in the index. */
  points: readonly number[];
}

/**
 * The responses, ready to be searched at each key press. Built once per list; deleted ones are
 * left out. Answers hold the very objects it was built from.
 */
export class ReplyIndex {
  readonly replies: readonly Reply[];
  readonly #fields: Fields[];
  readonly #heads: string[];
  #words: WordIndex | undefined;

  constructor(replies: readonly Reply[]) {
    this.replies = replies.filter((reply) => reply.deletedAt === undefined);
    this.#fields = this.replies.map(fieldsOf);
    this.#heads = this.#fields.map(({ shortcut, title, tags }) => `${shortcut} ${title}${tags}`);
  }

  /** How well each response suits. Meant to be kept while the place stays the same. */
  placeOf(suiting: Suiting): Place {
    const points = this.replies.map((reply) => suits(reply, suiting));
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
   * Responses that hold every word of the query in shortcut, title, tags or body, in any script and
   * without regard to case and accents, best first; then, where these are few, those that do with a
   * slip. A query without a word gives all, by how well they suit.
   */
  search(query: string, place: Place): Reply[] {
    const terms = searchTerms(query.replace(/^\s*\//, ''));
    const found: { at: number; points: number }[] = [];
    for (const [at, fields] of this.#fields.entries()) {
      const points = terms.length === 0 ? 1 : matchPoints(fields, terms);
      if (points > 0) found.push({ at, points: points + (place.points[at] ?? 0) });
    }
    found.sort((a, b) => b.points - a.points || this.#byTitle(a.at, b.at));
    const order = found.map(({ at }) => at);
    if (order.length < FEW && terms.length > 0) {
      const known = new Set(order);
      order.push(...forgivingMatches(this.#heads, terms.join(' ')).filter((at) => !known.has(at)));
    }
    return order.flatMap((at) => this.replies[at] ?? []);
  }

  #byTitle(a: number, b: number): number {
    const [first = '', second = ''] = [this.#fields[a]?.title, this.#fields[b]?.title];
    if (first === second) return a - b;
    return first < second ? -1 : 1;
  }
}

function fieldsOf(reply: Reply): Fields {
  const bodies = [reply.body, ...reply.variants.map((variant) => variant.body)];
  return {
    shortcut: fold(reply.shortcut),
    title: fold(reply.title),
    // A line feed before each tells where a tag begins.
    tags: reply.tags.map((tag) => `\n${fold(tag)}`).join(''),
    body: fold(bodies.join('\n')),
  };
}
