/** For this long nothing is fetched again unless a person asks for it. */
export const FRESH_MS = 60_000;

/** For this long a failure is not repeated by itself when the panel looks again. */
export const FAILURE_REST_MS = 15_000;

/** Whether something fetched at `at` (epoch ms) need not be fetched again. */
export function isFresh(at: number | undefined, now: number): boolean {
  return at !== undefined && now - at < FRESH_MS && at <= now;
}
