import { useEffect, useMemo, useState } from 'react';
import type { ContactRef } from '../../../lib/model/ids';
import { newKeys } from '../../../lib/timeline/seen-mark';
import type { TimelineRow } from '../../../lib/timeline/timeline-rows';

/** An item has to be in sight for this long (ms) before it counts as seen. */
const inSightTime = 4_000;

export interface Unseen {
  keys: ReadonlySet<string>;
  /** Call it with the rows in sight. */
  rowsInSight(visible: readonly string[]): void;
}

/**
 * The new items (see `useVisit`) that have not been seen yet. An item counts as seen once it was in sight for
 * a few seconds while the panel was visible.
 */
export function useUnseen(
  anchor: ContactRef,
  rows: readonly TimelineRow[],
  seenUpTo: number | undefined,
): Unseen {
  const [seen, setSeen] = useState<{ anchor: ContactRef; keys: ReadonlySet<string> }>();
  const [inSight, setInSight] = useState('');
  const keys = useMemo(() => {
    if (seenUpTo === undefined) return new Set<string>();
    const known = seen?.anchor === anchor ? seen.keys : undefined;
    return new Set(
      newKeys(rows, { seenUpTo, now: Date.now() }).filter((key) => known?.has(key) !== true),
    );
  }, [rows, seenUpTo, seen, anchor]);

  useEffect(() => {
    if (inSight === '') return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'hidden') return;
      setSeen((before) => {
        const known = before?.anchor === anchor ? [...before.keys] : [];
        return { anchor, keys: new Set([...known, ...inSight.split('\n')]) };
      });
      setInSight('');
    }, inSightTime);
    return () => clearInterval(timer);
  }, [inSight, anchor]);

  return useMemo(
    () => ({
      keys,
      rowsInSight: (visible) => setInSight(visible.filter((key) => keys.has(key)).join('\n')),
    }),
    [keys],
  );
}
