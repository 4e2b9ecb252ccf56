import { isResting } from '../../http/retry';
import type { DirectoryRow } from '../../model/reading-progress';
import { isScanning } from './progress';

/** Which page is wanted: one at the head of the list, or the next one of the scan. */
export interface PageWanted {
  part: 'head' | 'scan';
  /** `undefined` for the first page. */
  cursor: string | undefined;
}

const headBegin: PageWanted = { part: 'head', cursor: undefined };

/**
 * The page that searches want next: the rest of the head once it was begun, the head when one of them wants
 * it, the scan up to the end of the list, and at last those who moved to the head during the scan.
 * `undefined` when everything was looked through; reading the list again is the task of the job.
 */
export function wantedBySearches(
  row: DirectoryRow,
  head: PageWanted | undefined,
  wantsHead: boolean,
): PageWanted | undefined {
  if (head !== undefined) return head;
  if (wantsHead) return headBegin;
  if (!row.reachedEnd) return { part: 'scan', cursor: row.cursor };
  return row.headDue === true ? headBegin : undefined;
}

/** The page that the job wants next; `undefined` when it is not to run, or waits (`now` in epoch ms). */
export function wantedByJob(
  row: DirectoryRow,
  head: PageWanted | undefined,
  now: number,
): PageWanted | undefined {
  const isWaiting = row.retryAt !== undefined && isResting(row.retryAt, now);
  if (row.job !== 'running' || isWaiting) return undefined;
  if (head !== undefined) return head;
  return isScanning(row) ? { part: 'scan', cursor: row.cursor } : headBegin;
}
