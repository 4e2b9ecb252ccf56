import { bestMatches, matchesQuery } from '../../identity/people-query';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import type { PageContext } from '../../model/page';
import type { DesksideDatabase } from '../../storage/database';
import { noLongerWanted } from '../abort-reason';
import { coverageOfFailure } from '../failure-coverage';
import { upsertContact } from '../person-lookup/upsert-contact';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';
import { connectionOfPage } from '../screens';
import { searchPlatform } from './search-platform';

interface Task {
  connection: Connection;
  page: PeopleQuery['page'];
}

/**
 * The searches by hand, one for a window at most: a new query ends the one before. Every connection
 * writes what it found as soon as it knows.
 */
export class PeopleSearches {
  readonly #running = new Map<number, AbortController>();

  constructor(private readonly ports: WorkerPorts) {}

  /** Resolves when all connections are done or the search is no longer wanted. */
  async search(windowId: number, query: string): Promise<void> {
    await this.end(windowId);
    const wanted = query.trim();
    if (wanted === '') return;
    const controller = new AbortController();
    this.#running.set(windowId, controller);
    const { signal } = controller;
    try {
      const tasks = await this.#tasks(wanted);
      await Promise.all(
        tasks.map(({ connection, page }) =>
          searchConnection(this.ports, connection, { windowId, query: wanted, page }, signal),
        ),
      );
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      if (this.#running.get(windowId) === controller) this.#running.delete(windowId);
    }
  }

  /** Ends a window's search and forgets what it found. */
  async end(windowId: number): Promise<void> {
    this.#running.get(windowId)?.abort(noLongerWanted());
    this.#running.delete(windowId);
    await this.ports.database.peopleSearches.where('windowId').equals(windowId).delete();
  }

  /** Ends all searches, because the connections they ask have changed. */
  async stopAll(): Promise<void> {
    for (const windowId of [...this.#running.keys()]) await this.end(windowId);
  }

  /**
   * A pasted address concerns the connection it belongs to, and nobody else learns it; anything else
   * concerns all.
   */
  async #tasks(query: string): Promise<Task[]> {
    const connections = await this.ports.database.connections.toArray();
    const url = /^https?:\/\//i.test(query) && URL.canParse(query) ? new URL(query) : undefined;
    if (url === undefined)
      return connections.map((connection) => ({ connection, page: undefined }));
    for (const { platform } of connections) {
      const ids = this.ports.definitionOf(platform).readAddress?.(url);
      if (ids === undefined) continue;
      const page: PageContext = {
        platform,
        view: 'person',
        ...ids,
        hints: { emails: [], phones: [] },
        composer: 'none',
      };
      const connection = await connectionOfPage(this.ports, url.origin, page);
      if (connection !== undefined) return [{ connection, page }];
    }
    return connections.map((connection) => ({ connection, page: 'foreign' }));
  }
}

/** More matches than this need a longer query. */
const MOST_MATCHES = 60;

/** Contacts of one connection in this browser's store that fit what a person typed. */
async function searchStored(
  database: DesksideDatabase,
  connectionId: string,
  query: string,
  signal: AbortSignal,
): Promise<Contact[]> {
  const fits = matchesQuery(query);
  return database.contacts
    .where('connectionId')
    .equals(connectionId)
    .until(() => signal.aborted)
    .filter(fits)
    .limit(MOST_MATCHES)
    .toArray();
}

/** As many as somebody reads through. */
const SCREENFUL = 20;

interface PeopleQuery {
  windowId: number;
  query: string;
  /** What the query is the address of; `foreign`: of nothing that this connection knows. */
  page?: PageContext | 'foreign' | undefined;
}

/**
 * One connection's part of a search by hand: what is stored at once, then what the platform says.
 * Writes a row that tells what was searched and what could not be. Rejects only when aborted.
 */
async function searchConnection(
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
  if (wanted.page === 'foreign') {
    await write('done', [], { state: 'not-found', dropped: 0, checkedAt: ports.now() });
    return;
  }
  const { query, page } = wanted;
  await write('searching', []);
  const stored =
    page === undefined ? await searchStored(ports.database, connection.id, query, signal) : [];
  await write('searching', stored);
  try {
    const { contacts: reported, coverage } = await searchPlatform(
      ports,
      connection,
      { query, page },
      signal,
    );
    signal.throwIfAborted();
    // Whoever is picked from the list has to be known when the link is made.
    const contacts = await writeWithRoom(ports, () =>
      Promise.all(reported.map((contact) => upsertContact(ports, connection, contact))),
    );
    const all = mergeFound(contacts, stored);
    await write('done', all, notFoundIfEmpty(coverage, all));
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
