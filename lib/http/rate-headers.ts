/**
 * When the platform allows the next try, in epoch ms, or `undefined` where it does not say.
 * Reads `Retry-After` (seconds or a date) and Kustomer's `x-ratelimit-reset` (epoch seconds,
 * documented; smaller numbers are taken as seconds from now). Never further away than an hour:
 * a wrong clock must not silence a platform for a day.
 */
export function nextTryAt(headers: Headers, now: number): number | undefined {
  const when =
    fromRetryAfter(headers.get('retry-after'), now) ??
    fromReset(headers.get('x-ratelimit-reset'), now);
  if (when === undefined) return undefined;
  return Math.min(Math.max(when, now), now + 3_600_000);
}

function fromRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return now + seconds * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : date;
}

function fromReset(value: string | null, now: number): number | undefined {
  const number = Number(value ?? Number.NaN);
  if (!Number.isFinite(number) || number <= 0) return undefined;
  return number > 1_000_000_000 ? number * 1_000 : now + number * 1_000;
}
