import Dexie, { type ObservabilitySet, type Table } from 'dexie';
import { Change } from './change';

/** What is followed. */
export interface Followed<T> {
  /** All that is read from: `read` cannot reach another one. */
  tables: readonly Table[];
  read(): Promise<T>;
  /** Narrower than "something in one of the tables": whether it has to be read again. */
  concerns?(change: Change): boolean;
}

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
  }: Followed<T>,
  follower: Follower<T>,
): () => void {
  let isReading = false;
  let isOutdated = false;
  let isOver = false;
  const run = async (): Promise<void> => {
    isReading = true;
    try {
      do {
        isOutdated = false;
        const value = await database.transaction('r', tables, read);
        if (!isOver) follower.next(value);
      } while (isOutdated && !isOver);
    } catch (error) {
      if (!isOver && !(isClosing(error) && comesBack(database))) follower.error(error);
    }
    isReading = false;
  };
  // Whoever wrote may still be in a transaction, which is not that of the reading.
  const start = () => Dexie.ignoreTransaction(() => void run());
  const onWritten = (parts: ObservabilitySet): void => {
    if (!concerns(new Change(database.name, parts))) return;
    isOutdated = true;
    if (!isReading) start();
  };
  Dexie.on.storagemutated.subscribe(onWritten);
  start();
  return () => {
    isOver = true;
    Dexie.on.storagemutated.unsubscribe(onWritten);
  };
}

/** A database that was closed is opened again; one that never opened has to be told of. */
function comesBack(database: Dexie): boolean {
  return !database.hasFailed() || database.hasBeenClosed();
}

function isClosing(error: unknown): boolean {
  return error instanceof Error && ['DatabaseClosedError', 'AbortError'].includes(error.name);
}
