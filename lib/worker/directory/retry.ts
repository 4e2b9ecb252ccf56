import { TransportError, type TransportFailure } from '../../http/transport-error';
import { isFailedCoverage } from '../../model/coverage';
import type { DirectoryRow } from '../../model/reading-progress';
import { recordHealth } from '../connections/health';
import { coverageOfFailure } from '../failure-coverage';
import type { WorkerPorts } from '../ports';
import { changeDirectory } from './progress-store';

/** Pause (ms) after the first failure in a row; it doubles with each further one, up to the second. */
const firstPauseMs = 30_000;
const longestPauseMs = 30 * 60_000;

/** Without a network nobody is spared by waiting, and nothing tells a stopped worker that it is back. */
const longestOfflineMs = 2 * 60_000;

/** These pass by themselves; after any other failure only a person can help. */
const passing: ReadonlySet<TransportFailure> = new Set([
  'rate-limited',
  'server-error',
  'offline',
  'timeout',
  'too-large',
  'not-json',
  'redirected',
]);

/**
 * What a failure means for the job: it pauses and retries automatically, or it is paused with the
 * reason. A cursor that the platform no longer knows is forgotten.
 */
export function afterFailure(row: DirectoryRow, error: unknown, now: number): DirectoryRow {
  if (row.job !== 'running') return row;
  const coverage = coverageOfFailure(error, now);
  const failure = error instanceof TransportError ? error.failure : undefined;
  const problem = coverage.reason;
  if (failure !== undefined && passing.has(failure)) {
    const failures = (row.failures ?? 0) + 1;
    const longest = failure === 'offline' ? longestOfflineMs : longestPauseMs;
    const pauseMs = Math.min(firstPauseMs * 2 ** (failures - 1), longest);
    const retryAt = Math.max(now + pauseMs, coverage.retryAt ?? 0);
    return { ...row, problem, failures, retryAt };
  }
  const isCursorUnknown = failure === 'not-found' || failure === 'refused';
  const cursor = isCursorUnknown ? undefined : row.cursor;
  return { ...row, job: 'paused', problem, cursor, failures: undefined, retryAt: undefined };
}

/**
 * Stores what a failure means for the job; the connection shows one that pauses it. Throws what
 * the database throws.
 */
export async function saveDirectoryFailure(
  ports: WorkerPorts,
  connectionId: string,
  error: unknown,
): Promise<void> {
  const stored = await changeDirectory(ports, connectionId, (row) =>
    afterFailure(row, error, ports.now()),
  );
  const coverage = coverageOfFailure(error, ports.now());
  if (stored?.job === 'paused' && isFailedCoverage(coverage)) {
    await recordHealth(ports, connectionId, coverage);
  }
}
