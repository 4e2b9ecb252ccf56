import type { Connection } from '../../model/connection';
import { type Coverage, isFailedCoverage } from '../../model/coverage';
import type { WorkerPorts } from '../ports';

/** How old (ms) the stored time of the last success may get: each write makes the pages read it again. */
const OK_STEP_MS = 5 * 60_000;

/** Keeps the connection's health true to its last call, so that the options page shows it. */
export async function recordHealth(
  ports: WorkerPorts,
  connectionId: string,
  failure: Coverage | undefined,
): Promise<void> {
  const stored = await ports.database.connections.get(connectionId);
  if (stored === undefined) return;
  const health = nextHealth(stored.health, failure, ports.now());
  if (health !== undefined) await ports.database.connections.update(connectionId, { health });
}

/** The health after a call; `undefined` where it says nothing new. */
function nextHealth(
  before: Connection['health'],
  failure: Coverage | undefined,
  now: number,
): Connection['health'] | undefined {
  if (failure !== undefined && isFailedCoverage(failure)) return afterFailure(before, failure, now);
  const isFresh = before.okAt !== undefined && Math.abs(now - before.okAt) < OK_STEP_MS;
  if (before.state === 'ok' && isFresh) return undefined;
  const since = before.state === 'ok' ? before.checkedAt : undefined;
  const { lastFailure } = before;
  return { state: 'ok', checkedAt: since ?? now, okAt: now, ...(lastFailure && { lastFailure }) };
}

function afterFailure(
  before: Connection['health'],
  { reason, httpStatus, right }: Coverage,
  now: number,
): Connection['health'] | undefined {
  const { lastFailure, okAt } = before;
  const isAgain = before.state === 'failing' && before.reason === reason;
  if (isAgain && lastFailure?.httpStatus === httpStatus && lastFailure?.right === right) {
    return undefined;
  }
  // "Failing since" counts from the first of several failures of one kind.
  const since = isAgain ? before.checkedAt : undefined;
  return {
    state: 'failing',
    reason,
    checkedAt: since ?? now,
    ...(okAt !== undefined && { okAt }),
    lastFailure: { reason, httpStatus, right, at: now },
  };
}
