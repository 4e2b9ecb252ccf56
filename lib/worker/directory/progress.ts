import type { DirectoryRow } from '../../model/reading-progress';

/**
 * After this long (ms) the whole list is read again: a contact deleted while the list was paged
 * lets another one slip between two pages unseen, and nothing else would ever find that one.
 */
export const FULL_SCAN_AGE_MS = 7 * 24 * 60 * 60_000;

/**
 * After so many pages at the head in a row it is left at that: a platform on which everybody seems
 * to change all the time must not be asked forever.
 */
export const MOST_HEAD_PAGES = 400;

/** What one page that was stored changes about the progress. */
export interface PageProgress {
  /** `undefined` at the end of the list. */
  next: string | undefined;
  endUnproven?: boolean | undefined;
  /** How many contacts on the page were not in the store before. */
  added: number;
  dropped: number;
  /** Epoch ms: when the last contact on the page was last seen, where the platform tells. */
  reachesBackTo: number | undefined;
  /** Ids of all contacts on the page. */
  ids: readonly string[];
}

/** A directory of which nothing was read. */
export function emptyDirectory(connectionId: string): DirectoryRow {
  return { connectionId, reachedEnd: false, indexed: 0, dropped: 0 };
}

/** Whether the list is being read from front to end, for the first time or again. */
export function isScanning(row: DirectoryRow): boolean {
  return !row.reachedEnd || row.rescanning === true;
}

/**
 * Whether it is time to read the whole list again; only for a job that was not called off. A clock that was set
 * back since does not put it off.
 */
export function isRescanDue(row: DirectoryRow, now: number): boolean {
  return row.job === 'done' && Math.abs(now - (row.fullScanAt ?? 0)) > FULL_SCAN_AGE_MS;
}

/** The job continues, or begins; where the end was reached before, from the start again. */
export function jobStarted(row: DirectoryRow): DirectoryRow {
  const begun = { ...row, ...noProblem, job: 'running' as const };
  const isUnderWay = isScanning(row) || row.job === 'paused' || row.job === 'running';
  return isUnderWay ? begun : { ...begun, rescanning: true, cursor: undefined, dropped: 0 };
}

/** A running job stops and keeps its cursor. */
export function jobPaused(row: DirectoryRow): DirectoryRow {
  return row.job === 'running' ? { ...row, ...noProblem, job: 'paused' } : row;
}

/** The job forgets its cursor; what it indexed stays. */
export function jobCancelled(row: DirectoryRow): DirectoryRow {
  const idle = { ...row, ...noProblem, job: undefined, cursor: undefined, rescanning: undefined };
  return row.reachedEnd ? idle : { ...idle, headReadAt: undefined, dropped: 0 };
}

/** A page on the way from the front of the list to its end was stored. */
export function afterScanPage(row: DirectoryRow, page: PageProgress, now: number): DirectoryRow {
  const isEnd = page.next === undefined;
  const seen = new Set(page.ids);
  const next: DirectoryRow = {
    ...row,
    ...noProblem,
    cursor: page.next,
    indexed: row.indexed + page.added,
    dropped: row.dropped + page.dropped,
    reachesBackTo: earlier(row.reachesBackTo, page.reachesBackTo),
    headReadAt: row.cursor === undefined ? now : row.headReadAt,
    unsettled: row.unsettled?.filter((id) => !seen.has(id)),
  };
  if (!isEnd) return next;
  // Contacts who wrote meanwhile moved from the part not read yet to the head.
  return {
    ...next,
    reachedEnd: true,
    endUnproven: page.endUnproven,
    rescanning: undefined,
    fullScanAt: now,
    headDue: true,
  };
}

export interface HeadProgress extends PageProgress {
  /** Ids of new and changed contacts. */
  changed: readonly string[];
  isFirst: boolean;
  /** True when everything below this page is known. */
  isLast: boolean;
}

/**
 * A page at the head of the list was stored. Bad items are not counted: the head is read over and
 * over, and the scan counts them.
 */
export function afterHeadPage(row: DirectoryRow, page: HeadProgress, now: number): DirectoryRow {
  const headPages = (row.headPages ?? 0) + 1;
  const next: DirectoryRow = {
    ...row,
    ...noProblem,
    indexed: row.indexed + page.added,
    headReadAt: now,
    headPages,
    headDue: true,
  };
  const isEnough = headPages >= MOST_HEAD_PAGES;
  if (!page.isLast && !isEnough) {
    // A search may stop here; then the job reads the rest of the head.
    const job = row.job === 'done' ? 'running' : row.job;
    return { ...next, job, unsettled: [...new Set([...(row.unsettled ?? []), ...page.changed])] };
  }
  // While several pages were read, somebody below may have moved above the first: the head is read once more,
  // until one page is enough.
  if (!page.isFirst && !isEnough) return { ...next, unsettled: undefined };
  const settled = { ...next, unsettled: undefined, headDue: undefined, headPages: undefined };
  const isDone = settled.job !== undefined && !isScanning(settled);
  return isDone ? { ...settled, job: 'done' } : settled;
}

const noProblem = { problem: undefined, retryAt: undefined, failures: undefined };

function earlier(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}
