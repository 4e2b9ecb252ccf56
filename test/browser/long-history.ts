import type { Page } from '@playwright/test';
import { type Helpdesks, startHelpdesks } from '../helpdesks/start';
import {
  createLongHistory,
  LONG_HISTORY_PERSON,
  type LongHistoryCounts,
  longHistoryText,
} from '../helpdesks/world/long-history';
import { accounts } from './accounts';
import { waitForCapture } from './chatra';
import { connectAccounts } from './connect';
import { expect } from './expect';
import { type LaunchedBrowser, launchWithExtension } from './launch';
import { openSidePanel, type SidePanel } from './side-panel';
import { tile, waitForTimeline, waitUntilInFront, waitUntilLooked } from './timeline';

/** Somebody with a long history on four platforms, in front of the real panel. */
export interface LongHistory {
  helpdesks: Helpdesks;
  browser: LaunchedBrowser;
  /** Shows the person in Chatwoot. */
  tab: Page;
  panel: Page;
  close(): Promise<void>;
}

/** Opens the person in Chatra, whose messages only the page shows, and then in Chatwoot. */
export async function openLongHistory(counts: LongHistoryCounts): Promise<LongHistory> {
  const helpdesks = await startHelpdesks(createLongHistory(Date.now(), counts));
  helpdesks.chatra.switches.messagesAtOnce = counts.chatra;
  const browser = await launchWithExtension({
    headless: true,
    // High enough for a panel as people have it: about 360 × 765.
    flags: [...helpdesks.server.browserFlags, '--window-size=1280,900'],
  });
  const opened: SidePanel[] = [];
  const close = async () => {
    for (const panel of opened) await panel.detach();
    await browser.close();
    await helpdesks.server.stop();
  };
  try {
    await browser.worker();
    await connectAccounts(browser.context, Object.values(accounts));
    const tab = await browser.context.newPage();
    await tab.goto(helpdesks.chatra.pageOf(LONG_HISTORY_PERSON));
    const panel = await openSidePanel(browser, tab);
    opened.push(panel);
    const client = helpdesks.chatra.data.ofPerson(LONG_HISTORY_PERSON);
    await waitForCapture(panel.page, client, counts.chatra);
    await tab.goto(helpdesks.chatwoot.pageOf(LONG_HISTORY_PERSON));
    // Until the panel has heard of the other page, it shows the same person as before, with everything read.
    await waitUntilInFront(panel.page, new URL(tab.url()).origin);
    await waitUntilLooked(panel.page);
    await waitForTimeline(panel.page);
    return { helpdesks, browser, tab, panel: panel.page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Goes to the end again and again, as a person would, until all that can be had is there. */
export async function scrollToTheOldest(panel: Page, timeout: number): Promise<void> {
  const timeline = panel.getByRole('region', { name: 'Timeline' });
  const scrollOn = async (): Promise<number> => {
    await timeline.evaluate((region) => region.scrollTo(0, region.scrollHeight));
    return tile(panel, '(Chatwoot|Kustomer|Chaport)', 'Complete').count();
  };
  await expect.poll(scrollOn, { timeout, intervals: [100] }).toBe(3);
  // What was stored last is in the list a moment later: two checks have to find the same number of rows.
  let before = -1;
  const isSteady = async (): Promise<boolean> => {
    const row = timeline.locator('li[aria-setsize]').first();
    const now = Number(await row.getAttribute('aria-setsize'));
    const isSame = now === before;
    before = now;
    return isSame;
  };
  await expect.poll(isSteady, { timeout: 30_000, intervals: [500] }).toBe(true);
}

export interface Walk {
  /** What each item says, newest first. */
  texts: string[];
  /** ISO times of the items. */
  times: string[];
  /** The most rows that were in the page at once. */
  mostRows: number;
}

/**
 * Scrolls from the newest towards the oldest, at most this many screens, and returns what came by. All of it
 * runs in the panel.
 */
export function walk(panel: Page, screens = Number.MAX_SAFE_INTEGER): Promise<Walk> {
  return panel.evaluate(async (mostScreens) => {
    const region = document.querySelector('[aria-label^="Timeline"]');
    const seen = new Map<number, { text: string; time: string }>();
    let mostRows = 0;
    if (region === null) return { texts: [], times: [], mostRows };
    region.dispatchEvent(new Event('wheel'));
    region.scrollTo(0, 0);
    for (let screen = 0, isLeft = true; isLeft && screen < mostScreens; ) {
      // The browser reports the scrolling, and has the rows drawn, before this.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      // What was far away is read when it comes near.
      if (region.querySelector('[aria-busy=true]') !== null) continue;
      screen += 1;
      mostRows = Math.max(mostRows, region.querySelectorAll('li[aria-posinset]').length);
      for (const article of region.querySelectorAll('li[aria-posinset] article')) {
        const time = article.querySelector('time')?.dateTime ?? '';
        const place = Number(article.closest('li')?.getAttribute('aria-posinset'));
        seen.set(place, { text: article.textContent ?? '', time });
      }
      isLeft = region.scrollTop + region.clientHeight < region.scrollHeight - 2;
      // As a person scrolls, which the panel does not correct.
      region.dispatchEvent(new Event('wheel'));
      region.scrollTop += region.clientHeight * 0.8;
    }
    const inOrder = [...seen].sort(([a], [b]) => a - b).map(([, item]) => item);
    return {
      texts: inOrder.map((item) => item.text),
      times: inOrder.map((item) => item.time),
      mostRows,
    };
  }, screens);
}

/** What a walk saw of each platform beside what the platform has, both newest first. */
export function seenAndTold({ texts }: Walk, counts: LongHistoryCounts) {
  const platforms = ['chatwoot', 'kustomer', 'chaport', 'chatra'] as const;
  return platforms.map((platform) => {
    const pattern = new RegExp(`${platform} \\d{5}`);
    return {
      seen: texts.flatMap((text) => pattern.exec(text)?.[0] ?? []),
      told: Array.from({ length: counts[platform] }, (_none, index) =>
        longHistoryText(platform, index),
      ),
    };
  });
}
