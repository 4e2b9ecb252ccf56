import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useMemo, useRef } from 'react';
import type { Timeline as TimelineData, TimelineRow } from '../../lib/timeline/build';
import { heightGuesser } from './row-height';
import { TimelineRowView } from './TimelineRowView';
import { useNow } from './use-now';

/** Closer to the top than this (px) counts as reading the newest, which new items may push down. */
const topZone = 8;

interface TimelineProps {
  timeline: TimelineData;
  personName: string | undefined;
  /** Stands after the last row. */
  footer: ReactNode;
}

/**
 * The rows, of which only those in sight are in the page. What is being read stays where it is when
 * items arrive above it; at the very top new items come into sight.
 */
export function Timeline({ timeline, personName, footer }: TimelineProps) {
  const scroller = useRef<HTMLElement>(null);
  const now = useNow(60_000);
  const { rows } = timeline;
  const isAtTop = (scroller.current?.scrollTop ?? 0) <= topZone;
  // The same functions while the rows are the same: a new one has every row measured anew.
  const estimateSize = useMemo(() => heightGuesser(rows, window.innerWidth), [rows]);
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? 'footer', [rows]);
  const virtualizer = useVirtualizer({
    count: rows.length + 1,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan: 4,
    anchorTo: isAtTop ? 'start' : 'end',
  });
  return (
    <section
      ref={scroller}
      aria-label="Timeline, newest first"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto overflow-x-hidden [overflow-anchor:none] focus-visible:outline-offset-[-2px]"
    >
      <ol className="relative m-0 list-none p-0" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <li
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            aria-setsize={rows.length + 1}
            aria-posinset={item.index + 1}
            className="absolute top-0 left-0 w-full"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <RowOrFooter row={rows[item.index]} now={now} personName={personName} footer={footer} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface RowOrFooterProps {
  row: TimelineRow | undefined;
  now: number;
  personName: string | undefined;
  footer: ReactNode;
}

function RowOrFooter({ row, now, personName, footer }: RowOrFooterProps) {
  if (row === undefined) return footer;
  return <TimelineRowView row={row} now={now} personName={personName} />;
}
