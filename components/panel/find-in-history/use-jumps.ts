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
      const row = scroller.current?.querySelector(`li[data-index="${index}"]`);
      row?.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
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
