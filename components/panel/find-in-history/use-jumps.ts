import { type RefObject, useEffect, useRef } from 'react';
import { indexOfRow, type TimelineRow } from '../../../lib/timeline/timeline-rows';
import { useScrollAnchorStore } from '../history/scroll-anchor-store';
import type { VirtualRows } from '../history/use-virtual-rows';

/** Scrolls to the requested row, and to the find inside it where the row is long. */
export function useJumps(
  scroller: RefObject<HTMLElement | null>,
  { offsets, scrollTo }: VirtualRows,
  rows: readonly TimelineRow[],
): void {
  const jump = useScrollAnchorStore((state) => state.jump);
  const done = useRef(jump.count);
  useEffect(() => {
    if (jump.count === done.current) return;
    const index = indexOfRow(rows, jump.key);
    if (index === -1) return;
    done.current = jump.count;
    const { align } = jump;
    const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
    const isInSight =
      index > offsets.indexAt(scrollTop) && index < offsets.indexAt(scrollTop + clientHeight);
    if (align === 'start' || !isInSight) scrollTo(index, align);
    if (align === 'start') return;
    return afterScrolling(() => {
      const list = scroller.current;
      const before = list?.scrollTop;
      const mark = list?.querySelector(`li[data-index="${index}"] mark`);
      mark?.scrollIntoView({ block: 'nearest' });
      // The row is held in the middle for a while yet: in a long one that would take it back.
      if (list?.scrollTop !== before) useScrollAnchorStore.getState().letGo();
    });
  }, [jump, rows, scroller, offsets, scrollTo]);
}

/** The rows at the new position are there two frames later. Returns how to cancel it. */
function afterScrolling(then: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(then);
  });
  return () => cancelAnimationFrame(frame);
}
