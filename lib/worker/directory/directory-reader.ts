import type { DirectoryRow } from '../../model/sync';
import { isFresh } from '../freshness';
import type { WorkerPorts } from '../ports';
import { noteDirectoryFailure } from './directory-failure';
import {
  changeDirectory,
  DirectoryGone,
  openDirectory,
  type PageWanted,
  storePage,
} from './directory-page';
import { DirectoryPages } from './directory-pages';
import { wantedByJob, wantedBySearches } from './directory-plan';
import { isRescanDue, started } from './directory-row';
import { type Search, Seeker } from './directory-seeker';

/**
 * Reads one connection's list of all contacts, page by page, one request at a time: for the
 * background job and for searches at once. Where the scan stands is in the database; what is here
 * may be lost with the worker at any time.
 */
export class DirectoryReader {
  readonly #controller = new AbortController();
  readonly #seekers = new Set<Seeker>();
  readonly #pages: DirectoryPages;
  #turn: Promise<void> | undefined;
  /** The page of the head that comes next while the head is being read. */
  #head: PageWanted | undefined;
  #isBroken = false;

  constructor(
    private readonly ports: WorkerPorts,
    private readonly connectionId: string,
    /** Called when a search sets the job to work. */
    private readonly jobBegun: () => void,
  ) {
    this.#pages = new DirectoryPages(ports, connectionId);
  }

  /**
   * Reads on until the person is found, everything is read, or the bound of one search is reached:
   * first the head of the list again (people who chatted since moved there), then from where the
   * scan stands. Rejects with what the platform or the database throws, or the signal's reason.
   */
  async seek(search: Search): Promise<DirectoryRow> {
    const row = await this.ports.database.directories.get(this.connectionId);
    if (row !== undefined) await this.#rescanWhenDue(row);
    search.signal.throwIfAborted();
    const { headReadAt } = row ?? {};
    const isStale = headReadAt !== undefined && !isFresh(headReadAt, this.ports.now());
    return new Promise((resolve, reject) => {
      const seeker = new Seeker(search, isStale, { resolve, reject });
      const leave = (): void => {
        this.#seekers.delete(seeker);
        seeker.fail(search.signal.reason);
      };
      // The page under way is not lost when nobody waits for it any longer: it is stored.
      search.signal.addEventListener('abort', leave, { once: true });
      this.#seekers.add(seeker);
      void this.#start();
    });
  }

  /** Goes on with the job, if it is to run, until it is done, paused or has to rest. Never rejects. */
  async goOn(): Promise<void> {
    // What is under way may have looked at the row before the job was set to run.
    await this.#turn;
    await this.#start();
  }

  /** Ends everything at once. The reader is of no use afterwards. */
  abort(): void {
    this.#controller.abort(new DOMException('the connection changed', 'AbortError'));
  }

  async #rescanWhenDue(row: DirectoryRow): Promise<void> {
    if (!isRescanDue(row, this.ports.now())) return;
    await changeDirectory(this.ports, this.connectionId, (current) =>
      current.job === 'done' ? started(current) : current,
    );
    this.jobBegun();
  }

  #start(): Promise<void> {
    this.#turn ??= this.#run();
    return this.#turn;
  }

  async #run(): Promise<void> {
    try {
      await this.#readOn();
    } catch (error) {
      this.#dismiss((seeker) => seeker.fail(error));
      await this.#noteFailure(error);
    } finally {
      this.#head = undefined;
      this.#turn = undefined;
      // Somebody came while the failure was taken down.
      if (this.#seekers.size > 0) void this.#start();
    }
  }

  async #readOn(): Promise<void> {
    this.#controller.signal.throwIfAborted();
    let row = await openDirectory(this.ports, this.connectionId);
    await this.#pages.open();
    for (;;) {
      const wanted = this.#next(row);
      if (wanted === undefined) return;
      await this.#read(row, wanted);
      // Read anew: a command may have changed it meanwhile.
      const now = await this.ports.database.directories.get(this.connectionId);
      if (now === undefined) throw new DirectoryGone();
      row = now;
    }
  }

  /** What to read next; searches for which nothing is left to read end here. */
  #next(row: DirectoryRow): PageWanted | undefined {
    if (this.#seekers.size > 0) {
      const wantsHead = [...this.#seekers].some((seeker) => seeker.wantsHead);
      const wanted = wantedBySearches(row, this.#head, wantsHead);
      if (wanted !== undefined) return wanted;
      this.#dismiss((seeker) => seeker.finish(row));
    }
    return this.#isBroken ? undefined : wantedByJob(row, this.#head, this.ports.now());
  }

  async #read(row: DirectoryRow, wanted: PageWanted): Promise<void> {
    if (wanted.part === 'head' && wanted.cursor === undefined) {
      for (const seeker of this.#seekers) seeker.wantsHead = false;
    }
    const { signal } = this.#controller;
    const page = await this.#pages.read(wanted, signal);
    const stored = await storePage(this.ports, row, wanted, page, signal);
    if (wanted.part === 'head') {
      this.#head = stored.isLast ? undefined : { part: 'head', cursor: page.next };
    }
    if (row.job !== 'running' && stored.row.job === 'running') this.jobBegun();
    for (const seeker of [...this.#seekers]) {
      if (!(await seeker.look(page.contacts, stored.row))) this.#seekers.delete(seeker);
    }
  }

  #dismiss(end: (seeker: Seeker) => void): void {
    for (const seeker of this.#seekers) end(seeker);
    this.#seekers.clear();
  }

  async #noteFailure(error: unknown): Promise<void> {
    if (error instanceof DirectoryGone || this.#controller.signal.aborted) return;
    try {
      await noteDirectoryFailure(this.ports, this.connectionId, error);
    } catch {
      // Not even that can be written: the job rests until the worker is started anew.
      this.#isBroken = true;
    }
  }
}
