/** Largest distance from 1970 that a `Date` can represent, in milliseconds. */
const FURTHEST_MS = 8.64e15;

/**
 * Reads a time in any form Chatwoot writes: epoch seconds as a whole number (messages, contacts),
 * with a fraction (a conversation's `updated_at`), or ISO 8601 text (`snoozed_until`, `active_at`).
 * Returns epoch milliseconds; `undefined` for null, for anything else, and for 0, which is how a
 * conversation says "never".
 */
export function readChatwootTime(value: unknown): number | undefined {
  if (typeof value === 'number') return inRange(Math.round(value * 1000));
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text.length > LONGEST_TIME) return undefined;
  if (/^\d{1,13}(?:\.\d{1,9})?$/.test(text)) return inRange(Math.round(Number(text) * 1000));
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return undefined;
  const zoned = /(?:z|[+-]\d{2}:?\d{2}|utc)$/i.test(text) ? text : `${text}Z`;
  return inRange(Date.parse(zoned.replace(' ', 'T').replace(/(?<!\s)\s*utc$/i, 'Z')));
}

/** No form of a time has more characters. */
const LONGEST_TIME = 64;

/** This many seconds is a moment in the year 5138: a greater number counts milliseconds. */
const MOST_SECONDS = 1e11;

/**
 * Reads when a message was written elsewhere, before it was imported (`external_created_at`). The importing
 * program chooses the form: any of the above, or epoch milliseconds. Returns epoch milliseconds.
 */
export function readImportedTime(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && number > MOST_SECONDS) return inRange(Math.round(number));
  return readChatwootTime(value);
}

function inRange(ms: number): number | undefined {
  return ms > 0 && ms <= FURTHEST_MS ? ms : undefined;
}
