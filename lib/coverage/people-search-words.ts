import type { Coverage } from '../model/coverage';
import type { PeopleSearchRow } from '../model/people-search';
import { reasonWords } from './reason-words';

/** What one connection did with a search by hand. */
export interface PeopleSearchWords {
  sentence: string;
  /** `gap`: something was not searched, and the sentence says what. */
  tone: 'busy' | 'done' | 'gap';
}

/** Tells what was searched and what could not be, and why. `now` in epoch ms. */
export function peopleSearchWords(
  row: Pick<PeopleSearchRow, 'phase' | 'coverage' | 'contacts'>,
  platformLabel: string,
  now: number,
): PeopleSearchWords {
  if (row.phase === 'searching') return { sentence: `Searching ${platformLabel}…`, tone: 'busy' };
  const found = foundWords(row.contacts.length);
  const { coverage } = row;
  if (coverage === undefined) return { sentence: `${platformLabel}: ${found}.`, tone: 'done' };
  const clause = reasonWords(coverage, { platformLabel, now });
  const reason = clause === undefined ? '.' : `: ${clause.what}. ${clause.next}`.trimEnd();
  if (isFailure(coverage)) {
    return { sentence: `${platformLabel} could not be searched${reason}`, tone: 'gap' };
  }
  if (coverage.state === 'partial' || coverage.state === 'captured') {
    return { sentence: `${platformLabel}: ${found}, searched only in part${reason}`, tone: 'gap' };
  }
  return { sentence: `${platformLabel}: ${found}.`, tone: 'done' };
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

function foundWords(count: number): string {
  return count === 0 ? 'nothing found' : `${count} found`;
}
