import { type ReasonWords, reasonWords } from '../../../lib/coverage/reason-words';
import type { Connection } from '../../../lib/model/connection';
import type { CoverageReason } from '../../../lib/model/coverage';
import { formatClock, formatDate } from '../../../lib/text/format-time';
import { joinSentences } from '../../../lib/text/join-sentences';
import type { AttemptOutcome, Report } from './test-or-save';

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
    checkedAt === undefined ? '' : ` since ${formatDate(checkedAt)}, ${formatClock(checkedAt)}`;
  const clause =
    reason &&
    reasonWords(
      { state: 'unreachable', reason, dropped: 0, checkedAt: checkedAt ?? 0 },
      { platformLabel, now: checkedAt ?? 0 },
    );
  if (clause === undefined) {
    return { text: `Failing${since}. Press Test to see why.`, tone: 'bad' };
  }
  return {
    text: joinSentences(`Failing${since}.`, clause.what, nextStep(clause, reason)),
    tone: 'bad',
  };
}

/** A clause sends people to the settings, and here that is where they are. */
function nextStep(clause: ReasonWords, reason: CoverageReason | undefined): string {
  if (reason === 'relay-signed-out') return 'Sign in again under “Membrane” below.';
  if (reason === 'relay-unproven') return 'Open a chat there, or confirm the account below.';
  if (clause.action === 'connect') return 'Press Edit to correct it.';
  if (reason === 'bad-answer') return 'Press Test; if this goes on, check what is entered.';
  return clause.next;
}

/** "Connected to account Acme as Jana, version 4.15.1." from as much as the platform tells. */
export function reportWords(report: Report, platformLabel: string): string {
  const { accountName, agentName, version } = report;
  const where = accountName === undefined ? platformLabel : `account ${accountName}`;
  const who = agentName === undefined ? '' : ` as ${agentName}`;
  const what = version === undefined ? '' : `, version ${version}`;
  return `Connected to ${where}${who}${what}.`;
}

/** Why there is no connection, for a person: what happened and what to do next. */
export function failureWords(outcome: Exclude<AttemptOutcome, Report>): string {
  switch (outcome.kind) {
    case 'failed':
      return outcome.message;
    case 'denied':
      return `The browser did not allow Deskside to reach ${outcome.hosts.join(' and ')}, so nothing was sent. Press the button again and choose “Allow”. If the browser asks nothing, its settings or your organisation forbid it.`;
    case 'unanswered':
      return 'Deskside isn’t responding. Nothing was changed. Reload this page and try again.';
  }
}
