import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { ContactRef } from '../../../lib/model/ids';
import { indexOfRow, type TimelineRow } from '../../../lib/timeline/timeline-rows';
import { holdScrollAnchor } from './hold-scroll-anchor';
import type { RowOffsets } from './row-offsets';
import { type ScrollAnchor, useScrollAnchorStore } from './scroll-anchor-store';

/** Closer to the top than this (px) counts as reading the newest, which new items may push down. */
const topZone = 8;

interface ScrollAnchorOptions {
  /** The contact on screen; the scroll anchor is kept under its name. */
  anchor: ContactRef;
  scroller: RefObject<HTMLElement | null>;
  offsets: RowOffsets;
  rows: readonly TimelineRow[];
}

/**
 * What is being read keeps its place when items are added or removed above it, or between, and is found again
 * when the agent comes back to this person. At the very top new items come into sight.
 */
export function useScrollAnchor({ anchor, scroller, offsets, rows }: ScrollAnchorOptions): void {
  const scrollAnchor = useRef<ScrollAnchor | undefined>(
    useScrollAnchorStore.getState().scrollAnchors.get(anchor),
  );
  const isHeld = useRef(false);
  const keep = useRef<(() => void) | undefined>(undefined);
  const current = useRef(rows);
  const update = useCallback(() => {
    const element = scroller.current;
    if (element === null || isHeld.current) return;
    scrollAnchor.current = scrollAnchorAt(offsets, current.current, element.scrollTop);
  }, [scroller, offsets]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only other rows are a reason to correct
  useLayoutEffect(() => {
    current.current = rows;
    isHeld.current = false;
    const element = scroller.current;
    const kept = scrollAnchor.current;
    const index = indexOfScrollAnchor(rows, kept);
    if (element === null || kept === undefined || index === -1) return;
    const wanted = () => offsets.startOf(index) - kept.offset;
    isHeld.current = true;
    const hold = holdScrollAnchor(element, wanted, () => {
      keep.current = undefined;
      isHeld.current = false;
      update();
    });
    keep.current = hold.keep;
    hold.begin();
    return () => {
      keep.current = undefined;
      hold.stop();
    };
  }, [rows]);

  // Rows that were measured move with this very rendering, and the anchor with them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when no row moved, asking for the position would only have the page laid out
  useLayoutEffect(() => keep.current?.(), [offsets.version]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    element.addEventListener('scroll', update, { passive: true });
    // A list that gets shorter moves what is in sight at its end, without a scroll event.
    const observer = new ResizeObserver(update);
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', update);
      useScrollAnchorStore.getState().remember(anchor, scrollAnchor.current);
    };
  }, [anchor, scroller, update]);
}

/** The row of the anchor; if its item is gone, the next older one. */
function indexOfScrollAnchor(
  rows: readonly TimelineRow[],
  scrollAnchor: ScrollAnchor | undefined,
): number {
  if (scrollAnchor === undefined) return -1;
  const same = indexOfRow(rows, scrollAnchor.key);
  if (same !== -1) return same;
  return rows.findIndex((row) => row.kind === 'item' && row.message.sentAt <= scrollAnchor.at);
}

/** The first item in sight: headings come and go with the items below them. */
function scrollAnchorAt(
  offsets: RowOffsets,
  rows: readonly TimelineRow[],
  scrollTop: number,
): ScrollAnchor | undefined {
  if (scrollTop <= topZone) return undefined;
  for (let index = offsets.indexAt(scrollTop); index < rows.length; index += 1) {
    const row = rows[index];
    if (row?.kind !== 'item') continue;
    return { key: row.key, at: row.message.sentAt, offset: offsets.startOf(index) - scrollTop };
  }
  return undefined;
}
