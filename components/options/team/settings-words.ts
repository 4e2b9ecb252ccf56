import { plural, t } from '@lingui/core/macro';
import type { TeamHelpdesk } from '../../../lib/model/team-helpdesk';
import type { NoteScopeChoice } from '../../../lib/storage/settings';
import { formatList } from '../../../lib/text/format-list';
import type { TeamSettings } from './configuration-file';

/** Where new notes go, in a sentence. */
function scopeWords(scope: NoteScopeChoice): string {
  switch (scope) {
    case 'everywhere':
      return t`New notes go to every helpdesk the person is known in.`;
    case 'here':
      return t`New notes go only to the helpdesk on screen.`;
    case 'browser':
      return t`New notes stay in this browser only.`;
  }
}

/** The link to a helpdesk’s form: the platform, and which account where the team named it. */
export function connectWords({ label: account }: TeamHelpdesk, platform: string): string {
  return account === undefined ? t`Connect ${platform}` : t`Connect ${platform}: ${account}`;
}

/** The settings in words, one sentence for each that is there. */
export function settingsWords(settings: TeamSettings): string[] {
  const { ownDomains, roleWords, defaultRegion, noteScope, retentionDays } = settings;
  const domains = formatList(ownDomains ?? []);
  const roles = formatList(roleWords ?? []);
  return [
    ownDomains && (domains === '' ? t`Own mail domains: none.` : t`Own mail domains: ${domains}.`),
    roleWords &&
      (roles === '' ? t`Shared mailbox names: none.` : t`Shared mailbox names: ${roles}.`),
    defaultRegion && t`Country of phone numbers without country code: ${defaultRegion}.`,
    noteScope && scopeWords(noteScope),
    retentionDays !== undefined &&
      plural(retentionDays, {
        one: 'Histories are kept for # day.',
        other: 'Histories are kept for # days.',
      }),
  ].flatMap((words) => words || []);
}
