import { t } from '@lingui/core/macro';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { ContactRef } from '../../../lib/model/ids';
import { formatNumber } from '../../../lib/text/format-number';
import { excerptLimits } from '../../../lib/text/long-text-excerpt';
import type { TimelineRow } from '../../../lib/timeline/timeline-rows';
import { useNow } from '../../hooks/use-now';
import { useMarks } from '../../text/marks';
import { useJumps } from '../find-in-history/use-jumps';
import { useCompactView } from './compact-view';
import type { MessageCache } from './message-cache';
import type { HeightGuess } from './row-offsets';
import { useScrollAnchorStore } from './scroll-anchor-store';
import { TimelineRowView } from './TimelineRowView';
import { useScrollAnchor } from './use-scroll-anchor';
import { useVirtualRows, type VirtualRows } from './use-virtual-rows';

/** The end is near when less than this many screens are left below. */
const nearEnd = 1.5;

interface TimelineListProps {
  /** The contact on screen. Another one needs another `key`. */
  anchor: ContactRef;
  rows: readonly TimelineRow[];
  /** Provides the whole messages of the rows. */
  cache: MessageCache;
  personName: string | undefined;
  /** Shown after the last row. */
  footer: ReactNode;
  onNearEnd(isNear: boolean): void;
  /** Called with the keys of the rows in sight. */
  onInSight(keys: readonly string[]): void;
}

