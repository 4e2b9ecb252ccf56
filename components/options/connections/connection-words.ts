import { t } from '@lingui/core/macro';
import { type ReasonWords, reasonWords } from '../../../lib/coverage/reason-words';
import type { Connection } from '../../../lib/model/connection';
import type { CoverageReason } from '../../../lib/model/coverage';
import { formatList } from '../../../lib/text/format-list';
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

/** "Connected to account Acme as Jana, version 4.15.1." from as much as the platform reports. */
export function reportWords(report: Report, platformLabel: string): string {
  const { accountName, agentName, version } = report;
  if (accountName === undefined) {
    if (agentName === undefined) {
      if (version === undefined) return t`Connected to ${platformLabel}.`;
      return t`Connected to ${platformLabel}, version ${version}.`;
    }
    if (version === undefined) return t`Connected to ${platformLabel} as ${agentName}.`;
    return t`Connected to ${platformLabel} as ${agentName}, version ${version}.`;
  }
  if (agentName === undefined) {
    if (version === undefined) return t`Connected to account ${accountName}.`;
    return t`Connected to account ${accountName}, version ${version}.`;
  }
  if (version === undefined) return t`Connected to account ${accountName} as ${agentName}.`;
  return t`Connected to account ${accountName} as ${agentName}, version ${version}.`;
}

/** Why there is no connection, for a person: what happened and what to do next. */
export function failureWords(outcome: Exclude<AttemptOutcome, Report>): string {
  switch (outcome.kind) {
    case 'failed':
      return outcome.message;
    case 'denied': {
      const hosts = formatList(outcome.hosts);
      return t`The browser did not allow Deskside to reach ${hosts}, so nothing was sent. Press the button again and choose “Allow”. If the browser does not ask, its settings or your organisation block it.`;
    }
    case 'unanswered':
      return t`Deskside isn’t responding. Nothing was changed. Reload this page and try again.`;
  }
}
