/** No form of a time has more characters. */
const longestTime = 64;
const eventTimeKeys = ['timestamp', 'createdAt', 'created_at', 'time', 'date'];

/**
 * Reads a point in time as epoch milliseconds. Resources carry ISO 8601 in UTC, but the form of
 * event times is not known: ISO strings, epoch milliseconds, epoch seconds and numbers written as
 * strings are all understood. `undefined` for anything else.
 */
function readChaportTime(value: unknown): number | undefined {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text.length > longestTime) return undefined;
  if (/^\d{9,14}(\.\d+)?$/.test(text)) return fromEpoch(Number(text));
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return undefined;
  const zoneless = /[Tt ]\d\d:\d\d/.test(text) && !/([Zz]|[+-]\d\d:?\d\d)$/.test(text);
  const time = Date.parse(zoneless ? `${text}Z` : text);
  return Number.isNaN(time) ? undefined : time;
}

function fromEpoch(value: number): number | undefined {
  if (value >= 1e11 && value < 1e14) return Math.trunc(value);
  if (value >= 1e8 && value < 1e11) return Math.trunc(value * 1000);
  return undefined;
}

/** Epoch milliseconds of a chat event, under whichever of the plausible keys it stands. */
export function eventTime(event: Readonly<Record<string, unknown>>): number | undefined {
  return firstTime(event, eventTimeKeys);
}

/** The first of these fields that holds a point in time, as epoch milliseconds. */
export function firstTime(
  record: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): number | undefined {
  for (const key of keys) {
    const time = readChaportTime(record[key]);
    if (time !== undefined) return time;
  }
  return undefined;
}

/**
 * When a chat began, in epoch milliseconds, derived from its id: the ids seen are 13-digit numbers that
 * read as the time of creation. `undefined` for ids of another form.
 */
export function chatStart(chatId: string): number | undefined {
  return /^[12]\d{12}$/.test(chatId) ? Number(chatId) : undefined;
}
