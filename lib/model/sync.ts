import type { Coverage } from './coverage';

/** What a connection answered when it was asked for one identifier. */
export interface LookupRow {
  connectionId: string;
  /** `kind:value`, e.g. `email:ana@example.com`. */
  identifier: string;
  contactIds: string[];
  /** Epoch ms. */
  checkedAt: number;
}

/** How much of one contact's history is held. */
export interface HistoryRow {
  connectionId: string;
  contactId: string;
  coverage: Coverage;
  /** Epoch ms of the last fetch that ended; absent while the first one runs. */
  fetchedAt?: number | undefined;
}

/** Progress of reading all contacts of a platform without search. */
export interface DirectoryRow {
  connectionId: string;
  /** Where to go on; absent at the end or before the start. */
  cursor?: string | undefined;
  reachedEnd: boolean;
  /** How many contacts were indexed so far. */
  indexed: number;
  /** Epoch ms of the last time the head of the list was read. */
  headReadAt?: number | undefined;
  dropped: number;
  /** True from the start of reading the head until it meets what is known. */
  headOpen?: boolean | undefined;
}
