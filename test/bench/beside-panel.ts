import type { Page } from '@playwright/test';
import { type ConnectionForm, connectAccounts } from '../browser/connect';
import { type LaunchedBrowser, launchWithExtension } from '../browser/launch';
import { openSidePanel } from '../browser/side-panel';
import type { Helpdesks } from '../helpdesks/start';

/** Measures in a fresh browser in which these accounts are connected. */
export async function inConnectedBrowser<T>(
  helpdesks: Helpdesks,
  forms: readonly ConnectionForm[],
  measure: (browser: LaunchedBrowser) => Promise<T>,
  furtherFlags: readonly string[] = [],
): Promise<T> {
  helpdesks.reset();
  const browser = await launchWithExtension({
    headless: true,
    flags: [...helpdesks.server.browserFlags, '--window-size=1280,900', ...furtherFlags],
  });
  try {
    await browser.worker();
    await connectAccounts(browser.context, forms);
    return await measure(browser);
  } finally {
    await browser.close();
  }
}

/** The same, with the real side panel beside a tab that shows this address. */
export function besidePanel<T>(
  helpdesks: Helpdesks,
  { forms, url }: { forms: readonly ConnectionForm[]; url: string },
  measure: (tab: Page, panel: Page) => Promise<T>,
): Promise<T> {
  return inConnectedBrowser(helpdesks, forms, async (browser) => {
    const tab = await browser.context.newPage();
    await tab.goto(url);
    const { page: panel, detach } = await openSidePanel(browser, tab);
    const measured = await measure(tab, panel);
    await detach();
    return measured;
  });
}
