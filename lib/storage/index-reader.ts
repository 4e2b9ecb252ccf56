import { inTurns } from '../async/in-turns';
import { entryKinds, type IndexSegmentRow } from '../model/full-text';
import { type CandidateList, FoundCandidates } from './candidate-list';
import type { DesksideDatabase } from './database';
import { bucketOf, visitEntries } from './index-blocks';
import { follow } from './live-query';
import { type BlockOf, type WeighedEntries, type WeighedTerm, weighEntries } from './weigh-entries';

/** What of the index is asked for. */
export interface CandidateFilter {
  /** Ids of connections; absent: all. */
  connections?: ReadonlySet<string> | undefined;
  /** Epoch ms; that moment is inside. What is found in the entry of a contact may still be older. */
  from?: number | undefined;
}

/** This many blocks are kept for the next key that is pressed. */
const MOST_BLOCKS = 4_000;
/** So many are read at once: more of them hold up whoever waits for this thread. */
const BLOCKS_AT_ONCE = 200;

/** Reads the full-text index while it is wanted; what was read before is not read again. */
export class IndexReader {
  #segments: readonly IndexSegmentRow[] = [];
  readonly #blocks = new Map<string, Uint8Array | undefined>();
  readonly #first: Promise<void>;
  readonly #unfollow: () => void;

  /** `onChange` hears when the index holds something else. */
  constructor(
    private readonly database: DesksideDatabase,
    onChange: () => void = () => undefined,
  ) {
    let unfollow: () => void = () => undefined;
    this.#first = new Promise((resolve, reject) => {
      unfollow = follow(
        database,
        { tables: [database.indexSegments], read: () => database.indexSegments.toArray() },
        {
          next: (segments) => {
            this.#segments = segments;
            this.#blocks.clear();
            resolve();
            onChange();
          },
          error: reject,
        },
      );
    });
    this.#first.catch(() => undefined);
    this.#unfollow = unfollow;
  }

  /** Ends it: no change is heard of any longer. */
  close(): void {
    this.#unfollow();
  }

  /**
   * The entries to which, for each of these beginnings, a term leads that begins so. Every one of them
   * has two characters or more. Rejects as the database does.
   */
  async find(prefixes: readonly string[], filter: CandidateFilter): Promise<CandidateList> {
    const segments = await this.#read(prefixes);
    return inTurns(this.#findIn(segments, prefixes, filter));
  }

  /** The `most` entries that have most of these terms: see `weighEntries`. Rejects as the database does. */
  async weigh(terms: readonly WeighedTerm[], most: number): Promise<WeighedEntries> {
    const segments = await this.#read(terms.flatMap(({ words }) => words.map(({ text }) => text)));
    // What is read for somebody else meanwhile may put these out.
    const blocks = new Map(this.#blocks);
    const blockOf: BlockOf = (segment, term) => blocks.get(blockName(segment, term));
    return inTurns(weighEntries(segments, blockOf, terms, most));
  }

  async #read(prefixes: readonly string[]): Promise<readonly IndexSegmentRow[]> {
    await this.#first;
    for (;;) {
      const segments = this.#segments;
      await this.#readBlocks(segments, prefixes);
      // It may have changed meanwhile: then what was read is of what it was before.
      if (segments === this.#segments) return segments;
    }
  }

  *#findIn(
    segments: readonly IndexSegmentRow[],
    prefixes: readonly string[],
    filter: CandidateFilter,
  ): Generator<void, CandidateList> {
    const found = new FoundCandidates(segments);
    for (const [place, segment] of segments.entries()) {
      const reached = new Uint8Array(segment.contacts.length);
      for (const [index, prefix] of prefixes.entries()) {
        const block = this.#blocks.get(blockName(segment, prefix));
        if (block === undefined) break;
        visitEntries(block, prefix, (entry) => {
          if (reached[entry] === index) reached[entry] = index + 1;
        });
      }
      const isIn = wantedIn(segment, filter);
      for (let at = 0; at < reached.length; at += 1) {
        if (reached[at] === prefixes.length && isIn(at)) found.add(place, at);
      }
      yield;
    }
    return found;
  }

  async #readBlocks(
    segments: readonly IndexSegmentRow[],
    prefixes: readonly string[],
  ): Promise<void> {
    if (this.#blocks.size > MOST_BLOCKS) this.#blocks.clear();
    const missing = new Map<string, [number, string]>();
    for (const segment of segments) {
      for (const prefix of prefixes) {
        const name = blockName(segment, prefix);
        if (!this.#blocks.has(name)) missing.set(name, [segment.id, bucketIn(segment, prefix)]);
      }
    }
    const wanted = [...missing];
    for (let from = 0; from < wanted.length; from += BLOCKS_AT_ONCE) {
      const some = wanted.slice(from, from + BLOCKS_AT_ONCE);
      const rows = await this.database.indexBlocks.bulkGet(some.map(([, key]) => key));
      if (this.#segments !== segments) return;
      for (const [index, [name]] of some.entries()) this.#blocks.set(name, rows[index]?.data);
    }
  }
}

function bucketIn({ isOpen }: IndexSegmentRow, prefix: string): string {
  return isOpen ? '' : bucketOf(prefix);
}

function blockName(segment: IndexSegmentRow, prefix: string): string {
  return `${segment.id} ${bucketIn(segment, prefix)}`;
}

const contactKind = entryKinds.indexOf('contact');

function wantedIn(
  { contacts, times, kinds, connections: own, connectionIds }: IndexSegmentRow,
  { connections, from = Number.NEGATIVE_INFINITY }: CandidateFilter,
): (at: number) => boolean {
  const isThere = connectionIds.map((id) => connections === undefined || connections.has(id));
  return (at) => {
    // The time of a contact says nothing of the conversations in the same entry.
    const isInTime = kinds[at] === contactKind || (times[at] ?? 0) >= from;
    return contacts[at] !== 0 && isInTime && isThere[own[at] ?? 0] === true;
  };
}
