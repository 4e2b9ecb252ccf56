/** How many requests a platform still takes, as its last answer said. */
export interface Allowance {
  remaining: number;
  /** How many there were at first, where the platform says so. */
  limit?: number | undefined;
}

/** Reads from an answer's headers how many requests are left; `undefined` where they don't say. */
export function allowanceIn(headers: Headers): Allowance | undefined {
  const remaining = countIn(headers.get('x-ratelimit-remaining'));
  if (remaining === undefined) return undefined;
  const limit = countIn(headers.get('x-ratelimit-limit'));
  return limit === undefined || limit < remaining ? { remaining } : { remaining, limit };
}

/** A proxy that adds its own header turns it into a list; the first item is the platform's. */
function countIn(value: string | null): number | undefined {
  const digits = /^\s*(\d{1,9})\s*(?:,|$)/.exec(value ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
