import { useLayoutEffect, useState } from 'react';
import { database } from '../../lib/storage/database';
import { type Followed, follow } from '../../lib/storage/live-query';
import { hasSameContent } from '../../lib/storage/same-content';

interface Result<T> {
  value?: T;
  failure?: unknown;
}

/** What is read from the database, followed from now on. */
export class LiveReading<T> {
  /** The last; without a value until it was read once. */
  result: Result<T> = {};
  readonly end: () => void;

  constructor(
    followed: Followed<T>,
    public onRead: (result: Result<T>) => void,
  ) {
    const take = (result: Result<T>) => {
      this.result = result;
      this.onRead(result);
    };
    this.end = follow(database, followed, {
      next: (value) => take({ value }),
      error: (failure) => take({ failure }),
    });
  }
}

/**
 * What is read from the database, kept up to date; `undefined` until it was read once, and the last
 * result while changed `dependencies` (as in `useEffect`) have it read again. A result that says the
 * same as before is the same object. Throws while rendering when the database fails. `read` may wait
 * for the database only. `begun`: the same reading where it began before; it is taken over, once.
 */
export function useLiveRead<T>(
  followed: Followed<T>,
  dependencies: readonly unknown[],
  begun: { current?: LiveReading<T> | undefined } = {},
): T | undefined {
  const [read, setRead] = useState<Result<T>>(begun.current?.result ?? {});
  // Before the frame is painted, so that what is shown next is read meanwhile.
  useLayoutEffect(
    () => {
      const onRead = (result: Result<T>) =>
        setRead((before) => (hasSameContent(before, result) ? before : result));
      const reading = begun.current ?? new LiveReading(followed, onRead);
      if (reading === begun.current) onRead(reading.result);
      reading.onRead = onRead;
      begun.current = undefined;
      return reading.end;
    },
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the reading is made of
    dependencies,
  );
  if ('failure' in read) throw read.failure;
  return read.value;
}
