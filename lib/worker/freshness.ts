/** For this long nothing is fetched again unless a person asks for it. */
export const FRESH_MS = 60_000;

/** Whether something fetched at `at` (epoch ms) need not be fetched again. */
export function isFresh(at: number | undefined, now: number): boolean {
  return at !== undefined && now - at < FRESH_MS && at <= now;
}
