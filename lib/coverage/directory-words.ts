import type { DirectoryRow } from '../model/sync';
import { indexedVisitorsWords, reasonWords, retryWords } from './reason-words';

interface Setting {
  platformLabel: string;
  /** Epoch ms. */
  now: number;
}

/**
 * How the job that reads all contacts of a platform stands; after a failure also why it waits, and
 * until when, or why it paused by itself, and what to do.
 */
export function directoryWords(row: DirectoryRow | undefined, setting: Setting): string {
  if (row === undefined) return 'No visitors indexed yet.';
  const words = indexedVisitorsWords(row.indexed, row.reachesBackTo);
  if (row.job === 'running') return `${words}. ${waitingWords(row, setting)}`;
  if (row.job === 'paused') return `${words}. ${pausedWords(row, setting)}`;
  const isWhole = row.job === 'done' || row.reachedEnd;
  if (isWhole && row.endUnproven === true) {
    return `${words}. ${setting.platformLabel} did not say whether there are more.`;
  }
  if (isWhole && row.indexed === 0) return 'This platform has no visitors.';
  if (isWhole) return `All ${words}.`;
  return `${words}. There are more.`;
}

function waitingWords(row: DirectoryRow, setting: Setting): string {
  const trouble = problemWords(row, setting);
  if (trouble === undefined) return 'Going on in the background.';
  const next = trouble.nextTry ?? 'It tries again by itself.';
  return `Waiting for ${setting.platformLabel}: ${trouble.what}. ${next}`;
}

function pausedWords(row: DirectoryRow, setting: Setting): string {
  const trouble = problemWords(row, setting);
  if (trouble === undefined) return 'Paused.';
  return `Paused, because of a problem with ${setting.platformLabel}: ${trouble.what}. ${trouble.next}`;
}

function problemWords({ problem, retryAt }: DirectoryRow, setting: Setting) {
  const { now } = setting;
  const coverage = {
    state: 'unreachable',
    reason: problem,
    retryAt,
    dropped: 0,
    checkedAt: now,
  } as const;
  const clause = reasonWords(coverage, setting);
  return clause && { ...clause, nextTry: retryWords(coverage, now) };
}
