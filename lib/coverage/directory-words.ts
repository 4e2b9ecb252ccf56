import { plural, t } from '@lingui/core/macro';
import type { DirectoryRow } from '../model/reading-progress';
import { formatDate } from '../text/format-time';
import { joinSentences } from '../text/join-sentences';
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
  if (row === undefined) return t`No visitors indexed yet.`;
  const words = indexedVisitorsWords(row.indexed, row.reachesBackTo);
  if (row.job === 'running') return joinSentences(words, waitingWords(row, setting));
  if (row.job === 'paused') return joinSentences(words, pausedWords(row, setting));
  const isWhole = row.job === 'done' || row.reachedEnd;
  if (isWhole && row.endUnproven === true) {
    const platform = setting.platformLabel;
    return joinSentences(words, t`${platform} did not say whether there are more.`);
  }
  if (isWhole && row.indexed === 0) return t`This platform has no visitors.`;
  if (isWhole) return allVisitorsWords(row);
  return joinSentences(words, t`There are more.`);
}

function allVisitorsWords({ indexed, reachesBackTo }: DirectoryRow): string {
  if (reachesBackTo === undefined) {
    return plural(indexed, {
      one: 'The only visitor is indexed.',
      other: 'All # visitors indexed.',
    });
  }
  const date = formatDate(reachesBackTo);
  return plural(indexed, {
    one: `The only visitor is indexed, back to ${date}.`,
    other: `All # visitors indexed, back to ${date}.`,
  });
}

function waitingWords(row: DirectoryRow, setting: Setting): string {
  const trouble = problemWords(row, setting);
  if (trouble === undefined) return t`Continuing in the background.`;
  const next = trouble.nextTry ?? t`Deskside will try again automatically.`;
  return joinSentences(t`Waiting to continue.`, trouble.what, next);
}

function pausedWords(row: DirectoryRow, setting: Setting): string {
  const trouble = problemWords(row, setting);
  if (trouble === undefined) return t({ message: 'Paused.', context: 'indexing of visitors' });
  return joinSentences(t`Paused because of a problem.`, trouble.what, trouble.next);
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
