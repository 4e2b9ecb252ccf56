import type { ComparedMessage } from './compared-message';

/** A stretch of the stored messages: from the first index to before the second. */
interface Stretch {
  from: number;
  to: number;
}

/** Up to this many pairs of stored and shown messages, all are compared: a few hundredths of a second. */
const fewPairs = 4_000_000;

/** Room (messages) beside the stretch for those that were deleted and are no longer shown. */
const roomForDeleted = 200;

/**
 * The stretch of a long conversation with which the page can have something in common: around the
 * messages that are certainly in both, or its newest part where there is none. Of a shorter conversation
 * it is the whole. `isCertain` recognises prints that occur at most once on either side.
 */
export function comparedStretch(
  stored: readonly ComparedMessage[],
  shown: readonly ComparedMessage[],
  isCertain: (print: string) => boolean,
  mostPairs = fewPairs,
): Stretch {
  const whole = { from: 0, to: stored.length };
  if (stored.length * shown.length <= mostPairs) return whole;
  const positions = new Map<string, number>();
  for (const [index, message] of shown.entries()) {
    if (message.pageId !== undefined) positions.set(`id ${message.pageId}`, index);
    if (isCertain(message.print)) positions.set(message.print, index);
  }
  const positionOf = ({ pageId, print }: ComparedMessage) =>
    positions.get(`id ${pageId}`) ?? positions.get(print);
  const first = stored.findIndex((message) => positionOf(message) !== undefined);
  const last = stored.findLastIndex((message) => positionOf(message) !== undefined);
  const [head, tail] = [stored[first], stored[last]];
  if (head === undefined || tail === undefined) {
    const newest = Math.max(shown.length, Math.floor(mostPairs / shown.length));
    return { from: Math.max(0, stored.length - newest), to: stored.length };
  }
  const above = (positionOf(head) ?? 0) + roomForDeleted;
  const below = shown.length - (positionOf(tail) ?? 0) + roomForDeleted;
  return { from: Math.max(0, first - above), to: Math.min(stored.length, last + below) };
}
