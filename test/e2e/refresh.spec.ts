import { expect, type Page } from '@playwright/test';
import {
  items,
  readTable,
  waitForTimeline,
  waitUntilIndexed,
  waitUntilLooked,
} from '../browser/timeline';
import { allAccounts, test } from './fixtures';

test('what the customer writes is in the panel a moment later, and nobody else is asked', async ({
  desk,
}) => {
  await desk.connect(...allAccounts);
  for (const name of ['chatwoot', 'kustomer', 'chaport'] as const) {
    await test.step(name, async () => {
      const { tab, panel } = await desk.replaceTab(desk.helpdesks[name].pageOf('amelie'));
      // Every 75 seconds a panel has everybody asked again by itself: they are counted anew from here on.
      await panel.reload();
      await waitForTimeline(panel);
      // Notes are read beside the history, and a list of contacts beside both.
      await waitUntilLooked(panel);
      await waitUntilIndexed(panel);
      const asked = () => desk.helpdesks.all.map((each) => each.log.api().length);
      const before = asked();
      await receive(tab, panel, name);
      const others = desk.helpdesks.all
        .filter((_each, index) => (asked()[index] ?? 0) > (before[index] ?? 0))
        .map((each) => each.name);
      expect(others).toEqual([name]);
      await expectSeen(panel);
    });
  }
});

async function receive(tab: Page, panel: Page, name: string): Promise<void> {
  let said = 0;
  // A page that was opened just now is still drawing itself: what comes then need not be news.
  await expect(async () => {
    said += 1;
    const text = `one more question about the same order in ${name}, number ${said}`;
    await tab.evaluate((words) => Reflect.get(window, 'emulator').receive(words), text);
    await expect(items(panel).filter({ hasText: text })).toBeVisible({ timeout: 9_000 });
  }).toPass({ timeout: 45_000 });
}

/** At the next visit the newest message is not marked as new. */
async function expectSeen(panel: Page): Promise<void> {
  const newest = async () => {
    const messages = await readTable(panel, 'messages');
    return Math.max(...messages.map((message) => Number(message.sentAt)));
  };
  const seen = async () => {
    const views = await readTable(panel, 'views');
    return Math.max(...views.map((view) => Number(view.newestHeldAt ?? 0)));
  };
  // Both at the same time: an earlier try may only now have become a message.
  await expect.poll(async () => (await newest()) - (await seen())).toBe(0);
}
