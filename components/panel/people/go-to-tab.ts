import { browser } from 'wxt/browser';

/** Brings a tab and its window to the front; where it is gone, `url` is opened in a new one. */
export async function goToTab(tabId: number, url: string): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true }).catch(() => undefined);
  if (tab === undefined) await browser.tabs.create({ url });
  else await browser.windows.update(tab.windowId, { focused: true });
}
