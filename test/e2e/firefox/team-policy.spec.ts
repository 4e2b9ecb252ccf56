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
  membraneBase: 'https://membrane.acme.example/',
  noteScope: 'browser',
  features: { directKeys: false, pastAnswers: false, ownCards: false },
};

/** Those of the fields in which somebody chooses what is preset above, by how their names begin. */
const retention = 'Keep histories';
const noteScope = 'New notes go to';

test('a policy’s file: what is preset is shown as such, and what is wrong in it is told', async ({
  desk,
}) => {
  test.setTimeout(300_000);
  // Before anything is connected the settings show little.
  await desk.connect(accounts.chatwoot);
  await desk.restartUnder(policy);
  await desk.firefox.openTab(`${ADDON_URL}options.html`);
  for (const words of [
    'Only these helpdesks can be connected: Chatwoot and Kustomer.',
    'The team’s canned responses are at https://acme.example/responses.json.',
    'Own mail domains: acme.example.',
    'Histories are kept for 12 days.',
    'Membrane is at https://membrane.acme.example.',
    'New notes stay in this browser only.',
    'Connecting with a key of a helpdesk is turned off.',
    'Adding data cards of your own is turned off.',
    'Showing how other customers were answered is turned off.',
    /ownDomains, item 2: .+/,
  ]) {
    await expectText(desk.firefox, 'tab', words);
  }
  const choice = (name: string) => expect.poll(() => desk.firefox.in('tab', choiceOf, name));
  await choice(retention).toBe('for 12 days; it is disabled');
  await choice(noteScope).toBe('only this browser; it is disabled');
  await desk.firefox.click('tab', named, 'Sign in to Membrane…');
  await expect.poll(() => desk.firefox.in('tab', offersOtherBase)).toBe(false);

  await desk.firefox.click('tab', named, 'Connect Chatwoot: Support');
  const origin = () =>
    desk.firefox.in(
      'tab',
      (page) => page.document.querySelector<HTMLInputElement>('form [id$="-origin"]')?.value,
    );
  await expect.poll(origin).toBe('https://desk.acme.example');
  await desk.restartUnder(undefined);
  await desk.firefox.openTab(`${ADDON_URL}options.html`);
  await choice(retention).toBe('for 12 days; it can be changed');
  await choice(noteScope).toBe('only this browser; it can be changed');
});

/** What is chosen in the field whose name begins so, and whether it can be changed. Runs in the page. */
function choiceOf(page: Window & typeof globalThis, name: string): string | undefined {
  const choices = [...page.document.querySelectorAll('select')];
  const choice = choices.find((each) => each.labels[0]?.textContent?.startsWith(name));
  if (choice === undefined) return undefined;
  const about = page.document.getElementById(choice.getAttribute('aria-describedby') ?? '');
  const isPreset = choice.disabled && about?.textContent?.startsWith('Set by your organisation');
  const chosen = choice.selectedOptions[0]?.textContent;
  return `${chosen}; it ${isPreset === true ? 'is disabled' : 'can be changed'}`;
}

/** Whether the form to sign in to Membrane asks for another address of it. Runs in the page. */
function offersOtherBase(page: Window & typeof globalThis): boolean | undefined {
  const forms = [...page.document.querySelectorAll('form')];
  const form = forms.find((each) => each.getAttribute('aria-label') === 'Sign in to Membrane');
  return form?.querySelector<HTMLElement>('[type=url]')?.checkVisibility();
}

test.afterEach(async ({ desk }, info) => {
  if (info.status !== info.expectedStatus) await desk.tell();
});
