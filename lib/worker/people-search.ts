import { queryIdentifiers } from '../identity/query';
import { bestMatches } from '../identity/query-match';
import type { Connection } from '../model/connection';
import type { Contact } from '../model/contact';
import type { Coverage } from '../model/coverage';
import type { PageContext } from '../model/page';
import { coverageOfFailure } from './failures';
import { searchStored } from './people-search-stored';
import type { WorkerPorts } from './ports';
import { writeWithRoom } from './quota';

/** As many as somebody looks through. */
const SCREENFUL = 20;

export interface PeopleQuery {
  windowId: number;
  query: string;
  /** Set when the query is the address of a page of this connection. */
  page?: PageContext | undefined;
}

/** What one connection says to a query. */
interface Findings {
  contacts: Contact[];
  coverage: Coverage;
}

/**
 * One connection's part of a search by hand: what is stored at once, then what the platform says.
 * Writes a row that tells what was searched and what could not be. Rejects only when aborted.
 */
export async function searchConnection(
  ports: WorkerPorts,
  connection: Connection,
  wanted: PeopleQuery,
  signal: AbortSignal,
): Promise<void> {
  const write = async (phase: 'searching' | 'done', contacts: Contact[], coverage?: Coverage) => {
    signal.throwIfAborted();
    await writeWithRoom(ports, () =>
      ports.database.peopleSearches.put({
        windowId: wanted.windowId,
        connectionId: connection.id,
        query: wanted.query,
        phase,
        contacts: bestMatches(contacts, wanted.query).slice(0, SCREENFUL),
        coverage,
        updatedAt: ports.now(),
      }),
    );
  };
  await write('searching', []);
  const stored =
    wanted.page === undefined
      ? await searchStored(ports.database, connection.id, wanted.query, signal)
      : [];
  await write('searching', stored);
  try {
    const { contacts, coverage } = await askPlatform(ports, connection, wanted, signal);
    signal.throwIfAborted();
    // Whoever is picked from the list has to be known when the link is made.
    await writeWithRoom(ports, () => ports.database.contacts.bulkPut(contacts));
    const all = merge(contacts, stored);
    await write('done', all, tellWhetherFound(coverage, all));
  } catch (error) {
    signal.throwIfAborted();
    await write('done', stored, coverageOfFailure(error, ports.now()));
  }
}

async function askPlatform(
  ports: WorkerPorts,
  connection: Connection,
  { query, page }: PeopleQuery,
  signal: AbortSignal,
): Promise<Findings> {
  const api = ports.apiOf(connection);
  const base = { dropped: 0, checkedAt: ports.now() };
  if (page !== undefined) {
    const answer = await api.identify(page, signal);
    if (answer.kind === 'unknown') return { contacts: [], coverage: answer.coverage };
    if (answer.kind === 'contact') {
      return { contacts: [answer.contact], coverage: { ...base, state: 'complete' } };
    }
    return { contacts: [], coverage: { ...base, state: 'not-found' } };
  }
  if (api.searchContacts !== undefined) {
    const { contacts, dropped } = await api.searchContacts(query, signal);
    return { contacts, coverage: { ...base, dropped, state: 'complete' } };
  }
  const identifiers = queryIdentifiers(query);
  if (api.find !== undefined && identifiers.length > 0) {
    const { contacts, dropped } = await api.find(identifiers, signal);
    return { contacts, coverage: { ...base, dropped, state: 'complete' } };
  }
  return { contacts: [], coverage: await storedCoverage(ports, connection) };
}

/** How much of the platform's contacts this browser holds, where only that can be searched. */
async function storedCoverage(ports: WorkerPorts, connection: Connection): Promise<Coverage> {
  const base = { dropped: 0, checkedAt: ports.now() };
  const { find } = ports.definitionOf(connection.platform).descriptor.capabilities;
  if (find !== 'directory') return { ...base, state: 'partial', reason: 'api-has-no-search' };
  const row = await ports.database.directories.get(connection.id);
  const searched = { searched: row?.indexed ?? 0, since: row?.reachesBackTo };
  if (row?.reachedEnd === true) return { ...base, ...searched, state: 'complete' };
  const reason = row?.job === 'running' ? 'search-running' : 'search-bound';
  return { ...base, ...searched, state: 'partial', reason };
}

function tellWhetherFound(coverage: Coverage, contacts: readonly Contact[]): Coverage {
  return coverage.state === 'complete' && contacts.length === 0
    ? { ...coverage, state: 'not-found' }
    : coverage;
}

function merge(first: readonly Contact[], second: readonly Contact[]): Contact[] {
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !ids.has(id))];
}
