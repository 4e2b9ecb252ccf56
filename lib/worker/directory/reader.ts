import type { DirectoryRow } from '../../model/reading-progress';
import { isFresh } from '../freshness';
import type { WorkerPorts } from '../ports';
import { type PageWanted, wantedByJob, wantedBySearches } from './next-page';
import { DirectoryPages } from './pages';
import { isRescanDue, jobStarted } from './progress';
import { changeDirectory, DirectoryGone, openDirectory } from './progress-store';
import { saveDirectoryFailure } from './retry';
import { type DirectoryQuery, DirectorySearch } from './search-for-person';
import { storePage } from './store-page';

/**
 * Reads one connection's list of all contacts, page by page, one request at a time: for the
 * background job and for searches at once. How far the scan has come is in the database; what is here
 * may be lost with the worker at any time.
 */
export class DirectoryReader {
  readonly #controller = new AbortController();
  readonly #searches = new Set<DirectorySearch>();
  readonly #pages: DirectoryPages;
  #reading: Promise<void> | undefined;
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
  async search(query: DirectoryQuery): Promise<DirectoryRow> {
    const row = await this.ports.database.directories.get(this.connectionId);
    if (row !== undefined) await this.#rescanWhenDue(row);
    query.signal.throwIfAborted();
    const { headReadAt } = row ?? {};
    const isStale = headReadAt !== undefined && !isFresh(headReadAt, this.ports.now());
    return new Promise((resolve, reject) => {
      const search = new DirectorySearch(query, isStale, { resolve, reject });
      const leave = (): void => {
        this.#searches.delete(search);
        search.fail(query.signal.reason);
      };
      // The page under way is not lost when nothing waits for it any longer: it is stored.
      query.signal.addEventListener('abort', leave, { once: true });
      this.#searches.add(search);
      void this.#start();
    });
  }

  /** Goes on with the job, if it is to run, until it is done, paused or has to wait. Never rejects. */
  async goOn(): Promise<void> {
    // What is under way may have looked at the row before the job was set to run.
    await this.#reading;
    await this.#start();
  }

  /** Ends everything at once. The reader is of no use afterwards. */
  abort(): void {
    this.#controller.abort(new DOMException('the connection changed', 'AbortError'));
  }

  async #rescanWhenDue(row: DirectoryRow): Promise<void> {
    if (!isRescanDue(row, this.ports.now())) return;
    await changeDirectory(this.ports, this.connectionId, (current) =>
      current.job === 'done' ? jobStarted(current) : current,
    );
    this.jobBegun();
  }

  #start(): Promise<void> {
    this.#reading ??= this.#run();
    return this.#reading;
  }

  async #run(): Promise<void> {
    try {
      await this.#readOn();
    } catch (error) {
      this.#dismiss((search) => search.fail(error));
      await this.#saveFailure(error);
    } finally {
      this.#head = undefined;
      this.#reading = undefined;
      // Another search began while the failure was being stored.
      if (this.#searches.size > 0) void this.#start();
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
      // Read again: a command may have changed it meanwhile.
      const now = await this.ports.database.directories.get(this.connectionId);
      if (now === undefined) throw new DirectoryGone();
      row = now;
    }
  }

  /** What to read next; searches for which nothing is left to read end here. */
  #next(row: DirectoryRow): PageWanted | undefined {
    if (this.#searches.size > 0) {
      const wantsHead = [...this.#searches].some((search) => search.wantsHead);
      const wanted = wantedBySearches(row, this.#head, wantsHead);
      if (wanted !== undefined) return wanted;
      this.#dismiss((search) => search.finish(row));
    }
    return this.#isBroken ? undefined : wantedByJob(row, this.#head, this.ports.now());
  }

  async #read(row: DirectoryRow, wanted: PageWanted): Promise<void> {
    if (wanted.part === 'head' && wanted.cursor === undefined) {
      for (const search of this.#searches) search.wantsHead = false;
    }
    const { signal } = this.#controller;
    // A search expects to need a page or two of the head; all others must leave calls for the person found.
    const isHoped = wanted.part === 'head' && this.#searches.size > 0;
    const page = await this.#pages.read(wanted, isHoped ? 'foreground' : 'background', signal);
    const stored = await storePage(this.ports, { readFor: row, wanted, page }, signal);
    if (wanted.part === 'head') {
      this.#head = stored.isLast ? undefined : { part: 'head', cursor: page.next };
    }
    if (row.job !== 'running' && stored.row.job === 'running') this.jobBegun();
    for (const search of [...this.#searches]) {
      if (!(await search.check(page.contacts, stored.row))) this.#searches.delete(search);
    }
  }

  #dismiss(end: (search: DirectorySearch) => void): void {
    for (const search of this.#searches) end(search);
    this.#searches.clear();
  }

  async #saveFailure(error: unknown): Promise<void> {
    if (error instanceof DirectoryGone || this.#controller.signal.aborted) return;
    try {
      await saveDirectoryFailure(this.ports, this.connectionId, error);
    } catch {
      // Not even the failure can be written: the job waits until the worker is started again.
      this.#isBroken = true;
    }
  }
}
