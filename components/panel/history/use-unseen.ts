import { useEffect, useMemo, useState } from 'react';
import { newKeys } from '../../../lib/timeline/seen-mark';
import type { TimelineRow } from '../../../lib/timeline/timeline-rows';
import { markSeen, type Visit } from './use-visit';

/** An item has to be in sight for this long (ms) before it counts as seen. */
const inSightTime = 4_000;

export interface Unseen {
  keys: ReadonlySet<string>;
  /** Call it with the rows in sight. */
  rowsInSight(visible: readonly string[]): void;
}

/**
 * The items that are new at this visit and have not been seen yet. An item counts as seen once it was in sight
 * for a few seconds while the panel was visible.
 */
export function useUnseen(rows: readonly TimelineRow[], visit: Visit | undefined): Unseen {
  const [inSight, setInSight] = useState('');
  const keys = useMemo(() => {
    if (visit === undefined) return new Set<string>();
    const { seenUpTo, seen } = visit;
    return new Set(newKeys(rows, { seenUpTo, now: Date.now() }).filter((key) => !seen.has(key)));
  }, [rows, visit]);

  useEffect(() => {
    if (inSight === '') return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'hidden') return;
      markSeen(inSight.split('\n'));
      setInSight('');
    }, inSightTime);
    return () => clearInterval(timer);
  }, [inSight]);

  return useMemo(
    () => ({
      keys,
      rowsInSight: (visible) => setInSight(visible.filter((key) => keys.has(key)).join('\n')),
    }),
    [keys],
  );
}
