import { entryKinds, type IndexSegmentRow } from '../model/full-text';

/** A place where something that is searched for may be. */
export interface IndexCandidate {
  /** `number` of the contact in `indexedContacts`. */
  contact: number;
  /** Epoch ms. */
  time: number;
  kind: (typeof entryKinds)[number];
}

/** What was found; the newest is asked for first. */
export interface CandidateList {
  length: number;
  /** The newest ones, newest first. */
  newest(count: number): IndexCandidate[];
}

/** Of a hundred thousand, only those that are looked at are sorted and become objects. */
export class FoundCandidates implements CandidateList {
  length = 0;
  readonly #places: Uint32Array;
  readonly #times: Float64Array;
  #sorted: Float64Array | undefined;

  constructor(private readonly segments: readonly IndexSegmentRow[]) {
    const most = segments.reduce((sum, { contacts }) => sum + contacts.length, 0);
    this.#places = new Uint32Array(2 * most);
    this.#times = new Float64Array(most);
  }

  add(segment: number, at: number): void {
    this.#places[2 * this.length] = segment;
    this.#places[2 * this.length + 1] = at;
    this.#times[this.length] = this.segments[segment]?.times[at] ?? 0;
    this.length += 1;
  }

  newest(count: number): IndexCandidate[] {
    this.#sorted ??= this.#times.slice(0, this.length).sort();
    const least = this.#sorted[Math.max(0, this.length - count)] ?? 0;
    const newest: IndexCandidate[] = [];
    for (let index = 0; index < this.length; index += 1) {
      if ((this.#times[index] ?? 0) >= least) newest.push(this.#candidate(index));
    }
    return newest.sort(byTime).slice(0, count);
  }

  #candidate(index: number): IndexCandidate {
    const segment = this.segments[this.#places[2 * index] ?? 0];
    return entryAt(segment, this.#places[2 * index + 1] ?? 0);
  }
}

/** What stands at a place of a segment. */
export function entryAt(segment: IndexSegmentRow | undefined, at: number): IndexCandidate {
  return {
    contact: segment?.contacts[at] ?? 0,
    time: segment?.times[at] ?? 0,
    kind: entryKinds[segment?.kinds[at] ?? 0] ?? 'message',
  };
}

function byTime(a: IndexCandidate, b: IndexCandidate): number {
  return b.time - a.time || b.contact - a.contact || (a.kind < b.kind ? -1 : 1);
}
