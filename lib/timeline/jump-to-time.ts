import { clampTime } from '../text/format-time';
import type { TimelineRow } from './timeline-rows';

/** Where a stretch of time is in the list. */
export interface JumpTarget {
  /** Key of the row to go to: the heading over the item, if it has one. */
  key: string;
  /** Epoch ms of the item there. */
  at: number;
  /** `exact`: it lies in the stretch; `nearest`: none does; `oldest`: the stretch is before all. */
  fit: 'exact' | 'nearest' | 'oldest';
}

/**
 * The newest item from `start` (inclusive) up to `end` (exclusive, both epoch ms), or the one nearest
 * to that stretch. Rows as `buildTimeline` gives them; `undefined` when they contain no item.
 */
export function findJumpTarget(
  rows: readonly TimelineRow[],
  stretch: { start: number; end: number },
): JumpTarget | undefined {
  let newer: number | undefined;
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'item') continue;
    const at = row.message.sentAt;
    if (at >= stretch.end) {
      newer = index;
      continue;
    }
    if (at >= stretch.start) return targetAt(rows, index, 'exact');
    const isOlderNearer =
      newer === undefined || stretch.start - at <= sentAt(rows[newer]) - stretch.end;
    return targetAt(rows, isOlderNearer ? index : newer, 'nearest');
  }
  return targetAt(rows, newer, 'oldest');
}

function sentAt(row: TimelineRow | undefined): number {
  return row?.kind === 'item' ? row.message.sentAt : Number.NaN;
}

/** What can be directly above an item and belongs to it, from below. */
const aboveItem: readonly TimelineRow['kind'][] = ['conversation', 'day', 'seen-mark'];

function targetAt(
  rows: readonly TimelineRow[],
  index: number | undefined,
  fit: JumpTarget['fit'],
): JumpTarget | undefined {
  if (index === undefined) return undefined;
  let top = index;
  // No further: what is above these are headings of other days, over conversations without items.
  for (const kind of aboveItem) if (rows[top - 1]?.kind === kind) top -= 1;
  const row = rows[top];
  return row === undefined ? undefined : { key: row.key, at: sentAt(rows[index]), fit };
}

/** A calendar month, in the agent's time zone, of which something is in the list. */
interface TimelineMonth {
  /** Epoch ms; `end` is the start of the next month. */
  start: number;
  end: number;
  /** Items of the list in it. */
  count: number;
}

/** The months of the list's items, newest first as the rows are. */
export function timelineMonths(rows: readonly TimelineRow[]): TimelineMonth[] {
  const months: TimelineMonth[] = [];
  let month: TimelineMonth | undefined;
  for (const row of rows) {
    if (row.kind !== 'item') continue;
    const at = clampTime(row.message.sentAt);
    if (month === undefined || at < month.start || at >= month.end) {
      month = monthOf(at);
      months.push(month);
    }
    month.count += 1;
  }
  return months;
}

function monthOf(at: number): TimelineMonth {
  const start = new Date(at);
  // The day first: on the one when the clocks are put forward, midnight may be missing.
  start.setDate(1);
  start.setHours(0, 0, 0, 0);
  const end = new Date(start);
  end.setMonth(end.getMonth() + 1);
  return { start: start.getTime(), end: end.getTime(), count: 0 };
}
