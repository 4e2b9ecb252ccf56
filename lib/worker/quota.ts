import type { DesksideDatabase } from '../storage/database';
import { makeRoom } from './history/retention';
import type { WorkerPorts } from './ports';
import { isQuotaError } from './quota-error';

const underWay = new WeakMap<DesksideDatabase, Promise<unknown>>();

/**
 * Writes; when storage is full, drops the histories viewed longest ago and writes once more. Throws
 * what `write` throws then. `write` must be repeatable as a whole.
 */
export async function writeWithRoom<T>(ports: WorkerPorts, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    await makeRoomOnce(ports);
    return write();
  }
}

/** Several writers that fail at once share one clean-up. */
async function makeRoomOnce(ports: WorkerPorts): Promise<void> {
  let work = underWay.get(ports.database);
  if (work === undefined) {
    // Where not even deleting is possible, the second try says so.
    work = makeRoom(ports)
      .catch(() => undefined)
      .finally(() => underWay.delete(ports.database));
    underWay.set(ports.database, work);
  }
  await work;
}
