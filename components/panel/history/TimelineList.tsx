import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import ArrowUp from 'lucide-react/icons/arrow-up';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { excerptLimits } from '../../../lib/text/excerpt';
import type { TimelineRow } from '../../../lib/timeline/rows';
import { useNow } from '../../hooks/use-now';
import { useMarks } from '../../text/marks';
import { useJumps } from '../find-in-history/use-jumps';
import { useScrollAnchorStore } from './scroll-anchor-store';
import { TimelineRowView } from './TimelineRowView';
import { useScrollAnchor } from './use-scroll-anchor';

/** The end is near when less than this many screens are left below. */
const nearEnd = 1.5;

interface TimelineListProps {
  /** The contact on screen. Another one needs another `key`. */
  anchor: string;
  rows: readonly TimelineRow[];
  personName: string | undefined;
  /** Stands after the last row. */
  footer: ReactNode;
  onNearEnd(isNear: boolean): void;
  /** Hears the keys of the rows in sight. */
  onInSight(keys: readonly string[]): void;
}

/** The rows, of which only those in sight are in the page. */
export function TimelineList(props: TimelineListProps) {
  const { anchor, personName, footer, onNearEnd, onInSight: onLook } = props;
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
  useScrollAnchor({ anchor, scroller, virtualizer, rows });
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
        onGo={() => useScrollAnchorStore.getState().jumpTo(rows[0]?.key ?? '')}
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

interface NewPillProps {
  /** How many new items are above what is in sight. */
  count: number;
  onGo(): void;
}

/** Says that something new is further up, and goes there. */
function NewPill({ count, onGo }: NewPillProps) {
  if (count === 0) return null;
  return (
    <button
      type="button"
      onClick={onGo}
      className="appear absolute top-2 left-1/2 z-[5] flex h-6 -translate-x-1/2 items-center gap-1 rounded-full bg-accent pr-2 pl-2.5 font-medium text-11 text-on-accent shadow-pop"
    >
      {count.toLocaleString('en')} new
      <ArrowUp size={12} aria-hidden />
    </button>
  );
}

const characterWidth = 6.4;
const lineHeight = 19;
const footerHeight = 120;

/** Of rows at the width asked for last; a row that did not change is the same object. */
let knownHeights = { width: 0, heights: new WeakMap<TimelineRow, number>() };

/**
 * Tells a row's likely height (px) in a panel of this width (px), before it was measured; the row
 * after the last is the footer. Good guesses keep the scroll bar steady. Each is worked out once,
 * because the list asks for all of them whenever one row turns out differently or a row is added.
 */
function heightGuesser(rows: readonly TimelineRow[], width: number): (index: number) => number {
  if (knownHeights.width !== width) knownHeights = { width, heights: new WeakMap() };
  const { heights } = knownHeights;
  return (index) => {
    const row = rows[index];
    if (row === undefined) return footerHeight;
    const height = heights.get(row) ?? likelyHeight(row, width);
    heights.set(row, height);
    return height;
  };
}

function likelyHeight(row: TimelineRow, width: number): number {
  if (row.kind === 'day') return 34;
  if (row.kind === 'conversation') return 36;
  if (row.kind === 'seen-mark') return 24;
  const { message } = row;
  if (message.kind === 'activity') return 24;
  const perLine = Math.max((width - 76) / characterWidth, 10);
  const shown = message.text.slice(0, excerptLimits.firstCharacters);
  const lines = shown
    .split('\n', excerptLimits.firstLines)
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  const more = message.text.length > excerptLimits.firstCharacters ? 24 : 0;
  return 46 + lines * lineHeight + more + message.attachments.length * 22;
}

/**
 * The value as it was when all of it was last on screen, and the new one with the next frame. For
 * what is not React's own: a rendering that takes several frames must not show through there.
 */
function useCommitted<T extends object>(value: T): T {
  const [committed, setCommitted] = useState(value);
  useLayoutEffect(() => setCommitted(value), [value]);
  return committed;
}
