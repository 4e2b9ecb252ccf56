/** For so long (ms) names that were read once are taken as they were. */
export const DAY_MS = 24 * 60 * 60 * 1_000;

/** Whether what is kept until then (epoch ms) is not over; what would be kept longer than a day was noted by another clock. */
export function isKept(until: number, now: number): boolean {
  return until > now && until - now <= DAY_MS;
}
