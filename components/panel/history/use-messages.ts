import { useEffect, useState } from 'react';
import type { TimelineRow } from '../../../lib/timeline/rows';
import type { MessageCache } from './message-cache';

/** So many rows beyond those in sight are read beforehand: some screens, for a hand that scrolls. */
const ahead = 100;

/**
 * Has the whole messages of the rows from `first` to `last`, and of those around them, in the cache,
 * and draws again when one came.
 */
export function useMessages(
  cache: MessageCache,
  rows: readonly TimelineRow[],
  first: number,
  last: number,
): void {
  const [, setLoads] = useState(0);
  useEffect(() => {
    const load = async (from: number, until: number) => {
      const items = rows
        .slice(Math.max(0, from), until)
        .flatMap((row) => (row.kind === 'item' ? [row.message] : []));
      // What the database cannot tell now, the feed says aloud.
      const isNew = await cache.load(items).catch(() => false);
      if (isNew) setLoads((count) => count + 1);
    };
    void load(first, last + 1);
    void load(first - ahead, last + 1 + ahead);
  }, [cache, rows, first, last]);
}
