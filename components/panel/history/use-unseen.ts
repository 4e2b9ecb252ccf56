import { useEffect, useMemo, useState } from 'react';
import type { TimelineRow } from '../../../lib/timeline/rows';
import { newKeys } from '../../../lib/timeline/seen-mark';

/** So long (ms) an item has to be in sight before it counts as seen. */
const inSightTime = 4_000;

export interface Unseen {
  keys: ReadonlySet<string>;
  /** Tells which rows are in sight. */
  look(visible: readonly string[]): void;
}

/**
 * The new items (see `useVisit`) that were not yet looked at. An item is, once it was in sight for a
 * few seconds while the panel was visible.
 */
export function useUnseen(
  anchor: string,
  rows: readonly TimelineRow[],
  seenUpTo: number | undefined,
): Unseen {
  const [looked, setLooked] = useState<{ anchor: string; keys: ReadonlySet<string> }>();
  const [inSight, setInSight] = useState('');
  const keys = useMemo(() => {
    if (seenUpTo === undefined) return new Set<string>();
    const known = looked?.anchor === anchor ? looked.keys : undefined;
    return new Set(
      newKeys(rows, { seenUpTo, now: Date.now() }).filter((key) => known?.has(key) !== true),
    );
  }, [rows, seenUpTo, looked, anchor]);

  useEffect(() => {
    if (inSight === '') return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'hidden') return;
      setLooked((before) => {
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
      look: (visible) => setInSight(visible.filter((key) => keys.has(key)).join('\n')),
    }),
    [keys],
  );
}
