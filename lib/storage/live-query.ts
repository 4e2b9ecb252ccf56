import Dexie, {
  cmp,
  type IntervalTree,
  type IntervalTreeNode,
  type ObservabilitySet,
  RangeSet,
  rangesOverlap,
  type Table,
} from 'dexie';

/** What is followed. */
export interface Followed<T> {
  /** All that is read from: `read` cannot reach another one. */
  tables: readonly Table[];
  read(): Promise<T>;
  /** Narrower than "something in one of the tables": whether it has to be read again. */
  concerns?(change: DatabaseChange): boolean;
  /**
   * From the beginning of one reading to that of the next there are at least so many ms; without it, no
   * change waits. For what takes long to draw while it changes often.
   */
  leastApart?: number;
  /** Of the changes that concern it: whether somebody waits for this one, which is then read at once. */
  isAwaited?(change: DatabaseChange): boolean;
}

/** While a person's history comes in, something is written every few milliseconds. */
export const drawnApart = 60;

export interface Follower<T> {
  next(value: T): void;
  error(error: unknown): void;
}

/**
 * Reads now, each time in one transaction, and again after each change, in whatever part of the
 * extension it was made. Returns how to end it. Dexie's own live queries keep every key that was
 * written since they last ran, and compare with all of them at each change: beside ten thousand
 * messages that takes longer than everything else.
 */
export function follow<T>(
  database: Dexie,
  {
    tables,
    read,
    concerns = (change) => tables.some(({ name }) => change.isIn(name)),
    leastApart = 0,
    isAwaited = () => false,
  }: Followed<T>,
  follower: Follower<T>,
): () => void {
  let isReading = false;
  let isOutdated = false;
  let isOver = false;
  let isAtOnce = false;
  let beganAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async (): Promise<void> => {
    isReading = true;
    isOutdated = false;
    isAtOnce = false;
    beganAt = performance.now();
    try {
      const value = await database.transaction('r', tables, read);
      if (!isOver) follower.next(value);
    } catch (error) {
      if (!isOver && !(isClosing(error) && comesBack(database))) follower.error(error);
    }
    isReading = false;
    if (isOutdated && !isOver) readAgain();
  };
  // Whoever wrote may still be in a transaction, which is not that of the reading.
  const start = () => Dexie.ignoreTransaction(() => void run());
  const readAgain = (): void => {
    const rest = beganAt + leastApart - performance.now();
    if (rest <= 0 || isAtOnce) restart();
    else timer ??= setTimeout(restart, rest);
  };
  const restart = (): void => {
    clearTimeout(timer);
    timer = undefined;
    start();
  };
  const onWritten = (parts: ObservabilitySet): void => {
    const change = changeOf(database.name, parts);
    if (!concerns(change)) return;
    isOutdated = true;
    isAtOnce ||= isAwaited(change);
    if (!isReading) readAgain();
  };
  Dexie.on.storagemutated.subscribe(onWritten);
  start();
  return () => {
    isOver = true;
    clearTimeout(timer);
    Dexie.on.storagemutated.unsubscribe(onWritten);
  };
}

/** A database that was closed is opened again; one that never opened has to be reported. */
function comesBack(database: Dexie): boolean {
  return !database.hasFailed() || database.hasBeenClosed();
}

function isClosing(error: unknown): boolean {
  return error instanceof Error && ['DatabaseClosedError', 'AbortError'].includes(error.name);
}

type Key = readonly (string | number)[];

const changes = new WeakMap<ObservabilitySet, DatabaseChange>();

/** Hundreds may follow, each a piece of its own: what is worked out for one holds for all of them. */
function changeOf(database: string, parts: ObservabilitySet): DatabaseChange {
  const known = changes.get(parts);
  if (known?.database === database) return known;
  const change = new DatabaseChange(database, parts);
  changes.set(parts, change);
  return change;
}

/** What was written in one go, here or in another part of the extension. */
export class DatabaseChange {
  readonly #replacedIds = new Map<string, ReadonlySet<string> | 'all'>();

  constructor(
    readonly database: string,
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
  replaces(table: string, connectionId: string, things: readonly { id: string }[]): boolean {
    const ids = this.#replaced(table, connectionId);
    if (ids === 'all') return true;
    return ids.size > 0 && things.some(({ id }) => ids.has(id));
  }

  /** Asked for each piece of a history, and worked out once. */
  #replaced(table: string, connectionId: string): ReadonlySet<string> | 'all' {
    const place = `${table} ${connectionId}`;
    const known = this.#replacedIds.get(place) ?? this.#readReplaced(table, connectionId);
    this.#replacedIds.set(place, known);
    return known;
  }

  #readReplaced(table: string, connectionId: string): ReadonlySet<string> | 'all' {
    const ids = new Set<string>();
    for (const { from, to } of stretches(this.#of(table, ':dels'))) {
      const key: unknown = from;
      if (cmp(from, to) !== 0 || !Array.isArray(key)) return 'all';
      const [connection, id]: unknown[] = key;
      if (connection === connectionId && typeof id === 'string') ids.add(id);
    }
    return ids;
  }

  /** Under `all` dexie says that anything may be different. */
  #of(table: string, index: string): IntervalTree | undefined {
    return this.parts.all ?? this.parts[`idb://${this.database}/${table}/${index}`];
  }
}

/** Every key and stretch of keys. What came from another part of the extension is a bare tree. */
function* stretches(tree: IntervalTree | null | undefined): Generator<IntervalTreeNode> {
  if (!tree || !('from' in tree)) return;
  yield* stretches(tree.l);
  yield tree;
  yield* stretches(tree.r);
}
