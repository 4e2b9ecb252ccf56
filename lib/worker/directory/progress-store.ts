import type { DirectoryRow } from '../../model/reading-progress';
import type { WorkerPorts } from '../ports';
import { emptyDirectory } from './progress';

/** The directory, or its connection, was erased while it was at work. */
export class DirectoryGone extends Error {
  override readonly name = 'DirectoryGone';
}

/**
 * The directory's row, made when there is none, with `indexed` counted again: contacts are also
 * stored by others. Throws `DirectoryGone` when the connection is gone.
 */
export async function openDirectory(
  ports: WorkerPorts,
  connectionId: string,
): Promise<DirectoryRow> {
  const { connections, directories, contacts } = ports.database;
  return ports.database.transaction('rw', connections, directories, contacts, async () => {
    if ((await connections.get(connectionId)) === undefined) throw new DirectoryGone();
    const stored = (await directories.get(connectionId)) ?? emptyDirectory(connectionId);
    const row = { ...stored, indexed: await countIndexed(ports, connectionId) };
    await directories.put(row);
    return row;
  });
}

/** Changes the row in one piece. Nothing happens, and `undefined` is returned, when there is none. */
export function changeDirectory(
  ports: WorkerPorts,
  connectionId: string,
  change: (row: DirectoryRow) => DirectoryRow,
): Promise<DirectoryRow | undefined> {
  const { directories } = ports.database;
  return ports.database.transaction('rw', directories, async () => {
    const row = await directories.get(connectionId);
    if (row === undefined) return undefined;
    const changed = change(row);
    if (changed !== row) await directories.put(changed);
    return changed;
  });
}

export function countIndexed(ports: WorkerPorts, connectionId: string): Promise<number> {
  return ports.database.contacts.where('connectionId').equals(connectionId).count();
}
