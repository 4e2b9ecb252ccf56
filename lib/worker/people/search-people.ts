import type { Connection } from '../../model/connection';
import type { PageContext } from '../../model/page';
import { noLongerWanted } from '../abort-reason';
import type { WorkerPorts } from '../ports';
import { connectionOfPage } from '../screens';
import { type PeopleQuery, searchConnection } from './search-connection';

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
    const ended = this.end(windowId);
    const controller = new AbortController();
    // Before any pause: the next query, which may come at once, has to find what it ends.
    this.#running.set(windowId, controller);
    const { signal } = controller;
    const wanted = query.trim();
    try {
      await ended;
      signal.throwIfAborted();
      if (wanted === '') return;
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
   * A pasted address concerns only the connection it belongs to, and is sent to no other; anything else
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
