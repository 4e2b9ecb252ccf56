import { expect } from '@playwright/test';
import {
  items,
  readTable,
  waitForTimeline,
  waitUntilIndexed,
  waitUntilLooked,
} from '../browser/timeline';
import { allAccounts, test } from './fixtures';

for (const name of ['chatwoot', 'kustomer', 'chaport'] as const) {
  test(`${name}: what the customer writes is in the panel a moment later, and nobody else is asked`, async ({
    desk,
  }) => {
    await desk.connect(...allAccounts);
    const tab = await desk.openTab(desk.helpdesks[name].pageOf('amelie'));
    const panel = await desk.openPanel(tab);
    await waitForTimeline(panel);
    const asked = () => desk.helpdesks.all.map((each) => each.log.api().length);
    // Notes are read beside the history, and a list of contacts beside both.
    await waitUntilLooked(panel);
    await waitUntilIndexed(panel);
    const before = asked();
    let said = 0;
    // A page that was opened just now is still drawing itself: what comes then need not be news.
    await expect(async () => {
      said += 1;
      const text = `one more question about the same order, number ${said}`;
      await tab.evaluate((words) => Reflect.get(window, 'emulator').receive(words), text);
      await expect(items(panel).filter({ hasText: text })).toBeVisible({ timeout: 9_000 });
    }).toPass({ timeout: 45_000 });

    const others = desk.helpdesks.all
      .filter((each, index) => each.log.api().length > (before[index] ?? 0))
      .map((each) => each.name);
    expect(others).toEqual([name]);

    // It was seen: at the next visit it is not marked as new.
    const newest = async () => {
      const messages = await readTable(panel, 'messages');
      return Math.max(...messages.map((message) => Number(message.sentAt)));
    };
    await expect
      .poll(async () => (await readTable(panel, 'views')).map((view) => view.newestHeldAt))
      .toEqual([await newest()]);
  });
}
