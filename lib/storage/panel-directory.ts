import type { DirectoryRow } from '../model/sync';
import type { DesksideDatabase } from './database';

/** How far the contacts of a platform without search were read. Made for live queries. */
export function readDirectory(
  db: DesksideDatabase,
  connectionId: string,
): Promise<DirectoryRow | undefined> {
  return db.directories.get(connectionId);
}
