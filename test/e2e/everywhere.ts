import type { Page } from '@playwright/test';
import { waitForTimeline, waitUntilSettled } from '../browser/timeline';
import { allAccounts, type Desk } from './fixtures';

/**
 * Connects all four helpdesks and opens the person in each once, so that each knows them. The tab
 * of the one on screen stays open; its panel shows the person's timeline.
 */
export async function openEverywhere(
  desk: Desk,
  person: string,
  onScreen: 'chatwoot' | 'kustomer',
): Promise<{ tab: Page; panel: Page }> {
  const { chatra, all } = desk.helpdesks;
  // Without it nothing tells the id that a note's place in Chatra needs.
  chatra.switches.clientByChatId = true;
  await desk.connect(...allAccounts);
  const first = await desk.openTab(chatra.pageOf(person));
  const panel = await desk.openPanel(first);
  await waitUntilSettled(panel);
  const others = [first];
  for (const each of all.filter(({ name }) => name !== 'chatra' && name !== onScreen)) {
    others.push(await desk.openTab(each.pageOf(person)));
  }
  const tab = await desk.openTab(desk.helpdesks[onScreen].pageOf(person));
  await waitForTimeline(panel);
  for (const other of others) await other.close();
  await tab.bringToFront();
  return { tab, panel };
}
