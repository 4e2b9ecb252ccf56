import { useCallback } from 'react';
import { findJumpTarget, type JumpTarget } from '../../../lib/timeline/jump-to-time';
import type { TimelineRow } from '../../../lib/timeline/rows';
import { useScrollAnchorStore } from '../history/scroll-anchor-store';

/**
 * Goes to the newest item of a stretch of time (epoch ms), or the nearest to it, and says where that
 * is; `undefined` when the list holds no item.
 */
export function useJumpToTime(
  rows: readonly TimelineRow[],
): (stretch: { start: number; end: number }) => JumpTarget | undefined {
  return useCallback(
    (stretch) => {
      const place = findJumpTarget(rows, stretch);
      if (place !== undefined) useScrollAnchorStore.getState().jumpTo(place.key);
      return place;
    },
    [rows],
  );
}
