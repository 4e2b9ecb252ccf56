import { expect } from '@playwright/test';
import { accounts } from '../../browser/accounts';
import { ADDON_URL } from '../../browser/firefox/preferences';
import { expectText, named } from './documents';
import { test } from './fixtures';

/*
 * What an administrator preset, from a file as administrators write it. Firefox reads one from the
 * person's own folder; Chromium reads policies only from folders of the whole machine, which take
 * root's rights and would reach every other browser on it, so that the same is a unit test there.
 */

const policy = {
  platforms: ['chatwoot', 'kustomer'],
  helpdesks: [{ platform: 'chatwoot', label: 'Support', origin: 'https://desk.acme.example' }],
  teamUrl: 'https://acme.example/responses.json',
  ownDomains: ['acme.example', 'no domain'],
  retentionDays: 12,
};

test('a policy’s file: what is preset is shown as such, and what is wrong in it is told', async ({
  desk,
}) => {
  // Before anything is connected the settings show little.
  await desk.connect(accounts.chatwoot);
  await desk.restartUnder(policy);
  await desk.firefox.openTab(`${ADDON_URL}options.html`);
  for (const words of [
    'Only these helpdesks can be connected: Chatwoot and Kustomer.',
    'The team’s canned responses are at https://acme.example/responses.json.',
    'Own mail domains: acme.example.',
    'Histories are kept for 12 days.',
    /ownDomains, item 2: .+/,
  ]) {
    await expectText(desk.firefox, 'tab', words);
  }
  await expect
    .poll(() => desk.firefox.in('tab', presetRetention))
    .toBe('for 12 days; it is disabled');

  await desk.firefox.click('tab', named, 'Connect Chatwoot: Support');
  const origin = () =>
    desk.firefox.in(
      'tab',
      (page) => page.document.querySelector<HTMLInputElement>('form [id$="-origin"]')?.value,
    );
  await expect.poll(origin).toBe('https://desk.acme.example');
  await desk.restartUnder(undefined);
  await desk.firefox.openTab(`${ADDON_URL}options.html`);
  await expect
    .poll(() => desk.firefox.in('tab', presetRetention))
    .toBe('for 12 days; it can be changed');
});

/** What is chosen for how long histories are kept, and whether it can be changed. Runs in the page. */
function presetRetention(page: Window & typeof globalThis): string | undefined {
  const choices = [...page.document.querySelectorAll('select')];
  const choice = choices.find((each) => each.labels[0]?.textContent?.startsWith('Keep histories'));
  if (choice === undefined) return undefined;
  const about = page.document.getElementById(choice.getAttribute('aria-describedby') ?? '');
  const isPreset = choice.disabled && about?.textContent?.startsWith('Set by your organisation');
  const chosen = choice.selectedOptions[0]?.textContent;
  return `${chosen}; it ${isPreset === true ? 'is disabled' : 'can be changed'}`;
}

test.afterEach(async ({ desk }, info) => {
  if (info.status !== info.expectedStatus) await desk.tell();
});
