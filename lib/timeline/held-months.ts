import type { TimelineRow } from './build';
import { showableTime } from './time-words';

/** A calendar month, where the agent sits, of which something is in the list. */
export interface HeldMonth {
  /** Epoch ms; `end` is the start of the next month. */
  start: number;
  end: number;
  /** Items of the list in it. */
  count: number;
}

/** The months of the list's items, newest first as the rows are. */
export function heldMonths(rows: readonly TimelineRow[]): HeldMonth[] {
  const months: HeldMonth[] = [];
  let month: HeldMonth | undefined;
  for (const row of rows) {
    if (row.kind !== 'item') continue;
    const at = showableTime(row.message.sentAt);
    if (month === undefined || at < month.start || at >= month.end) {
      month = monthOf(at);
      months.push(month);
    }
    month.count += 1;
  }
  return months;
}

function monthOf(at: number): HeldMonth {
  const start = new Date(at);
  start.setHours(0, 0, 0, 0);
  start.setDate(1);
  const end = new Date(start);
  end.setMonth(end.getMonth() + 1);
  return { start: start.getTime(), end: end.getTime(), count: 0 };
}
