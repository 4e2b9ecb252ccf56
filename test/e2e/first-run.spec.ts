import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { findBarriers } from '../browser/axe';
import { grantPermissions } from '../browser/connect';
import { extensionPage } from '../browser/extension';
import { stopWorker } from '../browser/stop-worker';
import { pressByTab, reachByTab } from '../browser/tab-key';
import { readTable, waitForTimeline } from '../browser/timeline';
import { type Desk, test } from './fixtures';

const membraneHost = 'https://api.getmembrane.com/*';

async function press(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button') {
  await pressByTab(page, page.getByRole(role, { name, exact: true }));
}

async function enter(page: Page, field: string, text: string): Promise<void> {
  await reachByTab(page, page.getByLabel(field, { exact: true }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Waits for a step: its heading comes with the focus, and nothing in it keeps anybody out. */
async function arrive(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { name: title, exact: true })).toBeFocused();
  expect(await findBarriers(page)).toEqual([]);
}

/** The step's button is there once the worker said where the answers lead. */
async function submit(page: Page, label: string): Promise<void> {
  await expect(page.getByRole('button', { name: label, exact: true })).toBeEnabled();
  await page.keyboard.press('Enter');
}

async function openSettings(desk: Desk): Promise<Page> {
  const page = await desk.browser.context.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(extensionPage('options.html'));
  return page;
}

test('from a fresh profile to four helpdesks by the keyboard alone, left in the middle and gone on with', async ({
  desk,
}) => {
  const { chatwoot, kustomer, membrane } = desk.helpdesks;
  const hosts = Object.values(accounts).flatMap(({ permissions }) => [...permissions]);
  await grantPermissions(desk.browser.context, [...hosts, membraneHost]);
  await desk.openTab(kustomer.pageOf('amelie'));
  const tab = await desk.openTab(chatwoot.pageOf('amelie'));

  // The panel knows the helpdesks of the open tabs, and leads to the set-up.
  const panel = await desk.openPanel(tab);
  await expect(panel.getByRole('list', { name: 'Found helpdesks' })).toContainText(
    'acme.kustomerapp.com',
  );
  const opened = desk.browser.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Set up Deskside' }).focus();
  await panel.keyboard.press('Enter');
  const first = await opened;
  await first.emulateMedia({ reducedMotion: 'reduce' });

  await arrive(first, 'Which helpdesks do you work in?');
  for (const open of [/^Chatwoot/, /^Kustomer/]) {
    await expect(first.getByRole('checkbox', { name: open })).toBeChecked();
  }
  await pressByTab(first, first.getByRole('checkbox', { name: /^Chaport/ }), 'Space');
  await pressByTab(first, first.getByRole('checkbox', { name: /^Chatra/ }), 'Space');
  await first.keyboard.press('Enter');

  await arrive(first, 'How should Deskside reach them?');
  await first.keyboard.press('Enter');

  await arrive(first, 'Connect Chatwoot');
  const key = first.getByRole('link', { name: 'Open this page in Chatwoot' });
  await expect(key).toHaveAttribute(
    'href',
    'https://app.chatwoot.com/app/accounts/1/profile/settings',
  );
  await enter(first, 'Access token', 'cw-wrong-key');
  await submit(first, 'Connect Chatwoot');
  await expect(first.getByRole('alert')).toBeFocused();
  await expect(first.getByRole('alert')).toContainText(/token|key/);
  await first.keyboard.press('Shift+Tab');
  await enter(first, 'Access token', accounts.chatwoot.secrets.token);
  await submit(first, 'Connect Chatwoot');
  await arrive(first, 'Chatwoot is connected');
  await expect(first.getByText(/^Connected to account/)).toBeVisible();
  await first.keyboard.press('Enter');

  // Left in the middle: by Escape, then for good, and the worker ends with it.
  await arrive(first, 'Connect Kustomer');
  await first.keyboard.press('Escape');
  await expect(first.getByText('1 of 4 helpdesks are connected')).toBeVisible();
  await first.close();
  await stopWorker(tab);

  const page = await openSettings(desk);
  await press(page, 'Go on with the set-up', 'link');
  await arrive(page, 'Connect Kustomer');
  await expect(page.getByLabel('Organisation', { exact: true })).toHaveValue('acme');
  await enter(page, 'API key', accounts.kustomer.secrets.key);
  await submit(page, 'Connect Kustomer');
  await arrive(page, 'Kustomer is connected');
  await page.keyboard.press('Enter');

  await arrive(page, 'Connect Chaport');
  await enter(page, 'Access token', accounts.chaport.secrets.token);
  await submit(page, 'Connect Chaport');
  await arrive(page, 'Chaport is connected');
  await page.keyboard.press('Enter');

  // The last one goes through Membrane, which has been given the account already.
  await arrive(page, 'Connect Chatra');
  await reachByTab(page, page.getByRole('radio', { name: /^Directly/ }));
  await page.keyboard.press('ArrowDown');
  await press(page, 'Sign in to Membrane…');
  await enter(page, 'Membrane token', membrane.token('desk', { exp: undefined }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: /^Chatra \(/ })).toBeChecked();
  await press(page, 'Connect Chatra');
  await arrive(page, 'Chatra is connected');
  await press(page, /^Confirm the account of/);
  await press(page, 'Yes, it is the same account');
  await expect(page.getByRole('button', { name: /^Confirm the account of/ })).toHaveCount(0);
  await press(page, 'Finish');

  await arrive(page, 'Deskside is ready');
  await expect(page.getByRole('list', { name: 'Connected' }).getByRole('listitem')).toHaveCount(4);
  const kept = await page.evaluate(() => chrome.storage.local.get(null));
  const secrets = Object.values(accounts).flatMap((account) => Object.values(account.secrets));
  for (const secret of secrets) expect(JSON.stringify(kept)).not.toContain(secret);
  expect((await readTable(page, 'connections')).map(({ transport }) => transport).sort()).toEqual([
    'direct',
    'direct',
    'direct',
    'membrane',
  ]);

  const closed = page.waitForEvent('close');
  // The tab may be gone before the key is up.
  await page.keyboard.press('Enter').catch(() => undefined);
  await closed;
  await tab.bringToFront();
  await waitForTimeline(panel);
});
