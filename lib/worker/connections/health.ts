import type { Connection } from '../../model/connection';
import { type Coverage, isFailedCoverage } from '../../model/coverage';
import type { WorkerPorts } from '../ports';

/** Keeps the connection's health true to its last call, so that the options page shows it. */
export async function recordHealth(
  ports: WorkerPorts,
  connectionId: string,
  failure: Coverage | undefined,
): Promise<void> {
  const health: Connection['health'] =
    failure !== undefined && isFailedCoverage(failure)
      ? { state: 'failing', reason: failure.reason, checkedAt: ports.now() }
      : { state: 'ok', checkedAt: ports.now() };
  const stored = await ports.database.connections.get(connectionId);
  if (stored === undefined) return;
  const unchanged = stored.health.state === health.state && stored.health.reason === health.reason;
  if (!unchanged) await ports.database.connections.update(connectionId, { health });
}
