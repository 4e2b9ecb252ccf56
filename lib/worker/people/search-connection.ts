import { bestMatches, matchesQuery } from '../../identity/people-query';
import { countryCode } from '../../identity/phone-country';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import type { PageContext } from '../../model/page';
import { coverageOfFailure } from '../failure-coverage';
import { upsertContact } from '../person-lookup/upsert-contact';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';
import { searchPlatform } from './search-platform';

/** So many of the best matches are kept while the rest is looked through. */
const MOST_MATCHES = 60;

/** The contacts of one connection in this browser's store that fit best what a person typed. */
async function searchStored(
  ports: WorkerPorts,
  connectionId: string,
  query: string,
  signal: AbortSignal,
): Promise<Contact[]> {
  const fits = matchesQuery(query, countryCode((await ports.peopleSettings?.())?.defaultRegion));
  let best: Contact[] = [];
  // All are looked at: whoever is called Li, among all the Olivers, is found by nothing longer.
  await ports.database.contacts
    .where('connectionId')
    .equals(connectionId)
    .until(() => signal.aborted)
    .filter(fits)
    .each((contact) => {
      best.push(contact);
      if (best.length > 2 * MOST_MATCHES) best = bestMatches(best, query).slice(0, MOST_MATCHES);
    });
  return best;
}

/** The most that anybody would read through. */
const SCREENFUL = 20;

export interface PeopleQuery {
  windowId: number;
  query: string;
  /** What the query is the address of; `foreign`: an address of nothing that this connection knows. */
  page?: PageContext | 'foreign' | undefined;
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
  const write = async (
    phase: 'searching' | 'done',
    contacts: Contact[],
    coverage?: Coverage,
    hasMore = false,
  ) => {
    signal.throwIfAborted();
    await writeWithRoom(ports, () =>
      ports.database.peopleSearches.put({
        windowId: wanted.windowId,
        connectionId: connection.id,
        query: wanted.query,
        phase,
        contacts: bestMatches(contacts, wanted.query).slice(0, SCREENFUL),
        hasMore: hasMore || contacts.length > SCREENFUL,
        coverage,
        updatedAt: ports.now(),
      }),
    );
  };
  if (wanted.page === 'foreign') {
    await write('done', [], { state: 'not-found', dropped: 0, checkedAt: ports.now() });
    return;
  }
  const { query, page } = wanted;
  await write('searching', []);
  const stored = page === undefined ? await searchStored(ports, connection.id, query, signal) : [];
  await write('searching', stored);
  try {
    const wantedThere = { query, page };
    const answer = await searchPlatform(ports, connection, wantedThere, signal);
    signal.throwIfAborted();
    // The contact picked from the list has to be stored when the link is made.
    const contacts = await writeWithRoom(ports, () =>
      Promise.all(answer.contacts.map((contact) => upsertContact(ports, connection, contact))),
    );
    const all = mergeFound(contacts, stored);
    await write('done', all, notFoundIfEmpty(answer.coverage, all), answer.hasMore);
  } catch (error) {
    signal.throwIfAborted();
    await write('done', stored, coverageOfFailure(error, ports.now()));
  }
}

function notFoundIfEmpty(coverage: Coverage, contacts: readonly Contact[]): Coverage {
  return coverage.state === 'complete' && contacts.length === 0
    ? { ...coverage, state: 'not-found' }
    : coverage;
}

function mergeFound(first: readonly Contact[], second: readonly Contact[]): Contact[] {
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !ids.has(id))];
}
