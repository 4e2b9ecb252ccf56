import type { DirectoryRow } from '../model/sync';
import { dateWords } from './time-words';

/** "2,400 visitors indexed, back to 3 March 2026"; the number and the date where they are known. */
export function indexedWords(
  indexed: number | undefined,
  reachesBackTo: number | undefined,
): string {
  const number = indexed?.toLocaleString('en');
  const visitors = indexed === 1 ? '1 visitor indexed' : `${number ?? 'some'} visitors indexed`;
  return reachesBackTo === undefined
    ? visitors
    : `${visitors}, back to ${dateWords(reachesBackTo)}`;
}

/** How the job that reads all contacts of a platform stands, in one sentence. */
export function directoryWords(row: DirectoryRow | undefined): string {
  if (row === undefined) return 'No visitors indexed yet.';
  const words = indexedWords(row.indexed, row.reachesBackTo);
  if (row.job === 'running') return `${words}. Going on in the background.`;
  if (row.job === 'paused') return `${words}. Paused.`;
  const isWhole = row.job === 'done' || row.reachedEnd;
  if (isWhole && row.indexed === 0) return 'This platform has no visitors.';
  if (isWhole) return `All ${words}.`;
  return `${words}. There are more.`;
}
