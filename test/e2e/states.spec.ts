import { expect } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { grantPermissions } from '../browser/connect';
import { EXTENSION_ID } from '../browser/extension';
import { items, tile, waitForTimeline, waitUntilSettled } from '../browser/timeline';
import { test } from './fixtures';

test('nothing connected yet: a welcome that leads to the set-up', async ({ desk }) => {
  const panel = await desk.openPanel(await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie')));
  const options = desk.browser.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Set up Deskside' }).click();
  expect((await options).url()).toBe(`chrome-extension://${EXTENSION_ID}/options.html#set-up`);
});

test('an account of this host that is not connected', async ({ desk }) => {
  await desk.connect(accounts.chatwoot);
  const other = desk.helpdesks.chatwoot.pageOf('amelie').replace('/accounts/1/', '/accounts/2/');
  const panel = await desk.openPanel(await desk.openTab(other));
  await expect(panel.getByText('This Chatwoot account is not connected')).toBeVisible();
  const options = desk.browser.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Connect Chatwoot' }).click();
  expect((await options).url()).toContain('options.html#connect/chatwoot');
});

test('a platform without connection offers one beside what the others know', async ({ desk }) => {
  await desk.connect(accounts.chatwoot);
  const panel = await desk.openPanel(await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie')));
  await waitForTimeline(panel);
  await expect(tile(panel, 'Kustomer', 'Connect')).toBeVisible();
  await tile(panel, 'Kustomer').click();
  await expect(
    panel.getByRole('dialog', { name: 'Kustomer' }).getByRole('button', { name: /Connect/ }),
  ).toBeVisible();
});

test('a list, settings, and a signed-out page show no person', async ({ desk }) => {
  await desk.connect(accounts.chatwoot, accounts.chaport);
  const tab = await desk.openTab('https://app.chatwoot.com/app/accounts/1/dashboard');
  const panel = await desk.openPanel(tab);
  await expect(panel.getByText('No conversation open')).toBeVisible();
  await tab.goto('https://app.chatwoot.com/app/accounts/1/settings/agents/list');
  await expect(panel.getByText('No conversation open')).toBeVisible();
  desk.helpdesks.chaport.switches.signedIn = false;
  await tab.goto('https://app.chaport.com/#/login');
  await expect(panel.getByText('Signed out of Chaport')).toBeVisible();
});

test('with no conversation open a person is found, opened, and found again among the recent ones', async ({
  desk,
}) => {
  await desk.connect(accounts.chatwoot, accounts.kustomer);
  const list = 'https://app.chatwoot.com/app/accounts/1/dashboard';
  const tab = await desk.openTab(list);
  const panel = await desk.openPanel(tab);
  const search = panel.getByRole('combobox', { name: 'Search all helpdesks' });
  await search.fill('amelie');
  await panel
    .getByRole('option', { name: /Amélie/ })
    .first()
    .click();
  await waitForTimeline(panel);
  await expect(panel.getByText('You opened this person.')).toBeVisible();
  await expect(tile(panel, 'Kustomer', 'Complete')).toBeVisible();

  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(panel.getByText('No conversation open')).toBeVisible();
  await panel.getByRole('button', { name: /^.*Amélie.*just now/ }).click();
  await waitForTimeline(panel);

  await tab.goto(desk.helpdesks.chatwoot.pageOf('jonas'));
  await expect(panel.getByText('You opened this person.')).toBeHidden();
  await waitForTimeline(panel);
  await tab.goto(list);
  await expect(panel.getByText('No conversation open')).toBeVisible();
  await expect(panel.getByRole('button', { name: /Jonas/ })).toBeVisible();
});

test('a wrong key of the helpdesk in front: what happened and what to do', async ({ desk }) => {
  await desk.connect(accounts.chatwoot);
  desk.helpdesks.chatwoot.faults.add({
    fault: { kind: 'status', status: 401, body: '{"error":"Invalid Access Token"}' },
  });
  const panel = await desk.openPanel(await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie')));
  await expect(panel.getByText('Chatwoot could not be asked who this is')).toBeVisible();
  await expect(panel.getByText(/refused the key/)).toBeVisible();
  desk.helpdesks.chatwoot.faults.clear();
  await panel.getByRole('button', { name: 'Try again' }).click();
  await waitForTimeline(panel);
});

test('a person with nothing anywhere: says so for each platform', async ({ desk }) => {
  await desk.connect(accounts.chatwoot, accounts.kustomer);
  const { chatwoot } = desk.helpdesks;
  const panel = await desk.openPanel(await desk.openTab(chatwoot.contactPageOf('emma')));
  await waitUntilSettled(panel);
  await expect(items(panel)).toHaveCount(0);
  await expect(panel.getByText('Nothing yet on Chatwoot or Kustomer')).toBeVisible();
});

test('Chatwoot on an address of its own, beside the cloud', async ({ desk }) => {
  const { chatwoot } = desk.helpdesks;
  const origin = 'https://support.acme-outdoor.example';
  await desk.connect(accounts.chatwoot, {
    platform: 'chatwoot',
    permissions: [`${origin}/*`],
    fields: { origin, account: '1' },
    secrets: { token: chatwoot.tokens.selfHosted },
  });
  const tab = await desk.openTab(chatwoot.selfHostedPageOf('amelie'));
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
  expect(new URL(tab.url()).origin).toBe(origin);
  await expect(panel.getByRole('button', { name: /: Complete$/ })).toHaveCount(2);
});

test('practice 18: a permission taken back is a visible state, and comes back when given again', async ({
  desk,
}) => {
  await desk.connect(accounts.chatwoot, accounts.kustomer);
  const tab = await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie'));
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
  const worker = await desk.browser.worker();
  const origins = ['https://acme.kustomerapp.com/*', 'https://acme.api.kustomerapp.com/*'];
  await worker.evaluate((taken) => chrome.permissions.remove({ origins: taken }), origins);
  await panel.getByRole('button', { name: /Refresh all/ }).click();
  await expect(tile(panel, 'Kustomer', 'No access')).toBeVisible();
  await grantPermissions(desk.browser.context, origins);
  await tab.bringToFront();
  await tile(panel, 'Kustomer').click();
  await panel.getByRole('button', { name: /Refresh all/ }).click({ force: true });
  await expect(tile(panel, 'Kustomer', 'Complete')).toBeVisible({ timeout: 40_000 });
});
