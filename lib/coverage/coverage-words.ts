import { plural, t } from '@lingui/core/macro';
import type { Coverage, CoverageReason } from '../model/coverage';
import type { SourceRow } from '../model/screen';
import { formatDate, formatExactTime } from '../text/format-time';
import { joinSentences } from '../text/join-sentences';
import {
  type CoverageAction,
  indexedVisitorsWords,
  type ReasonWords,
  reasonWords,
} from './reason-words';
import { type CoverageTone, shortWord, toneOf } from './tile-words';

export interface CoverageWords {
  /** One or two words. */
  short: string;
  /** What happened, to which platform, and what to do next. */
  sentence: string;
  tone: CoverageTone;
  /** What a button beside the sentence should do. */
  action: CoverageAction;
}

export interface CoverageWordsInput {
  platformLabel: string;
  /** Epoch ms. */
  now: number;
  phase: SourceRow['phase'];
}

/** The one place that puts coverage into words. Every state and reason has a sentence. */
export function coverageWords(
  coverage: Coverage | undefined,
  setting: CoverageWordsInput,
): CoverageWords {
  const platform = setting.platformLabel;
  if (setting.phase !== 'settled') return busyWords(coverage, setting);
  if (coverage === undefined) {
    return {
      short: t({ message: 'Unknown', context: 'tile of a helpdesk' }),
      sentence: t`Deskside hasn’t asked ${platform} about this person yet. Try again.`,
      tone: 'neutral',
      action: 'retry',
    };
  }
  const clause = reasonWords(coverage, setting);
  return {
    short: shortWord(coverage),
    sentence: joinSentences(stateWords(platform, coverage, clause), droppedWords(coverage)),
    tone: toneOf(coverage),
    action: coverage.state === 'not-connected' ? 'connect' : (clause?.action ?? 'none'),
  };
}

/** The person was looked for in the platform's list of everybody, of which not all was read. */
const listReasons: ReadonlySet<CoverageReason> = new Set([
  'search-bound',
  'search-running',
  'end-unproven',
]);

function stateWords(platform: string, coverage: Coverage, clause: ReasonWords | undefined): string {
  const because = clause && joinSentences(clause.what, clause.next);
  switch (coverage.state) {
    case 'complete':
      return t`Everything ${platform} has about this person is here.`;
    case 'partial':
      return partWords(platform, coverage, because);
    case 'captured':
      return capturedWords(platform, coverage, clause);
    case 'not-found':
      return joinSentences(t`This person was not found in ${platform}.`, because);
    case 'unknown-identity':
      return joinSentences(t`Deskside doesn’t know who this is in ${platform}.`, because);
    case 'unauthorised':
      return because ?? t`${platform} refused access. Check the connection in the settings.`;
    case 'limited':
      return because ?? t`${platform} is receiving too many requests. Try again in a minute.`;
    case 'unreachable':
      return because ?? t`${platform} did not answer. Try again.`;
    case 'not-connected':
      return t`${platform} is not connected. Connect it to see what happened there.`;
  }
}

function partWords(platform: string, coverage: Coverage, because: string | undefined): string {
  const { more, reason, since } = coverage;
  const date = since === undefined ? undefined : formatDate(since);
  if (more !== true && reason !== undefined && listReasons.has(reason)) {
    return joinSentences(t`This person was not found in ${platform} yet.`, because);
  }
  if (date === undefined) {
    return joinSentences(t`Only part of ${platform}’s history is here.`, because);
  }
  return joinSentences(t`Only part of ${platform}’s history is here, back to ${date}.`, because);
}

function capturedWords(
  platform: string,
  { wholeAsOf, reason, since }: Coverage,
  clause: ReasonWords | undefined,
): string {
  if (wholeAsOf !== undefined) {
    const time = formatExactTime(wholeAsOf);
    return t`Complete as of ${time}, as read from ${platform}’s page.`;
  }
  const seen = seenWords(since);
  if (clause === undefined || reason === 'api-has-no-history') {
    return joinSentences(t`${platform}’s API provides no history.`, seen);
  }
  return joinSentences(clause.what, seen, clause.next);
}

function seenWords(since: number | undefined): string {
  if (since === undefined) return t`You see what this browser has seen.`;
  const date = formatDate(since);
  return t`You see what this browser has seen since ${date}.`;
}

function busyWords(coverage: Coverage | undefined, setting: CoverageWordsInput): CoverageWords {
  const platform = setting.platformLabel;
  if (setting.phase === 'loading') {
    const short = t({ message: 'Loading', context: 'tile of a helpdesk' });
    return { short, sentence: loadingWords(coverage, platform), tone: 'busy', action: 'none' };
  }
  const indexed =
    coverage?.searched === undefined
      ? undefined
      : indexedVisitorsWords(coverage.searched, coverage.since);
  const sentence = joinSentences(t`Looking for this person in ${platform}…`, indexed);
  const short = t({ message: 'Searching', context: 'tile of a helpdesk' });
  return { short, sentence, tone: 'busy', action: 'none' };
}

function loadingWords(coverage: Coverage | undefined, platform: string): string {
  if (coverage?.more !== true) return t`Loading the history from ${platform}…`;
  const reading = t`Loading more of ${platform}’s history…`;
  if (coverage.since === undefined) return reading;
  const date = formatDate(coverage.since);
  return joinSentences(reading, t`Loaded back to ${date}.`);
}

function droppedWords({ dropped }: Coverage): string | undefined {
  if (dropped <= 0) return undefined;
  return plural(dropped, {
    one: '# item could not be read.',
    other: '# items could not be read.',
  });
}
