import type { Connection } from '../../model/connection';
import type { Identifier } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import type { DirectoryRow } from '../../model/sync';
import { searchDirectory } from '../directory/directory';
import type { WorkerPorts } from '../ports';
import { contactsCarrying } from './local-contacts';
import { freshAnswer, rememberLookups } from './lookup-answers';
import { type LookupOptions, type LookupResult, resultOf } from './lookup-result';

/**
 * Finds contacts on a platform that cannot search: among those that were indexed, else by reading
 * its list on. Throws what the platform or the database throws.
 */
export async function inDirectory(
  ports: WorkerPorts,
  connection: Connection,
  identifiers: readonly Identifier[],
  options: LookupOptions,
): Promise<LookupResult> {
  const stored = await contactsCarrying(ports.database, connection.id, identifiers);
  const answered =
    stored.length > 0 ||
    options.storedOnly ||
    (!options.force && (await freshAnswer(ports, connection.id, identifiers)) !== undefined);
  if (answered) {
    return resultOf(stored, identifiers, await directoryCoverage(ports, connection));
  }
  await searchDirectory(ports, connection.id, {
    identifiers,
    signal: options.signal,
    onProgress: (row) =>
      options.onProgress({
        ...whatWasSearched(row, ports.now()),
        state: 'partial',
        reason: 'search-running',
      }),
  });
  const contacts = await contactsCarrying(ports.database, connection.id, identifiers);
  await rememberLookups(ports, connection.id, identifiers, contacts);
  return resultOf(contacts, identifiers, await directoryCoverage(ports, connection));
}

async function directoryCoverage(ports: WorkerPorts, connection: Connection): Promise<Coverage> {
  const row = await ports.database.directories.get(connection.id);
  const base = whatWasSearched(row, ports.now());
  if (row?.reachedEnd === true) return { ...base, state: 'not-found' };
  const reason = row?.job === 'running' ? 'search-running' : 'search-bound';
  return { ...base, state: 'partial', reason };
}

function whatWasSearched(row: DirectoryRow | undefined, checkedAt: number) {
  return {
    searched: row?.indexed ?? 0,
    since: row?.reachesBackTo,
    dropped: row?.dropped ?? 0,
    checkedAt,
  };
}
