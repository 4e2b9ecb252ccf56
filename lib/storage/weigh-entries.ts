import type { IndexSegmentRow } from '../model/full-text';
import { entryAt, type IndexCandidate } from './candidate-list';
import { visitEntries } from './index-blocks';

/** Something to be looked for: an entry has it where one of these terms of the index leads there. */
export interface WeighedTerm {
  words: readonly { text: string; isWhole: boolean }[];
  weight: number;
}

/** What was found by weight. */
export interface WeighedEntries {
  /** The entries that have most of what was looked for, the heaviest first. */
  best: IndexCandidate[];
  /** In how many entries each term is. */
  having: number[];
  /** Entries in all. */
  all: number;
}

type Segments = readonly IndexSegmentRow[];
/** The block of a segment in which a term is; `undefined` where there is none. */
export type BlockOf = (segment: IndexSegmentRow, term: string) => Uint8Array | undefined;

/** What more than this share of all entries has says nothing, and leads nowhere. */
const MOST_SHARED = 0.2;
/** Fewer entries than this are no measure of what is usual. */
const FEW = 200;

/**
 * Weighs all entries of the index by the terms that lead to them, rare ones counting most, in steps;
 * returns the `most` heaviest.
 */
export function* weighEntries(
  segments: Segments,
  blockOf: BlockOf,
  terms: readonly WeighedTerm[],
  most: number,
): Generator<void, WeighedEntries> {
  const all = segments.reduce((sum, { contacts }) => sum + contacts.length, 0);
  const having: number[] = [];
  const found: Uint32Array[][] = [];
  for (const { words } of terms) {
    const places: Uint32Array[] = [];
    for (const segment of segments) {
      places.push(entriesWith(segment, blockOf, words));
      yield;
    }
    found.push(places);
    having.push(places.reduce((sum, { length }) => sum + length, 0));
  }
  const heavy = new Heaviest(most);
  const weights = terms.map(({ weight }, index) => weightOf(weight, having[index] ?? 0, all));
  for (const [place, segment] of segments.entries()) {
    const own = found.map((places) => places[place] ?? nothing);
    for (const [at, sum] of sumsIn(segment, own, weights).entries()) {
      if (sum > 0 && segment.contacts[at] !== 0) heavy.add(sum, entryAt(segment, at));
    }
    yield;
  }
  return { best: heavy.inOrder(), having, all };
}

const nothing = new Uint32Array();

/** What each entry of a segment weighs: the weights of all terms that lead to it. */
function sumsIn(
  { contacts }: IndexSegmentRow,
  entries: readonly Uint32Array[],
  weights: readonly number[],
): Float32Array {
  const sums = new Float32Array(contacts.length);
  for (const [index, weight] of weights.entries()) {
    if (weight === 0) continue;
    for (const at of entries[index] ?? nothing) sums[at] = (sums[at] ?? 0) + weight;
  }
  return sums;
}

function weightOf(weight: number, having: number, all: number): number {
  if (all > FEW && having > all * MOST_SHARED) return 0;
  return weight * Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

function entriesWith(
  segment: IndexSegmentRow,
  blockOf: BlockOf,
  words: WeighedTerm['words'],
): Uint32Array {
  const entries = new Set<number>();
  for (const { text, isWhole } of words) {
    const block = blockOf(segment, text);
    if (block !== undefined) visitEntries(block, text, (entry) => entries.add(entry), isWhole);
  }
  return Uint32Array.from(entries);
}

/** Keeps the heaviest of many without putting all in order. */
class Heaviest {
  #kept: { weight: number; entry: IndexCandidate }[] = [];
  #least = 0;

  constructor(private readonly most: number) {}

  add(weight: number, entry: IndexCandidate): void {
    if (weight < this.#least) return;
    this.#kept.push({ weight, entry });
    if (this.#kept.length < 4 * this.most) return;
    this.#cut();
    this.#least = this.#kept.at(-1)?.weight ?? 0;
  }

  inOrder(): IndexCandidate[] {
    this.#cut();
    return this.#kept.map(({ entry }) => entry);
  }

  #cut(): void {
    this.#kept.sort((a, b) => b.weight - a.weight || b.entry.time - a.entry.time);
    this.#kept.length = Math.min(this.#kept.length, this.most);
  }
}
