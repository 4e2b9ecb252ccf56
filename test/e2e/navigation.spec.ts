import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { turnTo } from '../browser/panes';
import {
  tile,
  waitForPerson,
  waitForTimeline,
  waitUntilIndexed,
  waitUntilLooked,
} from '../browser/timeline';
import { type Desk, test } from './fixtures';

const noHelpdesk = 'No helpdesk in this tab';

test('the panel follows the page: another conversation, the way back, a list, other tabs, any address', async ({
  desk,
}) => {
  const { chaport, chatwoot, kustomer } = desk.helpdesks;
  chaport.switches.webVisitorId = 'rest';
  await desk.connect(accounts.chaport);
  const tab = await desk.openTab(chaport.pageOf('ruth'));
  const panel = await desk.openPanel(tab);
  await test.step('Chaport: the id in the address may be the one its API knows', async () => {
    await waitForPerson(panel, /ruth adler/i);
    await waitForTimeline(panel);
    await expect(tile(panel, 'Chaport', 'Complete')).toBeVisible();
  });
  chaport.switches.webVisitorId = 'uuid';
  await desk.connect(accounts.chatwoot, accounts.kustomer, accounts.chatra);
  // It takes longer than anybody is fresh, where the machine is slow.
  await waitUntilIndexed(panel);
  await tab.goto(chatwoot.pageOf('amelie'));
  await test.step('another conversation, back to the first, no request while fresh', () =>
    goBackFresh(desk, tab, panel));
  await test.step('a page of a helpdesk’s host that is not the helpdesk', async () => {
    await tab.goto('https://app.chatwoot.com/emulator/customer-site');
    await expect(panel.getByText(noHelpdesk)).toBeVisible();
  });
  await test.step('navigation by hash, and a list', () => followHash(desk, tab, panel));
  await test.step('the customers’ widget, which is no helpdesk either, from whichever helpdesk', async () => {
    for (const [from, name] of [
      [chaport.pageOf('amelie'), /Laurent|amelie/i],
      [chatwoot.pageOf('jonas'), /Jonas/],
    ] as const) {
      await tab.goto(from);
      await waitForPerson(panel, name);
      await tab.goto('https://app.chaport.com/widget/show.html?appid=1');
      await expect(panel.getByText(noHelpdesk)).toBeVisible();
    }
  });
  await test.step('the tab in front', () => followTabs(desk, tab, panel));
  await test.step('Kustomer: a customer without conversation in the address', async () => {
    await tab.goto(kustomer.customerPage('haruka'));
    await waitForPerson(panel, /佐藤 遥|Haruka Sato/);
  });
  await test.step('Kustomer: a conversation without customer in the address', async () => {
    await tab.goto(kustomer.conversationPage('nadia'));
    await waitForPerson(panel, /nadia/i);
  });
});

async function goBackFresh({ helpdesks }: Desk, tab: Page, panel: Page): Promise<void> {
  await waitForPerson(panel, /Laurent/);
  await waitForTimeline(panel);
  // Whoever is left in the middle of a look is looked at again: that is not what this test is about.
  await waitUntilLooked(panel);

  await turnTo(tab, helpdesks, 'chatwoot', 'jonas');
  await waitForPerson(panel, /Jonas/);
  await waitForTimeline(panel);
  await waitUntilLooked(panel);
  await waitUntilIndexed(panel);

  const before = helpdesks.apiRequests().length;
  await tab.goBack();
  await waitForPerson(panel, /Laurent/);
  await waitForTimeline(panel);
  await expect(tile(panel, 'Chaport', 'Complete')).toBeVisible();
  await waitUntilLooked(panel);
  expect(helpdesks.apiRequests().slice(before)).toEqual([]);
}

async function followHash({ helpdesks }: Desk, tab: Page, panel: Page): Promise<void> {
  await tab.goto(helpdesks.chaport.pageOf('amelie'));
  await waitForPerson(panel, /Laurent|amelie/i);
  await tab.evaluate(() => {
    location.hash = '#/chats';
  });
  await expect(panel.getByText('No conversation open')).toBeVisible();
  await tab.goBack();
  await waitForPerson(panel, /Laurent|amelie/i);
}

async function followTabs(desk: Desk, first: Page, panel: Page): Promise<void> {
  await first.goto(desk.helpdesks.chatwoot.pageOf('jonas'));
  await waitForPerson(panel, /Jonas/);
  const second = await desk.openTab(desk.helpdesks.kustomer.pageOf('amelie'));
  await second.bringToFront();
  await waitForPerson(panel, /laurent/i);
  await second.close();
  await first.bringToFront();
  await waitForPerson(panel, /Jonas/);
  const blank = await desk.openTab('about:blank');
  await blank.bringToFront();
  await expect(panel.getByText(noHelpdesk)).toBeVisible();
  await first.bringToFront();
}
