import { t } from '@lingui/core/macro';
import { formatList } from '../../../lib/text/format-list';
import type { AttemptOutcome, Report } from './test-or-save';

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
