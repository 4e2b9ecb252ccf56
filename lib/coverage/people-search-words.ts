import { plural, t } from '@lingui/core/macro';
import type { Coverage } from '../model/coverage';
import type { PeopleSearchRow } from '../model/people-search';
import { formatNumber } from '../text/format-number';
import { joinSentences } from '../text/join-sentences';
import { reasonWords } from './reason-words';

/** What one connection did with a search by hand. */
export interface PeopleSearchWords {
  sentence: string;
  /** `gap`: something was not searched, and the sentence says what. */
  tone: 'busy' | 'done' | 'gap';
}

/** Tells what was searched and what could not be, and why. `now` in epoch ms. */
export function peopleSearchWords(
  row: Pick<PeopleSearchRow, 'phase' | 'coverage' | 'contacts' | 'hasMore'>,
  platformLabel: string,
  now: number,
): PeopleSearchWords {
  if (row.phase === 'searching') return { sentence: t`Searching ${platformLabel}…`, tone: 'busy' };
  const found = foundWords(row, platformLabel);
  const { coverage } = row;
  if (coverage === undefined) return { sentence: found, tone: 'done' };
  const clause = reasonWords(coverage, { platformLabel, now });
  if (isFailure(coverage)) {
    const lead = t`${platformLabel} could not be searched.`;
    return { sentence: joinSentences(lead, clause?.what, clause?.next), tone: 'gap' };
  }
  if (coverage.state === 'partial' || coverage.state === 'captured') {
    const limit = t`Only part of it was searched.`;
    return { sentence: joinSentences(found, limit, clause?.what, clause?.next), tone: 'gap' };
  }
  return { sentence: found, tone: 'done' };
}

const failures: readonly Coverage['state'][] = [
  'unauthorised',
  'limited',
  'unreachable',
  'not-connected',
  'unknown-identity',
];

function isFailure({ state }: Coverage): boolean {
  return failures.includes(state);
}

function foundWords(
  { contacts: { length: count }, hasMore }: Pick<PeopleSearchRow, 'contacts' | 'hasMore'>,
  platform: string,
): string {
  if (count === 0) return t`${platform}: nothing found.`;
  if (hasMore === true) {
    const shown = formatNumber(count);
    return t`${platform}: more than ${shown} found. Type more to see the others.`;
  }
  return t`${platform}: ${plural(count, { one: '# found.', other: '# found.' })}`;
}
