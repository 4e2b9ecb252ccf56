import { entryKinds, type IndexBlockRow, type IndexSegmentRow } from '../../model/full-text';
import { bucketOf, decodeBlock, encodeBlock } from '../../storage/index-blocks';

/** One passage of the index: whose, from when (epoch ms), and a number that identifies its text. */
export interface IndexEntry {
  contact: number;
  time: number;
  print: number;
  kind: (typeof entryKinds)[number];
  connectionId: string;
}

/** A segment of the index while it is being filled. */
export class SegmentDraft {
  readonly #entries: (IndexEntry | undefined)[] = [];
  readonly #postings = new Map<string, number[]>();
  readonly #removed = new Set<number>();

  constructor(
    readonly id: number,
    stored?: { segment: IndexSegmentRow; block: Uint8Array | undefined },
  ) {
    if (stored === undefined) return;
    this.#entries.push(...entriesOf(stored.segment));
    for (const [term, entries] of decodeBlock(stored.block ?? new Uint8Array())) {
      this.#postings.set(term, entries);
    }
  }

  /** Entries in it, those that were taken out included. */
  get size(): number {
    return this.#entries.length;
  }

  get isEmpty(): boolean {
    return this.#entries.every((entry) => entry === undefined);
  }

  /** Adds an entry with the terms that lead to it; one that comes twice counts once. */
  add(entry: IndexEntry, terms: Iterable<string>): void {
    const at = this.#entries.push(entry) - 1;
    for (const term of terms) {
      const known = this.#postings.get(term);
      if (known === undefined) this.#postings.set(term, [at]);
      else if (known.at(-1) !== at) known.push(at);
    }
  }

  /** The places of the contact's entries. */
  entriesOf(contact: number): { at: number; entry: IndexEntry }[] {
    return this.#entries.flatMap((entry, at) =>
      entry?.contact === contact ? [{ at, entry }] : [],
    );
  }

  remove(at: number): void {
    this.#entries[at] = undefined;
    this.#removed.add(at);
  }

  segment(isOpen: boolean): IndexSegmentRow {
    const connectionIds = [...new Set(this.#entries.flatMap((entry) => entry?.connectionId ?? []))];
    const of = (read: (entry: IndexEntry) => number) =>
      this.#entries.map((entry) => (entry === undefined ? 0 : read(entry)));
    return {
      id: this.id,
      isOpen,
      contacts: Uint32Array.from(of(({ contact }) => contact)),
      times: Float64Array.from(of(({ time }) => time)),
      prints: Uint32Array.from(of(({ print }) => print)),
      kinds: Uint8Array.from(of(({ kind }) => entryKinds.indexOf(kind))),
      connections: Uint8Array.from(of(({ connectionId }) => connectionIds.indexOf(connectionId))),
      connectionIds,
    };
  }

  /** Its blocks, in steps: all in one while it is open. Returns them. */
  *blocks(isOpen: boolean): Generator<void, IndexBlockRow[]> {
    const buckets = new Map<string, Map<string, number[]>>();
    for (const [term, entries] of this.#postings) {
      const left = entries.filter((entry) => !this.#removed.has(entry));
      if (left.length === 0) continue;
      const bucket = isOpen ? '' : bucketOf(term);
      const terms = buckets.get(bucket) ?? new Map<string, number[]>();
      buckets.set(bucket, terms.set(term, left));
      yield;
    }
    const rows: IndexBlockRow[] = [];
    for (const [bucket, terms] of buckets) {
      rows.push({ segment: this.id, bucket, data: encodeBlock(terms) });
      yield;
    }
    return rows;
  }
}

function entriesOf(segment: IndexSegmentRow): (IndexEntry | undefined)[] {
  const { contacts, times, prints, kinds, connections, connectionIds } = segment;
  return Array.from(contacts, (contact, at) =>
    contact === 0
      ? undefined
      : {
          contact,
          time: times[at] ?? 0,
          print: prints[at] ?? 0,
          kind: entryKinds[kinds[at] ?? 0] ?? 'message',
          connectionId: connectionIds[connections[at] ?? 0] ?? '',
        },
  );
}
