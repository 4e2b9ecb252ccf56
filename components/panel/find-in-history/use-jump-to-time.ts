import { useCallback } from 'react';
import { findJumpTarget, type JumpTarget } from '../../../lib/timeline/jump-to-time';
import type { TimelineRow } from '../../../lib/timeline/timeline-rows';
import { useScrollAnchorStore } from '../history/scroll-anchor-store';

/**
 * Goes to the newest item of a period (epoch ms), or the nearest to it, and returns where that is;
 * `undefined` when the list has no item.
 */
export function useJumpToTime(
  rows: readonly TimelineRow[],
): (stretch: { start: number; end: number }) => JumpTarget | undefined {
  return useCallback(
    (stretch) => {
      const target = findJumpTarget(rows, stretch);
      if (target !== undefined) useScrollAnchorStore.getState().jumpTo(target.key);
      return target;
    },
    [rows],
  );
}
