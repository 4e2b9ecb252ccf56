import { singleFlight } from '../async/single-flight';
import type { DesksideDatabase } from '../storage/database';
import { makeRoom } from './history/retention';
import type { WorkerPorts } from './ports';
import { isQuotaError } from './quota-error';

/** Several writers that fail at once share one clean-up. */
const oneCleanUp = singleFlight<DesksideDatabase, void>();

/**
 * Writes; when storage is full, drops the histories viewed longest ago and writes once more. Throws
 * what `write` throws then. `write` must be repeatable as a whole.
 */
export async function writeWithRoom<T>(ports: WorkerPorts, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    // Where not even deleting is possible, the second try says so.
    await oneCleanUp(ports.database, () => makeRoom(ports)).catch(() => undefined);
    return write();
  }
}

/** Does work of which what is stored can be shown meanwhile; says so where nothing but storage was lacking. */
export async function unlessFull(
  work: () => Promise<unknown>,
): Promise<'storage-full' | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (isQuotaError(error)) return 'storage-full';
    throw error;
  }
}
