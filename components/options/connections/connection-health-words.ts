import { t } from '@lingui/core/macro';
import { type ReasonWords, reasonWords } from '../../../lib/coverage/reason-words';
import type { Connection } from '../../../lib/model/connection';
import type { CoverageReason } from '../../../lib/model/coverage';
import { formatClock, formatDate } from '../../../lib/text/format-time';
import { joinSentences } from '../../../lib/text/join-sentences';

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
  if (state === 'ok') return { text: t`Working`, tone: 'good' };
  if (state === 'unknown') return { text: t`Not tried yet`, tone: 'neutral' };
  if (reason === 'permission-missing') {
    // This is only asked while the permission is there, so it has come back since.
    return { text: t`Allowed again, not tried since`, tone: 'neutral' };
  }
  const clause =
    reason &&
    reasonWords(
      { state: 'unreachable', reason, dropped: 0, checkedAt: checkedAt ?? 0 },
      { platformLabel, now: checkedAt ?? 0 },
    );
  if (clause === undefined) {
    const advice = t`Press Test to see why.`;
    return { text: joinSentences(failingSince(checkedAt), advice), tone: 'bad' };
  }
  return {
    text: joinSentences(failingSince(checkedAt), clause.what, nextStep(clause, reason)),
    tone: 'bad',
  };
}

function failingSince(checkedAt: number | undefined): string {
  if (checkedAt === undefined) return t`Failing.`;
  const [date, time] = [formatDate(checkedAt), formatClock(checkedAt)];
  return t`Failing since ${date}, ${time}.`;
}

/** The reason’s own advice sends people to the settings, where they already are. */
function nextStep(clause: ReasonWords, reason: CoverageReason | undefined): string {
  if (reason === 'relay-signed-out') return t`Sign in again under “Membrane” below.`;
  if (reason === 'relay-unproven') return t`Open a chat there, or confirm the account below.`;
  if (clause.action === 'connect') return t`Press Edit to correct it.`;
  if (reason === 'bad-answer') return t`Press Test. If this continues, check what you entered.`;
  return clause.next;
}
