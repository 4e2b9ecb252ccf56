import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { expect } from './expect';
import { extensionPage } from './extension';
import type { LaunchedBrowser } from './launch';

/** Addresses that pages of this browser have shown, whose stores a reset empties. */
const origins = new WeakMap<BrowserContext, Set<string>>();

/** Records from now on which sites are visited: `resetBrowser` empties what they stored. */
export function watchOrigins(context: BrowserContext): void {
  const visited = new Set<string>();
  origins.set(context, visited);
  const watch = (page: Page) =>
    page.on('framenavigated', (frame) => {
      const { origin } = new URL(frame.url());
      if (origin.startsWith('http')) visited.add(origin);
    });
  context.pages().forEach(watch);
  context.on('page', watch);
}

/**
 * Brings a browser back to how it was when it had started: no page but an empty one, no host permission,
 * nothing stored by the extension or by a site, and a worker that has just begun. What stays has no visible
 * effect: code the browser has compiled before.
 */
export async function resetBrowser(browser: LaunchedBrowser): Promise<void> {
  const { context } = browser;
  const [tab, ...others] = context.pages();
  const page = tab ?? (await context.newPage());
  await page.goto('about:blank');
  for (const other of others) await other.close();
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  // Closing pages has given the worker something to do; nothing may write to the stores emptied now.
  await session.send('ServiceWorker.stopAllWorkers');
  await emptySites(context, session);
  await page.goto(extensionPage('icon/16.png'));
  // Going there also starts the worker at some moment; what it wrote while the stores were emptied has to go.
  await expect(async () => {
    await session.send('ServiceWorker.stopAllWorkers');
    await page.evaluate(emptyExtension);
    await session.send('ServiceWorker.stopAllWorkers');
    expect(await page.evaluate(whatIsLeft)).toEqual([]);
  }).toPass({ intervals: [0] });
  // The tab's going elsewhere starts the worker.
  await page.goto('about:blank');
  await session.detach();
  await browser.keepDownloads();
  const begun = async () =>
    (await browser.worker()).evaluate(
      async () => Object.keys(await chrome.storage.session.get()).length,
    );
  // One that was stopped above may still be listed, and cannot answer.
  await expect.poll(() => begun().catch(() => 0)).toBeGreaterThan(0);
}

async function emptySites(context: BrowserContext, session: CDPSession): Promise<void> {
  await context.clearCookies();
  const visited = origins.get(context) ?? new Set();
  for (const origin of visited) {
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
  visited.clear();
}

/** Names of what the extension has stored. Runs where `emptyExtension` does. */
async function whatIsLeft(): Promise<string[]> {
  const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
  return [...databases, ...Object.keys(await chrome.storage.local.get())];
}

/** Runs in a page of the extension without a script of its own. */
async function emptyExtension(): Promise<void> {
  const { origins } = await chrome.permissions.getAll();
  if (origins !== undefined) await chrome.permissions.remove({ origins });
  localStorage.clear();
  await chrome.alarms.clearAll();
  await chrome.action.setBadgeText({ text: '' });
  await chrome.scripting.unregisterContentScripts();
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
  for (const { name } of await indexedDB.databases()) {
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase(name ?? '');
      deleting.onsuccess = () => resolve();
      deleting.onerror = () => reject(deleting.error);
    });
  }
}
