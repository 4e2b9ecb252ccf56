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
