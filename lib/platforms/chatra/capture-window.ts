import type { Entry } from './capture-entry';

/** A stretch of the stored messages: from the first index to before the second. */
export interface Stretch {
  from: number;
  to: number;
}

/** Up to so many pairs of stored and shown messages all are compared: a few hundredths of a second. */
const fewPairs = 4_000_000;

/** Room (messages) beside the stretch for those that were deleted and are no longer shown. */
const room = 200;

/**
 * The stretch of a long conversation with which the page can have something in common: around the
 * messages that both certainly hold, or its newest part where there is none. Of a shorter one it is
 * the whole. `isCertain` tells prints that occur once at most on either side.
 */
export function comparedStretch(
  stored: readonly Entry[],
  shown: readonly Entry[],
  isCertain: (print: string) => boolean,
  mostPairs = fewPairs,
): Stretch {
  const whole = { from: 0, to: stored.length };
  if (stored.length * shown.length <= mostPairs) return whole;
  const places = new Map<string, number>();
  for (const [index, entry] of shown.entries()) {
    if (entry.pageId !== undefined) places.set(`id ${entry.pageId}`, index);
    if (isCertain(entry.print)) places.set(entry.print, index);
  }
  const placeOf = ({ pageId, print }: Entry) => places.get(`id ${pageId}`) ?? places.get(print);
  const first = stored.findIndex((entry) => placeOf(entry) !== undefined);
  const last = stored.findLastIndex((entry) => placeOf(entry) !== undefined);
  const [head, tail] = [stored[first], stored[last]];
  if (head === undefined || tail === undefined) {
    const newest = Math.max(shown.length, Math.floor(mostPairs / shown.length));
    return { from: Math.max(0, stored.length - newest), to: stored.length };
  }
  const above = (placeOf(head) ?? 0) + room;
  const below = shown.length - (placeOf(tail) ?? 0) + room;
  return { from: Math.max(0, first - above), to: Math.min(stored.length, last + below) };
}
