import type { ViewRow } from '../model/screen';

/**
 * After this long without a sign of life from a panel, a visit to a person is over. Longer than
 * the pause between two signs (75 s), so that one long look is one visit.
 */
export const VISIT_GAP_MS = 120_000;

/**
 * Up to which time (epoch ms) items were seen in earlier visits: newer ones are new to the person
 * who looks now. `undefined` on the first visit, when nothing is "new". The answer is the same
 * whether the worker has already taken down the visit that begins now or not.
 */
export function seenUntil(row: ViewRow | undefined, now: number): number | undefined {
  if (row === undefined) return undefined;
  return isOver(row, now) ? (row.newestHeldAt ?? row.newestSeenAt) : row.newestSeenAt;
}

/** Whether the visit in this row has ended without anybody saying so. */
export function isOver(row: ViewRow, now: number): boolean {
  return Math.abs(now - row.viewedAt) > VISIT_GAP_MS;
}
