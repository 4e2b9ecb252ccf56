import { useLayoutEffect, useState } from 'react';
import { database } from '../../lib/storage/database';
import { type Followed, follow } from '../../lib/storage/live-query';
import { hasSameContent } from '../../lib/storage/same-content';

/**
 * What is read from the database, kept up to date; `undefined` until it was read once, and the last
 * result while changed `dependencies` (as in `useEffect`) have it read again. A result that says the
 * same as before is the same object. Throws while rendering when the database fails. `read` may wait
 * for the database only.
 */
export function useLiveRead<T>(
  followed: Followed<T>,
  dependencies: readonly unknown[],
): T | undefined {
  const [read, setRead] = useState<{ value: T | undefined; failure?: Error }>({ value: undefined });
  // Before the frame is painted, so that what is shown next is read meanwhile.
  useLayoutEffect(
    () =>
      follow(database, followed, {
        next: (value) =>
          setRead((before) => (hasSameContent(before.value, value) ? before : { value })),
        error: (error) =>
          setRead({
            value: undefined,
            failure: error instanceof Error ? error : new Error('database'),
          }),
      }),
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the reading is made of
    dependencies,
  );
  if (read.failure !== undefined) throw read.failure;
  return read.value;
}
