import { expect, type Page, test } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { connectAccounts } from '../browser/connect';
import { launchWithExtension } from '../browser/launch';
import { openSidePanel } from '../browser/side-panel';
import { readTimeline, tile, waitForTimeline } from '../browser/timeline';
import { startHelpdesks } from '../helpdesks/start';
import {
  createLongHistory,
  LONG_HISTORY_PERSON,
  longHistoryCounts,
  longHistoryText,
} from '../helpdesks/world/long-history';

const readable = ['chatwoot', 'kustomer', 'chaport'] as const;

test('ten thousand items: every one exactly once and in order, few rows at a time', async () => {
  test.setTimeout(420_000);
  const helpdesks = await startHelpdesks(createLongHistory(Date.now()));
  const browser = await launchWithExtension({
    headless: true,
    flags: helpdesks.server.browserFlags,
  });
  try {
    await browser.worker();
    await connectAccounts(browser.context, Object.values(accounts));
    const chatra = await browser.context.newPage();
    await chatra.goto(helpdesks.chatra.pageOf(LONG_HISTORY_PERSON));
    const tab = await browser.context.newPage();
    await tab.goto(helpdesks.chatwoot.pageOf(LONG_HISTORY_PERSON));
    const { page: panel, detach } = await openSidePanel(browser, tab);
    await waitForTimeline(panel);
    // The newest part came first; nobody fetched ten thousand items to show one screen.
    expect(helpdesks.chatwoot.log.api(/messages$/).length).toBeLessThan(30);

    await scrollToTheOldest(panel);
    for (const label of ['Chatwoot', 'Kustomer', 'Chaport']) {
      await expect(tile(panel, label, 'Complete')).toBeVisible();
    }
    const seen = await readTimeline(panel);
    expect(await panel.locator('[aria-label^="Timeline"] li').count()).toBeLessThanOrEqual(60);
    const times = seen.map((item) => item.time);
    expect(times).toEqual([...times].sort().reverse());
    for (const platform of readable) {
      const pattern = new RegExp(`${platform} \\d{5}`);
      const texts = seen.flatMap((item) => pattern.exec(item.text)?.[0] ?? []);
      const told = Array.from({ length: longHistoryCounts[platform] }, (_, index) =>
        longHistoryText(platform, index),
      );
      expect(texts).toEqual(told);
    }
    await detach();
  } finally {
    await browser.close();
    await helpdesks.server.stop();
  }
});

/** Goes to the end again and again, as a person would, until everything is there. */
async function scrollToTheOldest(panel: Page): Promise<void> {
  const timeline = panel.getByRole('region', { name: 'Timeline' });
  const scrollOn = async (): Promise<number> => {
    await timeline.evaluate((region) => region.scrollTo(0, region.scrollHeight));
    return tile(panel, '(Chatwoot|Kustomer|Chaport)', 'Complete').count();
  };
  await expect.poll(scrollOn, { timeout: 240_000, intervals: [200] }).toBe(3);
}
