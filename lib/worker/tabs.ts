import { browser } from 'wxt/browser';
import { reportRequest } from '../messaging/page-request';
import type { DesksideDatabase } from '../storage/database';
import type { Runs } from './runs';
import { raiseRound } from './screens';

/** Keeps track of which tab is in front of each window, and forgets tabs that left a helpdesk. */
export function watchTabs(database: DesksideDatabase, runs: Runs): void {
  browser.tabs.onActivated.addListener(async ({ tabId, windowId }) => {
    await database.windows.put({ windowId, tabId });
    const inFront = await database.windows.toArray();
    runs.keepOnly(new Set(inFront.map((row) => row.tabId)));
    await raiseRound({ database }, tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => forgetTab(database, runs, tabId));
  browser.tabs.onReplaced.addListener((_added, removed) => forgetTab(database, runs, removed));
  browser.tabs.onAttached.addListener(async (tabId, { newWindowId }) => {
    await database.screens.update(tabId, { windowId: newWindowId });
  });
  browser.windows.onRemoved.addListener((windowId) => database.windows.delete(windowId));
  browser.tabs.onUpdated.addListener(async (tabId, change) => {
    if (change.status !== 'complete') return;
    if ((await database.screens.get(tabId)) === undefined) return;
    // A page that crashed or was replaced said no good-bye; one that is still there answers.
    if (!(await stillThere(tabId))) await forgetTab(database, runs, tabId);
  });
}

async function forgetTab(database: DesksideDatabase, runs: Runs, tabId: number): Promise<void> {
  runs.abort(tabId);
  await database.screens.delete(tabId);
}

async function stillThere(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.sendMessage(tabId, reportRequest)) === true;
  } catch {
    return false;
  }
}
