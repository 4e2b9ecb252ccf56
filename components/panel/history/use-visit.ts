import { useEffect, useState } from 'react';
import type { ContactRef } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { readSeenUntil } from '../../../lib/storage/visits';

/**
 * The time (epoch ms) up to which the items of this person had been seen when they came on screen; it stays
 * the same for the whole visit. At the first visit only what arrives during it is new. `undefined` until it
 * has been read.
 */
export function useVisit(anchor: ContactRef): number | undefined {
  const [visit, setVisit] = useState<{ anchor: ContactRef; seenUpTo: number }>();
  useEffect(() => {
    let isOver = false;
    const openedAt = Date.now();
    const begin = (seenUpTo: number) => {
      if (!isOver) setVisit({ anchor, seenUpTo });
    };
    readSeenUntil(database, anchor, openedAt).then(
      (newest) => begin(Math.min(newest ?? openedAt, openedAt)),
      () => begin(openedAt),
    );
    return () => {
      isOver = true;
    };
  }, [anchor]);
  return visit?.anchor === anchor ? visit.seenUpTo : undefined;
}
