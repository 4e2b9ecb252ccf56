import { expect } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { tile, waitForTimeline, waitUntilIndexed, waitUntilLooked } from '../browser/timeline';
import { allAccounts, test } from './fixtures';

const heading = { level: 1 } as const;

test('following the page: another conversation, back to the first, no request while fresh', async ({
  desk,
}) => {
  await desk.connect(...allAccounts);
  const { chatwoot } = desk.helpdesks;
  const tab = await desk.openTab(chatwoot.pageOf('amelie'));
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
  await expect(panel.getByRole('heading', heading)).toHaveText(/Laurent/);
  // Whoever is left in the middle of a look is looked at again: that is not what this test is about.
  await waitUntilLooked(panel);

  const inPage = (url: string) =>
    tab.evaluate((path) => Reflect.get(window, 'emulator').navigate(path), new URL(url).pathname);
  await inPage(chatwoot.pageOf('jonas'));
  await expect(panel.getByRole('heading', heading)).toHaveText(/Jonas/);
  await waitForTimeline(panel);
  await waitUntilLooked(panel);
  await waitUntilIndexed(panel);

  const before = desk.helpdesks.apiRequests().length;
  await tab.goBack();
  await expect(panel.getByRole('heading', heading)).toHaveText(/Laurent/);
  await waitForTimeline(panel);
  await expect(tile(panel, 'Chaport', 'Complete')).toBeVisible();
  await waitUntilLooked(panel);
  expect(desk.helpdesks.apiRequests().slice(before)).toEqual([]);
});

test('hash navigation, lists, and a page that is no helpdesk', async ({ desk }) => {
  await desk.connect(accounts.chatwoot, accounts.chaport);
  const { chaport } = desk.helpdesks;
  const tab = await desk.openTab(chaport.pageOf('amelie'));
  const panel = await desk.openPanel(tab);
  await expect(panel.getByRole('heading', heading)).toHaveText(/Laurent|amelie/i);
  await tab.evaluate(() => {
    location.hash = '#/chats';
  });
  await expect(panel.getByText('No conversation open')).toBeVisible();
  await tab.goBack();
  await expect(panel.getByRole('heading', heading)).toHaveText(/Laurent|amelie/i);
  await tab.goto('https://app.chaport.com/widget/show.html?appid=1');
  await expect(panel.getByText('No helpdesk in this tab')).toBeVisible();
  await tab.goto('https://app.chatwoot.com/emulator/customer-site');
  await expect(panel.getByText('No helpdesk in this tab')).toBeVisible();
  await tab.goto(desk.helpdesks.chatwoot.pageOf('jonas'));
  await expect(panel.getByRole('heading', heading)).toHaveText(/Jonas/);
});

test('the panel follows the tab in front', async ({ desk }) => {
  await desk.connect(accounts.chatwoot, accounts.kustomer);
  const first = await desk.openTab(desk.helpdesks.chatwoot.pageOf('jonas'));
  const second = await desk.openTab(desk.helpdesks.kustomer.pageOf('amelie'));
  const panel = await desk.openPanel(first);
  await expect(panel.getByRole('heading', heading)).toHaveText(/Jonas/);
  await second.bringToFront();
  await expect(panel.getByRole('heading', heading)).toHaveText(/laurent/i);
  await second.close();
  await first.bringToFront();
  await expect(panel.getByRole('heading', heading)).toHaveText(/Jonas/);
  const blank = await desk.openTab('about:blank');
  await blank.bringToFront();
  await expect(panel.getByText('No helpdesk in this tab')).toBeVisible();
});

for (const [name, address] of [
  ['a customer without conversation in the address', 'customerPage'],
  ['a conversation without customer in the address', 'conversationPage'],
] as const) {
  test(`Kustomer: ${name}`, async ({ desk }) => {
    await desk.connect(accounts.kustomer);
    const panel = await desk.openPanel(
      await desk.openTab(desk.helpdesks.kustomer[address]('amelie')),
    );
    await expect(panel.getByRole('heading', heading)).toHaveText(/laurent/i);
  });
}

test('Chaport: the id in the address may be the one its API knows', async ({ desk }) => {
  desk.helpdesks.chaport.switches.webVisitorId = 'rest';
  await desk.connect(accounts.chaport);
  const panel = await desk.openPanel(await desk.openTab(desk.helpdesks.chaport.pageOf('amelie')));
  await expect(panel.getByRole('heading', heading)).toHaveText(/Laurent|amelie/i);
  await waitForTimeline(panel);
  await expect(tile(panel, 'Chaport', 'Complete')).toBeVisible();
});
