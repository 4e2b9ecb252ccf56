import { carriesAny } from '../../identity/identifiers';
import type { Contact, Identifier } from '../../model/contact';
import type { DirectoryRow } from '../../model/reading-progress';

/** Pages read for one person before the panel says so and stops; the next search goes on there. */
export const PAGES_PER_SEARCH = 40;

export interface DirectoryQuery {
  identifiers: readonly Identifier[];
  signal: AbortSignal;
  /** Called after each page; when it throws, the search ends with that error. */
  onProgress(row: DirectoryRow): Promise<void>;
}

/** A search for one person: checks each page that is read, for whatever reason. */
export class DirectorySearch {
  #left = PAGES_PER_SEARCH;

  constructor(
    private readonly query: DirectoryQuery,
    /** True until the head of the list was read, or is being read, for this search. */
    public wantsHead: boolean,
    private readonly end: {
      resolve(row: DirectoryRow): void;
      reject(reason: unknown): void;
    },
  ) {}

  /** Checks a page that was stored. `false` when the search is over. */
  async check(contacts: readonly Contact[], row: DirectoryRow): Promise<boolean> {
    try {
      await this.query.onProgress(row);
    } catch (error) {
      this.end.reject(error);
      return false;
    }
    this.#left -= 1;
    const isFound = contacts.some((contact) => carriesAny(contact, this.query.identifiers));
    if (isFound || this.#left === 0) this.end.resolve(row);
    return !isFound && this.#left > 0;
  }

  /** There is nothing further to read. */
  finish(row: DirectoryRow): void {
    this.end.resolve(row);
  }

  fail(reason: unknown): void {
    this.end.reject(reason);
  }
}
