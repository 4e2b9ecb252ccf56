import type { Coverage, CoverageReason, CoverageState } from '../model/coverage';
import type { SourceRow } from '../model/screen';
import { formatNumber } from '../text/format-number';
import { formatDate, formatExactTime } from '../text/format-time';
import { type CoverageTone, shortWord, toneOf } from './glance';
import {
  type CoverageAction,
  indexedVisitorsWords,
  type ReasonWords,
  reasonWords,
} from './reason-words';

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

type StateSentence = (
  platform: string,
  coverage: Coverage,
  clause: ReasonWords | undefined,
) => string;

/** The one place that puts coverage into words. Every state and reason has a sentence. */
export function coverageWords(
  coverage: Coverage | undefined,
  setting: CoverageWordsInput,
): CoverageWords {
  const platform = setting.platformLabel;
  if (setting.phase !== 'settled') return busyWords(coverage, setting);
  if (coverage === undefined) {
    return {
      short: 'Unknown',
      sentence: `${platform} has not been asked about this person yet. Try again.`,
      tone: 'neutral',
      action: 'retry',
    };
  }
  const clause = reasonWords(coverage, setting);
  const sentence = stateSentences[coverage.state](platform, coverage, clause);
  return {
    short: shortWord(coverage),
    sentence: [sentence, droppedWords(coverage)].filter((part) => part !== '').join(' '),
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

const stateSentences: Readonly<Record<CoverageState, StateSentence>> = {
  complete: (platform) => `Everything ${platform} has about this person is here.`,
  partial: (platform, coverage, clause) => {
    if (coverage.more === true) {
      return `The recent part of ${platform}’s history is here${back(coverage)}; scroll down to load more.`;
    }
    if (coverage.reason !== undefined && listReasons.has(coverage.reason)) {
      const found = `${platform} has no search: ${indexed(coverage)}, not found yet.`;
      return [found, clause?.next ?? ''].join(' ').trim();
    }
    return withReason(`Only a part of ${platform}’s history is here${back(coverage)}`, clause);
  },
  captured: (platform, coverage, clause) => {
    const seen = `shows what this browser has seen${since(coverage)}`;
    if (coverage.wholeAsOf !== undefined) {
      return `Complete as of ${formatExactTime(coverage.wholeAsOf)}: read off ${platform}’s page.`;
    }
    if (clause === undefined || coverage.reason === 'api-has-no-history') {
      return `${platform}’s API has no history: ${seen}.`;
    }
    if (coverage.reason === 'page-unreadable') {
      return `${platform}’s page could not be read: only the address is known; ${seen}. ${clause.next}`;
    }
    return withReason(`${platform} ${seen}`, clause);
  },
  'not-found': (platform, _coverage, clause) =>
    withReason(`${platform} does not know this person`, clause, false),
  'unknown-identity': (platform, _coverage, clause) =>
    withReason(`It is not known who this is in ${platform}`, clause, false),
  unauthorised: (platform, _coverage, clause) =>
    withReason(`${platform} refused access`, clause ?? refused),
  limited: (platform, _coverage, clause) =>
    withReason(`${platform} is on hold`, clause ?? slowDown),
  unreachable: (platform, _coverage, clause) =>
    withReason(`${platform} could not be read`, clause ?? failed),
  'not-connected': (platform) =>
    `${platform} is not connected. Connect it to see what happened there.`,
};

const refused: ReasonWords = {
  what: 'it was refused',
  next: 'Check it in the settings.',
  action: 'connect',
};
const slowDown: ReasonWords = {
  what: 'it asked for fewer calls',
  next: 'Try again in a minute.',
  action: 'retry',
};
const failed: ReasonWords = { what: 'it did not answer', next: 'Try again.', action: 'retry' };

/** `isCause` false: what was found stands by itself, the clause is only how it was looked for. */
function withReason(lead: string, clause: ReasonWords | undefined, isCause = true): string {
  if (clause === undefined) return `${lead}.`;
  const joined = isCause ? `${lead}: ${clause.what}.` : `${lead}; ${clause.what}.`;
  return clause.next === '' ? joined : `${joined} ${clause.next}`;
}

function busyWords(coverage: Coverage | undefined, setting: CoverageWordsInput): CoverageWords {
  const platform = setting.platformLabel;
  if (setting.phase === 'loading') {
    const storedSince =
      coverage?.since === undefined ? '' : ` Held back to ${formatDate(coverage.since)}.`;
    const sentence =
      coverage?.more === true
        ? `Reading more of ${platform}’s history…${storedSince}`
        : `Reading the history from ${platform}…`;
    return { short: 'Loading', sentence, tone: 'busy', action: 'none' };
  }
  const progress = coverage?.searched === undefined ? '' : ` ${indexed(coverage)}.`;
  const sentence = `Looking for this person in ${platform}…${progress}`;
  return { short: 'Searching', sentence, tone: 'busy', action: 'none' };
}

function indexed(coverage: Coverage): string {
  return indexedVisitorsWords(coverage.searched, coverage.since);
}

function back(coverage: Coverage): string {
  return coverage.since === undefined ? '' : `, back to ${formatDate(coverage.since)}`;
}

function since(coverage: Coverage): string {
  return coverage.since === undefined ? '' : ` since ${formatDate(coverage.since)}`;
}

function droppedWords(coverage: Coverage): string {
  if (coverage.dropped <= 0) return '';
  return coverage.dropped === 1
    ? '1 item could not be read.'
    : `${formatNumber(coverage.dropped)} items could not be read.`;
}
