import type { ContactRef } from '../model/ids';
import type { VisitRow } from '../model/screen';
import type { DesksideDatabase } from './database';

/**
 * After this long without a sign of life from a panel, a visit to a person is over. Longer than
 * the pause between two signs (75 s), so that one long reading is one visit.
 */
export const VISIT_GAP_MS = 120_000;

/**
 * Up to which time (epoch ms) items were seen in earlier visits: newer ones are new to the person
 * who looks now. `undefined` on the first visit, when nothing is "new". The answer is the same
 * whether the worker has already taken down the visit that begins now or not.
 */
export function seenUntil(row: VisitRow | undefined, now: number): number | undefined {
  if (row === undefined) return undefined;
  return isVisitOver(row, now) ? (row.newestHeldAt ?? row.newestSeenAt) : row.newestSeenAt;
}

/** Whether the visit in this row has ended without anybody saying so. */
export function isVisitOver(row: VisitRow, now: number): boolean {
  return Math.abs(now - row.viewedAt) > VISIT_GAP_MS;
}

/**
 * Up to which time (epoch ms) this person's items were seen in earlier visits; `undefined` at the
 * first one. To be read once, at `now` (epoch ms), when the person comes on screen.
 */
export async function readSeenUntil(
  db: DesksideDatabase,
  anchor: ContactRef,
  now: number,
): Promise<number | undefined> {
  return seenUntil(await db.views.get(anchor), now);
}
