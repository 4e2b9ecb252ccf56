/** How many requests a platform still takes, as its last answer said. */
export interface Allowance {
  remaining: number;
  /** Out of so many, where it is told. */
  limit?: number | undefined;
}

/** Reads what an answer's headers tell of the requests left; `undefined` where they tell nothing. */
export function allowanceIn(headers: Headers): Allowance | undefined {
  const remaining = countIn(headers.get('x-ratelimit-remaining'));
  if (remaining === undefined) return undefined;
  const limit = countIn(headers.get('x-ratelimit-limit'));
  return limit === undefined || limit < remaining ? { remaining } : { remaining, limit };
}

/** A proxy that adds a header of its own makes it a list, of which the first is the platform's. */
function countIn(value: string | null): number | undefined {
  const digits = /^\s*(\d{1,9})\s*(?:,|$)/.exec(value ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
