import type { TimelineRow } from './build';

/** Where a stretch of time is in the list. */
export interface Place {
  /** Key of the row to go to: the heading over the item, if it has one. */
  key: string;
  /** Epoch ms of the item there. */
  at: number;
  /** `exact`: it lies in the stretch; `nearest`: none does; `oldest`: the stretch is before all. */
  fit: 'exact' | 'nearest' | 'oldest';
}

/**
 * The newest item from `start` (inclusive) up to `end` (exclusive, both epoch ms), or the one nearest
 * to that stretch. Rows as `buildTimeline` gives them; `undefined` when they hold no item.
 */
export function placeOf(
  rows: readonly TimelineRow[],
  stretch: { start: number; end: number },
): Place | undefined {
  let newer: number | undefined;
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'item') continue;
    const at = row.message.sentAt;
    if (at >= stretch.end) {
      newer = index;
      continue;
    }
    if (at >= stretch.start) return place(rows, index, 'exact');
    const isOlderNearer =
      newer === undefined || stretch.start - at <= sentAt(rows[newer]) - stretch.end;
    return place(rows, isOlderNearer ? index : newer, 'nearest');
  }
  return place(rows, newer, 'oldest');
}

function sentAt(row: TimelineRow | undefined): number {
  return row?.kind === 'item' ? row.message.sentAt : Number.NaN;
}

function place(
  rows: readonly TimelineRow[],
  index: number | undefined,
  fit: Place['fit'],
): Place | undefined {
  if (index === undefined) return undefined;
  let top = index;
  while (top > 0 && rows[top - 1]?.kind !== 'item') top -= 1;
  const row = rows[top];
  return row === undefined ? undefined : { key: row.key, at: sentAt(rows[index]), fit };
}
