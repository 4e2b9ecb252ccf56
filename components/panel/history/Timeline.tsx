import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import type { TimelineRow } from '../../../lib/timeline/build';
import { useJumps } from '../find-in-history/use-jumps';
import { useNow } from '../use-now';
import { useMarks } from './marks';
import { NewPill } from './NewPill';
import { usePlaceStore } from './place-store';
import { heightGuesser } from './row-height';
import { TimelineRowView } from './TimelineRowView';
import { useCommitted } from './use-committed';
import { useReadingPlace } from './use-reading-place';

/** The end is near when less than this many screens are left below. */
const nearEnd = 1.5;

interface TimelineProps {
  /** The contact on screen. Another one needs another `key`. */
  anchor: string;
  rows: readonly TimelineRow[];
  personName: string | undefined;
  /** Stands after the last row. */
  footer: ReactNode;
  onNearEnd(isNear: boolean): void;
  /** Hears the keys of the rows in sight. */
  onLook(keys: readonly string[]): void;
}

/** The rows, of which only those in sight are in the page. */
export function Timeline(props: TimelineProps) {
  const { anchor, personName, footer, onNearEnd, onLook } = props;
  // The virtualizer would take heights and places of rows on screen for those of the coming ones.
  const rows = useCommitted(props.rows);
  const scroller = useRef<HTMLElement>(null);
  const now = useNow(60_000);
  const { unseen } = useMarks();
  // The same functions while the rows are the same: a new one has every row measured anew.
  const estimateSize = useMemo(() => heightGuesser(rows, window.innerWidth), [rows]);
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? 'footer', [rows]);
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: rows.length + 1,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan: 4,
  });
  useReadingPlace({ anchor, scroller, virtualizer, rows });
  useJumps(scroller, virtualizer, rows);

  const sight = virtualizer.range;
  const first = sight?.startIndex ?? 0;
  const isNearEnd = sight !== null && isClose(virtualizer);
  useEffect(() => onNearEnd(isNearEnd), [onNearEnd, isNearEnd]);
  const last = sight?.endIndex ?? -1;
  useEffect(
    () => onLook(rows.slice(first, last + 1).map((row) => row.key)),
    [onLook, rows, first, last],
  );
  const above = unseen.size === 0 ? [] : rows.slice(0, first).filter((row) => unseen.has(row.key));

  return (
    <div className="relative flex min-h-0 flex-1">
      <NewPill
        count={above.length}
        onGo={() => usePlaceStore.getState().jumpTo(rows[0]?.key ?? '')}
      />
      <section
        ref={scroller}
        aria-label="Timeline, newest first"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard
        tabIndex={0}
        onKeyDown={(event) => goToEnds(event, virtualizer)}
        className="min-w-0 flex-1 overflow-y-auto overflow-x-hidden [overflow-anchor:none] focus-visible:outline-offset-[-2px]"
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
              <RowOrFooter
                row={rows[item.index]}
                now={now}
                personName={personName}
                footer={footer}
              />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function isClose(virtualizer: Virtualizer<HTMLElement, HTMLLIElement>): boolean {
  const height = virtualizer.scrollRect?.height ?? 0;
  const below = virtualizer.getTotalSize() - (virtualizer.scrollOffset ?? 0) - height;
  return below < height * nearEnd;
}

/** The browser knows only the guessed height of what it has not shown, and would miss the end. */
function goToEnds(event: KeyboardEvent, virtualizer: Virtualizer<HTMLElement, HTMLLIElement>) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (event.key !== 'Home' && event.key !== 'End') return;
  event.preventDefault();
  if (event.key === 'Home') virtualizer.scrollToOffset(0);
  else virtualizer.scrollToIndex(virtualizer.options.count - 1, { align: 'end' });
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
