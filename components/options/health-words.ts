import type { Connection } from '../../lib/model/connection';
import type { CoverageReason } from '../../lib/model/coverage';
import { type Clause, clauseOf } from '../../lib/timeline/coverage-clauses';
import { clockWords, dateWords } from '../../lib/timeline/time-words';

export interface HealthWords {
  text: string;
  tone: 'good' | 'bad' | 'neutral';
}

/**
 * What the last call said about a connection, for a person on the options page. For connections
 * that the browser permits.
 */
export function healthWords(connection: Connection, platformLabel: string): HealthWords {
  const { state, reason, checkedAt } = connection.health;
  if (state === 'ok') return { text: 'Working', tone: 'good' };
  if (state === 'unknown') return { text: 'Not tried yet', tone: 'neutral' };
  if (reason === 'permission-missing') {
    // This is only asked while the permission is there, so it has come back since.
    return { text: 'Allowed again, not tried since', tone: 'neutral' };
  }
  const since =
    checkedAt === undefined ? '' : ` since ${dateWords(checkedAt)}, ${clockWords(checkedAt)}`;
  const clause =
    reason &&
    clauseOf(
      { state: 'unreachable', reason, dropped: 0, checkedAt: checkedAt ?? 0 },
      { platformLabel, now: checkedAt ?? 0 },
    );
  if (clause === undefined) {
    return { text: `Failing${since}. Press Test to see why.`, tone: 'bad' };
  }
  return {
    text: `Failing${since}: ${clause.what}. ${nextStep(clause, reason)}`.trim(),
    tone: 'bad',
  };
}

/** A clause sends people to the settings, and here that is where they are. */
function nextStep(clause: Clause, reason: CoverageReason | undefined): string {
  if (clause.action === 'connect') return 'Press Edit to correct it.';
  if (reason === 'bad-answer') return 'Press Test; if this goes on, check what is entered.';
  return clause.next;
}
