import type { DirectoryRow } from '../../model/sync';
import type { WorkerPorts } from '../ports';
import { readersOf } from './directory-readers';
import type { Search } from './directory-seeker';

/**
 * Looks for a person on a platform that cannot search, by reading its list of all contacts into
 * the store. A job or another search that reads the same list is joined, so that no page is asked
 * for twice. Resolves with the progress when the person is found, everything is read, or the bound
 * of one search is reached; rejects with what the platform or the database throws.
 */
export function searchDirectory(
  ports: WorkerPorts,
  connectionId: string,
  search: Search,
): Promise<DirectoryRow> {
  return readersOf(ports).get(connectionId).seek(search);
}
