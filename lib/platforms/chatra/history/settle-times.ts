import type { Message } from '../../../model/history';

const minuteMs = 60_000;

/**
 * Gives every message a time that agrees with the order of the list. New messages without a time
 * (`NaN`) take the moment they were first seen (`now`, epoch ms) when they are the newest, else the
 * time of their neighbour. Guessed times move between their neighbours; times that are known to the
 * minute move within that minute; exact ones stay.
 */
export function settleTimes(
  messages: readonly Message[],
  knownIds: ReadonlySet<string>,
  now: number,
): Message[] {
  const latest = latestTimes(messages, knownIds);
  let previous = Number.NEGATIVE_INFINITY;
  return messages.map((message, index) => {
    const sentAt = settle(message, previous, latest[index] ?? Number.POSITIVE_INFINITY, now);
    previous = sentAt;
    return sentAt === message.sentAt ? message : { ...message, sentAt };
  });
}

function settle(message: Message, earliest: number, latest: number, now: number): number {
  const { sentAt, timeQuality } = message;
  if (timeQuality === 'exact') return sentAt;
  if (timeQuality === 'approximate') {
    return earliest - sentAt < minuteMs ? Math.max(sentAt, earliest) : sentAt;
  }
  const guess = Number.isNaN(sentAt) ? guessed(earliest, latest, now) : sentAt;
  return Math.max(earliest, Math.min(guess, latest));
}

function guessed(earliest: number, latest: number, now: number): number {
  if (latest === Number.POSITIVE_INFINITY) return now;
  return earliest === Number.NEGATIVE_INFINITY ? latest : earliest;
}

/** For each message the earliest of the fixed times after it. */
function latestTimes(messages: readonly Message[], knownIds: ReadonlySet<string>): number[] {
  let least = Number.POSITIVE_INFINITY;
  return messages
    .toReversed()
    .map((message) => {
      const bound = least;
      const standsFast = message.timeQuality !== 'unknown' || knownIds.has(message.id);
      if (standsFast) least = Math.min(least, message.sentAt);
      return bound;
    })
    .reverse();
}
