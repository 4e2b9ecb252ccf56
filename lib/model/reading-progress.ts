import type { Coverage, CoverageReason } from './coverage';

/** What a connection answered when it was asked for one identifier. */
export interface LookupRow {
  connectionId: string;
  /** `kind:value`, e.g. `email:ana@example.com`. */
  identifier: string;
  contactIds: string[];
  /** Epoch ms. */
  checkedAt: number;
}

/** How much of one contact's history is stored. */
export interface HistoryRow {
  connectionId: string;
  contactId: string;
  coverage: Coverage;
  /** Where to go on with older parts; the adapter's own words, absent when there are none. */
  cursor?: string | undefined;
  /** What is proved to be stored, in the adapter's own words, where it keeps account of that. */
  bookmark?: string | undefined;
  /** Epoch ms of the last fetch that ended; absent while the first one runs. */
  fetchedAt?: number | undefined;
  /** True while the newest items are fetched, and after a fetch that was broken off. */
  isUnfinished?: boolean | undefined;
}

/** Progress of reading all contacts of a platform without search. */
export interface DirectoryRow {
  connectionId: string;
  /** Where to go on; absent at the end or before the start. */
  cursor?: string | undefined;
  reachedEnd: boolean;
  /** True where the list ended, but nothing proves that there are no others. */
  endUnproven?: boolean | undefined;
  /** How many contacts were indexed so far. */
  indexed: number;
  /** Epoch ms of the last time the head of the list was read. */
  headReadAt?: number | undefined;
  dropped: number;
  /** Whether the background job goes on by itself; `paused` by a person. Absent: never started. */
  job?: 'running' | 'paused' | 'done' | undefined;
  /** Epoch ms: how far back the indexed contacts reach (last seen of the oldest). */
  reachesBackTo?: number | undefined;
  /** Epoch ms of the end of the last full scan. */
  fullScanAt?: number | undefined;
  /** True while the whole list is read once more although its end was reached before. */
  rescanning?: boolean | undefined;
  /** True while people who moved to the head of the list may not have been seen yet. */
  headDue?: boolean | undefined;
  /** Pages read for that so far. */
  headPages?: number | undefined;
  /** Contacts read at the head by a reading that was cut short: they do not show where to stop. */
  unsettled?: string[] | undefined;
  /** Why the job was paused by itself, or what it tries again after; absent when all is well. */
  problem?: CoverageReason | undefined;
  /** Epoch ms before which a failed job does not ask again. */
  retryAt?: number | undefined;
  /** How many times in a row the job failed. */
  failures?: number | undefined;
}