/** The list of rows, of which only those in sight are in the page. */
export function TimelineList(props: TimelineListProps) {
  const { anchor, cache, personName, footer, onNearEnd, onInSight } = props;
  // Heights and positions belong to the rows on screen, not to the coming ones.
  const rows = useCommitted(props.rows);
  const scroller = useRef<HTMLElement>(null);
  const now = useNow(60_000);
  const { unseen } = useMarks();
  const virtual = useVirtualRows({
    scroller,
    rows,
    guess: likelyHeights(rows),
  });
  const { offsets } = virtual;
  useScrollAnchor({ anchor, scroller, offsets, rows });
  useJumps(scroller, virtual, rows);
  useEffect(() => useCompactView.getState().give(scroller.current), []);

  const { first, last } = virtual.sight;
  const isNearEnd = virtual.screensLeft < nearEnd;
  useEffect(() => onNearEnd(isNearEnd), [onNearEnd, isNearEnd]);
  useEffect(
    () => onInSight(rows.slice(first, last + 1).map((row) => row.key)),
    [onInSight, rows, first, last],
  );
  useMessages(cache, rows, first, last);
  const above = useMemo(() => countAbove(rows, unseen, first), [rows, unseen, first]);

  return (
    <div className="relative flex min-h-0 flex-1">
      <NewPill
        count={above}
        onGo={() => useScrollAnchorStore.getState().jumpTo(rows[0]?.key ?? '')}
      />
      <section
        ref={scroller}
        aria-label={t`Timeline, newest first`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard
        tabIndex={0}
        onKeyDown={(event) => goToEnds(event, virtual)}
        className="min-w-0 flex-1 overflow-y-auto overflow-x-hidden [overflow-anchor:none] focus-visible:outline-offset-[-2px]"
      >
        <ol className="relative m-0 list-none p-0" style={{ height: offsets.total }}>
          {virtual.drawn.map((index) => (
            <li
              key={rows[index]?.key ?? 'footer'}
              ref={virtual.measured}
              data-index={index}
              aria-setsize={rows.length + 1}
              aria-posinset={index + 1}
              className="absolute top-0 left-0 w-full"
              style={{ transform: `translateY(${offsets.startOf(index)}px)` }}
            >
              <RowOrFooter
                row={rows[index]}
                height={offsets.heightOf(index)}
                cache={cache}
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

/** How many of the rows with these keys are above the one at `first`. They are among the newest. */
function countAbove(
  rows: readonly TimelineRow[],
  keys: ReadonlySet<string>,
  first: number,
): number {
  let [count, left] = [0, keys.size];
  for (let index = 0; index < first && left > 0; index += 1) {
    if (!keys.has(rows[index]?.key ?? '')) continue;
    count += 1;
    left -= 1;
  }
  return count;
}

/** The browser knows only the guessed height of rows it has not shown, and would miss the end. */
function goToEnds(event: KeyboardEvent, { offsets, scrollTo }: VirtualRows) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (event.key !== 'Home' && event.key !== 'End') return;
  event.preventDefault();
  if (event.key === 'Home') scrollTo(0, 'start');
  else scrollTo(offsets.count - 1, 'end');
}

interface RowOrFooterProps {
  row: TimelineRow | undefined;
  height: number;
  cache: MessageCache;
  now: number;
  personName: string | undefined;
  footer: ReactNode;
}

function RowOrFooter({ row, height, cache, now, personName, footer }: RowOrFooterProps) {
  if (row === undefined) return footer;
  const message = row.kind === 'item' ? cache.get(row.message) : undefined;
  return (
    <TimelineRowView
      row={row}
      message={message}
      height={message === undefined ? height : 0}
      now={now}
      personName={personName}
    />
  );
}

interface NewPillProps {
  /** How many new items are above what is in sight. */
  count: number;
  onGo(): void;
}

/** Says that there are new items further up, and goes there. */
function NewPill({ count, onGo }: NewPillProps) {
  if (count === 0) return null;
  const shown = formatNumber(count);
  return (
    <button
      type="button"
      onClick={onGo}
      className="appear absolute top-2 left-1/2 z-[5] flex h-6 -translate-x-1/2 items-center gap-1 rounded-full bg-accent pr-2 pl-2.5 font-medium text-11 text-on-accent shadow-pop"
    >
      {t`${shown} new`}
      <ArrowUp size={12} aria-hidden />
    </button>
  );
}

const characterWidth = 6.4;
const lineHeight = 19;
const footerHeight = 120;

/** The likely heights (px) of these rows before they are measured. Good guesses keep the scroll bar steady. */
function likelyHeights(rows: readonly TimelineRow[]): HeightGuess {
  let width: number | undefined;
  return (index) => {
    // The browser may have to lay out the page to answer: asked once, and only when a guess is wanted.
    width ??= window.innerWidth;
    return likelyHeight(rows[index], width);
  };
}

/** A row's likely height (px) in a panel of this width (px); without a row that of the footer. */
function likelyHeight(row: TimelineRow | undefined, width: number): number {
  if (row === undefined) return footerHeight;
  if (row.kind === 'day') return 34;
  if (row.kind === 'conversation') return 36;
  if (row.kind === 'seen-mark') return 24;
  const { message } = row;
  if (message.kind === 'activity') return 24;
  const { textLength = 0, lineBreaks = 0, attachmentCount = 0 } = message;
  const perLine = Math.max((width - 76) / characterWidth, 10);
  const shown = Math.min(textLength, excerptLimits.firstCharacters);
  const paragraphs = Math.min(lineBreaks + 1, excerptLimits.firstLines);
  const lines = paragraphs * Math.max(1, Math.ceil(shown / paragraphs / perLine));
  const more = textLength > excerptLimits.firstCharacters ? 24 : 0;
  return 46 + lines * lineHeight + more + attachmentCount * 22;
}

/**
 * The value of the last rendering that was completed on screen, and the new one from the next frame on. For
 * what React does not manage: a rendering that takes several frames must not show through there. After the
 * frame, not within it: drawing the rows in the same task as all around them took two frames at once.
 */
function useCommitted<T extends object>(value: T): T {
  const [committed, setCommitted] = useState(value);
  useEffect(() => setCommitted(value), [value]);
  return committed;
}

/** This many rows beyond those in sight are read in advance: several screens, for fast scrolling. */
const ahead = 100;

/**
 * Loads the whole messages of the rows from `first` to `last`, and of those around them, into the cache, and
 * renders again when any arrived.
 */
function useMessages(
  cache: MessageCache,
  rows: readonly TimelineRow[],
  first: number,
  last: number,
): void {
  const [, setLoads] = useState(0);
  useEffect(() => {
    const load = async (from: number, until: number) => {
      const items = rows
        .slice(Math.max(0, from), until)
        .flatMap((row) => (row.kind === 'item' ? [row.message] : []));
      // When the database fails here, the feed reports the error.
      const isNew = await cache.load(items).catch(() => false);
      if (isNew) setLoads((count) => count + 1);
    };
    void load(first, last + 1);
    void load(first - ahead, last + 1 + ahead);
  }, [cache, rows, first, last]);
}
