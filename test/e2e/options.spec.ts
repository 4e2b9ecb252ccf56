import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { grantPermissions } from '../browser/connect';
import { extensionPage } from '../browser/extension';
import { readTable, tile, waitForTimeline } from '../browser/timeline';
import { type Desk, test } from './fixtures';

const said = (page: Page) => page.getByRole('form').getByRole('status');
const verdict = (page: Page) => said(page).first();
const testButton = (page: Page) => page.getByRole('button', { name: 'Test connection' });

async function openForm(desk: Desk, platform: string): Promise<Page> {
  return desk.openTab(`${extensionPage('options.html')}#connect/${platform}`);
}

const wrong = [
  ['a wrong key', 'ku-no-such-key', /key/i],
  ['an expired key', 'ku-expired-key', /expired/i],
  ['a key of another organisation', 'ku-key-of-another-org', /globex|another|other/i],
] as const;

test('an account is connected by hand, told exactly what is wrong, kept in health, and removed with its history', async ({
  desk,
}) => {
  await grantPermissions(desk.browser.context, [
    ...accounts.kustomer.permissions,
    ...accounts.chaport.permissions,
  ]);
  await test.step('a host that is not a Chatwoot is recognised, and the key goes nowhere', () =>
    refuseForeignHost(desk));
  const tab = await desk.openTab(desk.helpdesks.kustomer.pageOf('amelie'));
  const page = await openForm(desk, 'kustomer');
  for (const [name, key, words] of wrong) {
    await test.step(`says exactly what is wrong: ${name}`, () => refuseKey(page, key, words));
  }
  await test.step('the form, the test, and what is saved', () => connectByHand(page));
  // The tab was open before: the content script reaches it without a reload.
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
  await test.step('the health of an account: told in its own part of the settings, and mended from there', async () => {
    await page.bringToFront();
    await mendHealth(page);
  });
  await test.step('removing an account takes its history with it', async () => {
    await desk.connect(accounts.chatwoot);
    await tab.bringToFront();
    await expect(tile(panel, 'Chatwoot', 'Complete')).toBeVisible();
    await waitForTimeline(panel);
    await page.bringToFront();
    await removeKustomer(page);
  });
});

async function refuseForeignHost(desk: Desk): Promise<void> {
  const page = await openForm(desk, 'chatwoot');
  await page
    .getByLabel(/address/i)
    .first()
    .fill('https://app.chaport.com');
  await page.getByLabel(/token/i).first().fill('cw-canary-token');
  await testButton(page).click();
  // While it is being asked, the name is there as well.
  await expect(verdict(page)).toContainText(/^(?!.*Contacting).*Chatwoot/s);
  const { chaport } = desk.helpdesks;
  for (const entry of chaport.log.entries) {
    if (entry.path !== '/api') expect(JSON.stringify(entry)).not.toContain('cw-canary-token');
  }
  await page.close();
}

async function refuseKey(page: Page, key: string, words: RegExp): Promise<void> {
  await page
    .getByLabel(/Organi[sz]ation/)
    .first()
    .fill('acme');
  await page.getByLabel('API key', { exact: true }).fill(key);
  // What the key before was told is no answer about this one.
  await expect(said(page).filter({ hasText: words })).toHaveCount(0);
  await testButton(page).click();
  await expect(verdict(page)).toContainText(words);
  expect(await readTable(page, 'connections')).toEqual([]);
}

async function connectByHand(page: Page): Promise<void> {
  await page
    .getByLabel(/Organi[sz]ation/)
    .first()
    .fill('https://acme.kustomerapp.com/app/customers');
  await page.getByLabel('API key', { exact: true }).fill(accounts.kustomer.secrets.key);
  const accepted = page.getByText(/Connected to|accepted|works/i).first();
  await expect(accepted).toBeHidden();
  await testButton(page).click();
  await expect(accepted).toBeVisible();
  expect(await readTable(page, 'connections')).toEqual([]);
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect.poll(async () => (await readTable(page, 'connections')).length).toBe(1);
  await expect(page.locator('body')).not.toContainText(accounts.kustomer.secrets.key);
}

async function mendHealth(page: Page): Promise<void> {
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await sections.getByRole('link', { name: 'Health' }).click();
  const health = page.getByRole('list', { name: 'Health of the connections' });
  await expect(health).toBeInViewport();
  await expect(health).toContainText('Accepted.');
  await expect(health).toContainText(/Requests left\s*\d+ of 1,000/);
  await expect(health.getByRole('button', { name: /^Repair/ })).toHaveCount(0);
  await page.evaluate(
    async (origins) => chrome.permissions.remove({ origins }),
    [...accounts.kustomer.permissions],
  );
  await health.getByRole('button', { name: /^Repair/ }).click();
  await expect(health).toContainText(/Granted for/);
  await expect(health.getByText(/^Connected to/)).toBeVisible();
}

async function removeKustomer(page: Page): Promise<void> {
  const ownersOfMessages = async () =>
    (await readTable(page, 'messages')).map(({ connectionId }) => String(connectionId));
  expect(await ownersOfMessages()).toContainEqual(expect.stringMatching(/^kustomer/));
  const rows = await readTable(page, 'connections');
  const label = String(rows.find(({ platform }) => platform === 'kustomer')?.label);
  await page.getByRole('button', { name: `Remove ${label}`, exact: true }).click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect
    .poll(async () => (await readTable(page, 'connections')).map((row) => row.platform))
    .toEqual(['chatwoot']);
  const left = await ownersOfMessages();
  expect(left.length).toBeGreaterThan(0);
  expect(left.every((owner) => owner.startsWith('chatwoot'))).toBe(true);
}
