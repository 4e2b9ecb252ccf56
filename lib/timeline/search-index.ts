import type { Message } from '../model/history';
import { fold } from '../text/fold';
import type { TimelineItem } from './listed-message';
import { readableParts } from './searchable-parts';

/** Separates the parts of one text: nobody can type it. */
const border = '\u0000';

/** The texts of a part of a history: one after the other, folded, as bytes outside the heap. */
interface Block {
  items: readonly TimelineItem[];
  bytes: Uint8Array;
  /** Where each item's text begins, in UTF-16 units of all of them; one more than there are items. */
  starts: Uint32Array;
}

type Part = readonly TimelineItem[];

/**
 * The searchable text of messages that are not in memory themselves. A byte for a letter; measured in
 * Chromium, ten megabytes are searched in 15 ms, while reading as much from the database takes a
 * second.
 */
export class SearchIndex {
  readonly #blocks = new Map<Part, Block>();

  /** The parts whose text is not known yet. */
  missing<P extends Part>(parts: readonly P[]): P[] {
    return parts.filter((part) => !this.#blocks.has(part));
  }

  /**
   * Adds the text of a part from its whole messages, in any order; for those in `words`, the words
   * as they are shown.
   */
  add(part: Part, messages: readonly Message[], words?: ReadonlyMap<Message, string>): void {
    const texts = new Map(messages.map((message) => [message.id, message]));
    const starts = new Uint32Array(part.length + 1);
    let text = '';
    for (const [index, { id }] of part.entries()) {
      const message = texts.get(id);
      if (message !== undefined)
        text += fold(readableParts(message, words?.get(message)).join(border));
      text += border;
      starts[index + 1] = text.length;
    }
    this.#blocks.set(part, { items: part, bytes: new TextEncoder().encode(text), starts });
  }

  /** Forgets all other parts. */
  keepOnly(parts: readonly Part[]): void {
    const kept = new Set(parts);
    for (const part of this.#blocks.keys()) if (!kept.has(part)) this.#blocks.delete(part);
  }

  /**
   * The items in whose text every term is found, bit by bit. Terms as `searchTerms` gives them. Parts in
   * `searched` are left out, and the others added to it.
   */
  *find(terms: readonly string[], searched = new Set<Part>()): Generator<TimelineItem[]> {
    const [rarest, ...others] = terms.toSorted((a, b) => b.length - a.length);
    if (rarest === undefined) return;
    for (const [part, block] of this.#blocks) {
      if (searched.has(part)) continue;
      searched.add(part);
      yield findIn(block, rarest, others);
    }
  }
}

const decoder = new TextDecoder();

function findIn({ items, bytes, starts }: Block, term: string, others: string[]): TimelineItem[] {
  const text = decoder.decode(bytes);
  const found: TimelineItem[] = [];
  let index = 0;
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, starts[index])) {
    while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= at) index += 1;
    const item = items[index];
    const own = text.slice(starts[index], starts[index + 1]);
    if (item !== undefined && others.every((other) => own.includes(other))) found.push(item);
    index += 1;
  }
  return found;
}
