import {
  cmp,
  type IntervalTree,
  type IntervalTreeNode,
  type ObservabilitySet,
  RangeSet,
  rangesOverlap,
} from 'dexie';

type Key = readonly (string | number)[];

/** What was written in one go, here or in another part of the extension. */
export class Change {
  constructor(
    private readonly database: string,
    private readonly parts: ObservabilitySet,
  ) {}

  /** Something was written to the table. */
  isIn(table: string): boolean {
    return this.#of(table, '') !== undefined;
  }

  /** Something was put into this stretch of an index, both ends included. */
  touches(table: string, index: string, from: Key, to: Key): boolean {
    const written = this.#of(table, index);
    return written !== undefined && rangesOverlap(new RangeSet([...from], [...to]), written);
  }

  /**
   * One of these things of a connection was deleted, or written over and may have stood elsewhere. A
   * deletion by the stretch counts for all.
   */
  replaces(table: string, connectionId: string, ids: ReadonlySet<string>): boolean {
    for (const { from, to } of stretches(this.#of(table, ':dels'))) {
      const key: unknown = from;
      if (cmp(from, to) !== 0 || !Array.isArray(key)) return true;
      const [connection, id]: unknown[] = key;
      if (connection === connectionId && typeof id === 'string' && ids.has(id)) return true;
    }
    return false;
  }

  /** Under `all` dexie tells that anything may be different. */
  #of(table: string, index: string): IntervalTree | undefined {
    return this.parts['all'] ?? this.parts[`idb://${this.database}/${table}/${index}`];
  }
}

/** Every key and stretch of keys. What came from another part of the extension is a bare tree. */
function* stretches(tree: IntervalTree | null | undefined): Generator<IntervalTreeNode> {
  if (!tree || !('from' in tree)) return;
  yield* stretches(tree.l);
  yield tree;
  yield* stretches(tree.r);
}
