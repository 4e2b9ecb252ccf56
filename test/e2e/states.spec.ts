import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { grantPermissions } from '../browser/connect';
import { extensionPage } from '../browser/extension';
import { items, tile, waitForPerson, waitForTimeline, waitUntilSettled } from '../browser/timeline';
import { type Desk, test } from './fixtures';

const list = 'https://app.chatwoot.com/app/accounts/1/dashboard';
const nobody = 'No conversation open';

test('before there is a person: what the panel says, and the way on', async ({ desk }) => {
  const { chaport, chatwoot } = desk.helpdesks;
  const tab = await desk.openTab(chatwoot.pageOf('amelie'));
  const panel = await desk.openPanel(tab);
  await test.step('nothing connected yet: a welcome that leads to the set-up', async () => {
    const address = await followToOptions(desk, tab, panel, 'Set up Deskside');
    expect(address).toBe(`${extensionPage('options.html')}#set-up`);
  });

  // Before anything is connected: whoever is on screen then would be looked up at once.
  await tab.goto(chatwoot.pageOf('amelie').replace('/accounts/1/', '/accounts/2/'));
  await desk.connect(accounts.chatwoot);
  await test.step('an account of this host that is not connected', async () => {
    await expect(panel.getByText('This Chatwoot account is not connected')).toBeVisible();
    const address = await followToOptions(desk, tab, panel, 'Connect Chatwoot');
    expect(address).toContain('options.html#connect/chatwoot');
  });
  await test.step('a wrong key of the helpdesk in front: what happened and what to do', async () => {
    chatwoot.faults.add({
      fault: { kind: 'status', status: 401, body: '{"error":"Invalid Access Token"}' },
    });
    await tab.goto(chatwoot.pageOf('amelie'));
    await expect(panel.getByText('Chatwoot could not be asked who this is')).toBeVisible();
    await expect(panel.getByText(/refused the key/)).toBeVisible();
    chatwoot.faults.clear();
    await panel.getByRole('button', { name: 'Try again' }).click();
    await waitForTimeline(panel);
  });
  await test.step('a platform without connection offers one beside what the others know', async () => {
    await expect(tile(panel, 'Kustomer', 'Connect')).toBeVisible();
    await tile(panel, 'Kustomer').click();
    const card = panel.getByRole('dialog', { name: 'Kustomer' });
    await expect(card.getByRole('button', { name: /Connect/ })).toBeVisible();
    await panel.keyboard.press('Escape');
  });

  await desk.connect(accounts.chaport);
  await test.step('a list, settings, and a signed-out page show no person', async () => {
    await tab.goto(list);
    await expect(panel.getByText(nobody)).toBeVisible();
    await tab.goto('https://app.chatwoot.com/app/accounts/1/settings/agents/list');
    await expect(panel.getByText(nobody)).toBeVisible();
    chaport.switches.signedIn = false;
    await tab.goto('https://app.chaport.com/#/login');
    await expect(panel.getByText('Signed out of Chaport')).toBeVisible();
  });
});

/** Presses a button that opens the settings; gives their address and comes back. */
async function followToOptions(
  desk: Desk,
  tab: Page,
  panel: Page,
  button: string,
): Promise<string> {
  const opening = desk.browser.context.waitForEvent('page');
  await panel.getByRole('button', { name: button }).click();
  const options = await opening;
  await options.waitForURL(/options\.html/);
  const address = options.url();
  await options.close();
  await tab.bringToFront();
  return address;
}

test('practice 18: a person opened by hand, one with nothing, access taken back and given, an address of its own', async ({
  desk,
}) => {
  await desk.connect(accounts.chatwoot, accounts.kustomer);
  const tab = await desk.openTab(list);
  const panel = await desk.openPanel(tab);
  await test.step('with no conversation open a person is found, opened, and found again among the recent ones', () =>
    openByHand(desk, tab, panel));
  await test.step('a person with nothing anywhere: says so for each platform', async () => {
    await tab.goto(desk.helpdesks.chatwoot.contactPageOf('emma'));
    await expect(panel.getByText('Nothing yet on Chatwoot or Kustomer')).toBeVisible();
    await waitUntilSettled(panel);
    await expect(items(panel)).toHaveCount(0);
    await expect(panel.getByText('Nothing yet on Chatwoot or Kustomer')).toBeVisible();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveCount(1);
  });
  await test.step('practice 18: a permission taken back is a visible state, and comes back when given again', () =>
    takeBackAccess(desk, tab, panel));
  await test.step('Chatwoot on an address of its own, beside the cloud', () =>
    openOwnAddress(desk, tab, panel));
});

async function openByHand(desk: Desk, tab: Page, panel: Page): Promise<void> {
  await panel.getByRole('combobox', { name: 'Search all helpdesks' }).fill('amelie');
  await panel
    .getByRole('option', { name: /Amélie/ })
    .first()
    .click();
  await waitForTimeline(panel);
  await expect(panel.getByText('You opened this person.')).toBeVisible();
  await expect(tile(panel, 'Kustomer', 'Complete')).toBeVisible();

  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(panel.getByText(nobody)).toBeVisible();
  await panel.getByRole('button', { name: /^.*Amélie.*(just now|ago)/ }).click();
  await waitForTimeline(panel);

  await tab.goto(desk.helpdesks.chatwoot.pageOf('jonas'));
  await expect(panel.getByText('You opened this person.')).toBeHidden();
  await waitForTimeline(panel);
  await tab.goto(list);
  await expect(panel.getByText(nobody)).toBeVisible();
  await expect(panel.getByRole('button', { name: /Jonas/ })).toBeVisible();
}

async function takeBackAccess(desk: Desk, tab: Page, panel: Page): Promise<void> {
  await tab.goto(desk.helpdesks.chatwoot.pageOf('haruka'));
  await waitForTimeline(panel);
  await expect(tile(panel, 'Kustomer', 'Complete')).toBeVisible();
  const worker = await desk.browser.worker();
  const origins = [...accounts.kustomer.permissions];
  await worker.evaluate((taken) => chrome.permissions.remove({ origins: taken }), origins);
  await panel.getByRole('button', { name: /Refresh all/ }).click();
  await expect(tile(panel, 'Kustomer', 'No access')).toBeVisible();
  await grantPermissions(desk.browser.context, origins);
  await tab.bringToFront();
  await tile(panel, 'Kustomer').click();
  await panel.getByRole('button', { name: /Refresh all/ }).click({ force: true });
  await expect(tile(panel, 'Kustomer', 'Complete')).toBeVisible({ timeout: 40_000 });
}

async function openOwnAddress(desk: Desk, tab: Page, panel: Page): Promise<void> {
  const { chatwoot } = desk.helpdesks;
  const origin = 'https://support.acme-outdoor.example';
  await desk.connect({
    platform: 'chatwoot',
    permissions: [`${origin}/*`],
    fields: { origin, account: '1' },
    secrets: { token: chatwoot.tokens.selfHosted },
  });
  await tab.goto(chatwoot.selfHostedPageOf('amelie'));
  await waitForPerson(panel, /Laurent/);
  await waitForTimeline(panel);
  expect(new URL(tab.url()).origin).toBe(origin);
  // Two of one platform are told by their accounts' names.
  await expect(tile(panel, 'Acme Outdoor', 'Complete')).toBeVisible();
  await expect(tile(panel, 'Acme Outdoor Support', 'Complete')).toBeVisible();
}
