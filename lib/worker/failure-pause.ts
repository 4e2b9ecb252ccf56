import { isResting } from '../http/retry';
import { type Coverage, type CoverageReason, isFailedCoverage } from '../model/coverage';

/** When to retry automatically if the platform did not say: soon, but not at once. */
export const RATE_LIMIT_PAUSE_MS = 60_000;

/** No platform was reached: waiting spares nobody, and the reason may have been removed a moment ago. */
const withinBrowser: ReadonlySet<CoverageReason | undefined> = new Set([
  'keys-locked',
  'no-secret',
  'permission-missing',
  'offline',
] as const);

/** Whether a failure is so recent, or limited for so long, that it is not retried automatically. */
export function isPausedByFailure(coverage: Coverage | undefined, now: number): boolean {
  if (coverage === undefined || !isFailedCoverage(coverage)) return false;
  if (withinBrowser.has(coverage.reason)) return false;
  return isResting(coverage.retryAt ?? coverage.checkedAt + FAILURE_PAUSE_MS, now);
}

/** For this long a failure is not repeated automatically when the panel looks again. */
export const FAILURE_PAUSE_MS = 15_000;
