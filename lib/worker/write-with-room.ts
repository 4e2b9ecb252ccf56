import { singleFlight } from '../async/single-flight';
import type { DesksideDatabase } from '../storage/database';
import { deleteWithoutRoom } from './delete-without-room';
import { makeRoom } from './history/make-room';
import type { WorkerPorts } from './ports';
import { isQuotaError } from './quota-error';

/** Several writers that fail at once share one clean-up. */
const oneCleanUp = singleFlight<DesksideDatabase, void>();

/** Databases for which the last write found no room, however much was dropped. */
const withoutRoom = new WeakSet<DesksideDatabase>();

/** Whether something was not stored for lack of space, and nothing has been stored since. */
export function lacksRoom(database: DesksideDatabase): boolean {
  return withoutRoom.has(database);
}

/**
 * Writes; when storage is full, drops the histories viewed longest ago and writes once more. Throws
 * what `write` throws then. `write` must be repeatable as a whole.
 */
export async function writeWithRoom<T>(ports: WorkerPorts, write: () => Promise<T>): Promise<T> {
  try {
    const written = await write();
    withoutRoom.delete(ports.database);
    return written;
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    // Where not even deleting is possible, the second try says so.
    const { database } = ports;
    const cleanUp = () => deleteWithoutRoom(database, () => makeRoom(ports));
    await oneCleanUp(database, cleanUp).catch(() => undefined);
    return writeAgain(ports, write);
  }
}

async function writeAgain<T>({ database }: WorkerPorts, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isQuotaError(error)) withoutRoom.add(database);
    throw error;
  }
}

/**
 * Stores which person a window or a tab shows. Where there is no room for that, the stored row is deleted:
 * better no person beside a conversation than the wrong one. Throws what `write` throws.
 */
export async function writeOrForget<T>(
  ports: WorkerPorts,
  write: () => Promise<T>,
  forget: () => Promise<unknown>,
): Promise<T> {
  try {
    return await writeWithRoom(ports, write);
  } catch (error) {
    if (isQuotaError(error)) await forget().catch(() => undefined);
    throw error;
  }
}

/** Does work for which stored data can be shown meanwhile; reports it where only storage was lacking. */
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
