import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { grantPermissions } from '../browser/connect';
import { extensionPage } from '../browser/extension';
import { readTable, waitForTimeline } from '../browser/timeline';
import { type Desk, test } from './fixtures';

async function openForm(desk: Desk, platform: string): Promise<Page> {
  const page = await desk.browser.context.newPage();
  await page.goto(`${extensionPage('options.html')}#connect/${platform}`);
  return page;
}

test('connect an account by hand: the form, the test, the panel beside it', async ({ desk }) => {
  await grantPermissions(desk.browser.context, accounts.kustomer.permissions);
  const tab = await desk.openTab(desk.helpdesks.kustomer.pageOf('amelie'));
  const page = await openForm(desk, 'kustomer');
  await page
    .getByLabel(/Organi[sz]ation/)
    .first()
    .fill('https://acme.kustomerapp.com/app/customers');
  await page.getByLabel('API key', { exact: true }).fill(accounts.kustomer.secrets.key);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText(/Connected to|accepted|works/i).first()).toBeVisible();
  expect(await readTable(page, 'connections')).toEqual([]);
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect.poll(async () => (await readTable(page, 'connections')).length).toBe(1);
  await expect(page.locator('body')).not.toContainText(accounts.kustomer.secrets.key);
  // The tab was open before: the content script reaches it without a reload.
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
});

const wrong = [
  ['a wrong key', 'ku-no-such-key', /key/i],
  ['an expired key', 'ku-expired-key', /expired/i],
  ['a key of another organisation', 'ku-key-of-another-org', /globex|another|other/i],
] as const;

for (const [name, key, words] of wrong) {
  test(`says exactly what is wrong: ${name}`, async ({ desk }) => {
    await grantPermissions(desk.browser.context, accounts.kustomer.permissions);
    const page = await openForm(desk, 'kustomer');
    await page
      .getByLabel(/Organi[sz]ation/)
      .first()
      .fill('acme');
    await page.getByLabel('API key', { exact: true }).fill(key);
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByRole('form').getByRole('status').first()).toContainText(words);
    expect(await readTable(page, 'connections')).toEqual([]);
  });
}

test('a host that is not a Chatwoot is recognised, and the key goes nowhere', async ({ desk }) => {
  await grantPermissions(desk.browser.context, accounts.chaport.permissions);
  const page = await openForm(desk, 'chatwoot');
  await page
    .getByLabel(/address/i)
    .first()
    .fill('https://app.chaport.com');
  await page.getByLabel(/token/i).first().fill('cw-canary-token');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByRole('form').getByRole('status').first()).toContainText(/Chatwoot/);
  const { chaport } = desk.helpdesks;
  for (const entry of chaport.log.entries) {
    if (entry.path !== '/api') expect(JSON.stringify(entry)).not.toContain('cw-canary-token');
  }
});

test('removing an account takes its history with it', async ({ desk }) => {
  await desk.connect(accounts.chatwoot, accounts.kustomer);
  const panel = await desk.openPanel(await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie')));
  await waitForTimeline(panel);
  const page = await desk.browser.context.newPage();
  await page.goto(extensionPage('options.html'));
  await page
    .getByRole('button', { name: /^Remove / })
    .last()
    .click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect
    .poll(async () => (await readTable(page, 'connections')).map((row) => row.platform))
    .toEqual(['chatwoot']);
  const left = await readTable(page, 'messages');
  expect(left.length).toBeGreaterThan(0);
  expect(left.every((row) => String(row.connectionId).startsWith('chatwoot'))).toBe(true);
});

test('the health of an account: told in its own part of the settings, and mended from there', async ({
  desk,
}) => {
  await desk.connect(accounts.kustomer);
  const panel = await desk.openPanel(await desk.openTab(desk.helpdesks.kustomer.pageOf('amelie')));
  await waitForTimeline(panel);
  const page = await desk.browser.context.newPage();
  await page.goto(extensionPage('options.html'));
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
});
