import type { Outcome, Report } from './attempt';

/** "Connected to account Acme as Jana, version 4.15.1." from as much as the platform tells. */
export function reportWords(report: Report, platformLabel: string): string {
  const { accountName, agentName, version } = report;
  const where = accountName === undefined ? platformLabel : `account ${accountName}`;
  const who = agentName === undefined ? '' : ` as ${agentName}`;
  const what = version === undefined ? '' : `, version ${version}`;
  return `Connected to ${where}${who}${what}.`;
}

/** Why there is no connection, for a person: what happened and what to do next. */
export function failureWords(outcome: Exclude<Outcome, Report>): string {
  switch (outcome.kind) {
    case 'failed':
      return outcome.message;
    case 'denied':
      return `The browser did not allow Deskside to reach ${outcome.hosts.join(' and ')}, so nothing was sent. Press the button again and choose “Allow”. If the browser asks nothing, its settings or your organisation forbid it.`;
    case 'unanswered':
      return 'Deskside’s background part did not answer, and nothing was changed. Reload this page and try again.';
  }
}
