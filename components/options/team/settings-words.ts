import type { TeamSettings } from './configuration';

const scopeWords = {
  everywhere: 'every helpdesk the person is known in',
  here: 'only the helpdesk on screen',
  browser: 'only this browser',
} as const;

/** The settings in words, one sentence for each that is there. */
export function settingsWords(settings: TeamSettings): string[] {
  const { ownDomains, roleWords, defaultRegion, noteScope, retentionDays } = settings;
  return [
    ownDomains && `Own mail domains: ${ownDomains.join(', ') || 'none'}.`,
    roleWords && `Words of office addresses: ${roleWords.join(', ') || 'none'}.`,
    defaultRegion && `Country of phone numbers without country code: ${defaultRegion}.`,
    noteScope && `New notes go to ${scopeWords[noteScope]}.`,
    retentionDays !== undefined &&
      `Histories are kept for ${retentionDays === 1 ? 'one day' : `${retentionDays} days`}.`,
  ].flatMap((words) => words || []);
}
