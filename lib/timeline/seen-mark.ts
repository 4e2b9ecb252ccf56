import type { MessageKind } from '../model/history';
import type { TimelineItem } from './listed-message';
import type { TimelineRow } from './timeline-rows';

/** Clocks differ; what is further ahead than this (ms) has a wrong date and would be new for ever. */
const mostAhead = 86_400_000;

/** What was there at the last visit, and what the time is (both epoch ms). */
export interface SeenUntil {
  seenUpTo: number;
  now: number;
}

/** True for an item that came after the last visit. Guessed times and wrong dates prove nothing. */
export function isNewer(message: TimelineItem, { seenUpTo, now }: SeenUntil): boolean {
  const { sentAt, timeQuality } = message;
  return timeQuality !== 'unknown' && sentAt > seenUpTo && sentAt <= now + mostAhead;
}

/** The rows, with a mark between what came after the last visit and what was there before. */
export function withSeenMark(
  rows: readonly TimelineRow[],
  until: SeenUntil,
): readonly TimelineRow[] {
  const last = newItems(rows, until).at(-1);
  if (last === undefined) return rows;
  return rows.toSpliced(last.index + 1, 0, { kind: 'seen-mark', key: 'seen-mark' });
}

/** Keys of the rows that came after the last visit; system lines are not worth a mark. */
export function newKeys(rows: readonly TimelineRow[], until: SeenUntil): string[] {
  return newItems(rows, until).flatMap(({ key, kind }) => (kind === 'activity' ? [] : [key]));
}

interface NewItem {
  index: number;
  key: string;
  kind: MessageKind;
}

/** Reads only as far as there can be new ones: rows are newest first. */
function newItems(rows: readonly TimelineRow[], until: SeenUntil): NewItem[] {
  const items: NewItem[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'item') continue;
    if (row.message.sentAt <= until.seenUpTo) break;
    if (isNewer(row.message, until)) items.push({ index, key: row.key, kind: row.message.kind });
  }
  return items;
}
