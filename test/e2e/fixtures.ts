import { test as base, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { type ConnectionForm, connectAccounts } from '../browser/connect';
import { type LaunchedBrowser, launchWithExtension } from '../browser/launch';
import { openSidePanel } from '../browser/side-panel';
import { type Helpdesks, startHelpdesks } from '../helpdesks/start';
import { tellFailure } from './tell-failure';

/** A browser with the built extension, the emulated helpdesks behind it, and what tests do there. */
export interface Desk {
  helpdesks: Helpdesks;
  browser: LaunchedBrowser;
  connect(...forms: ConnectionForm[]): Promise<void>;
  openTab(url: string): Promise<Page>;
  /** The real side panel beside a tab. */
  openPanel(tab: Page): Promise<Page>;
}

export const allAccounts: ConnectionForm[] = Object.values(accounts);

export const test = base.extend<{ desk: Desk }, { helpdesks: Helpdesks }>({
  helpdesks: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
    async ({}, use) => {
      const helpdesks = await startHelpdesks();
      await use(helpdesks);
      await helpdesks.server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  desk: async ({ helpdesks }, use, testInfo) => {
    helpdesks.reset();
    const browser = await launchWithExtension({
      headless: true,
      flags: helpdesks.server.browserFlags,
    });
    await browser.worker();
    const panels: Awaited<ReturnType<typeof openSidePanel>>[] = [];
    await use({
      helpdesks,
      browser,
      connect: (...forms) => connectAccounts(browser.context, forms),
      openTab: async (url) => {
        const page = await browser.context.newPage();
        await page.goto(url);
        return page;
      },
      openPanel: async (tab) => {
        const panel = await openSidePanel(browser, tab);
        panels.push(panel);
        return panel.page;
      },
    });
    if (testInfo.status !== testInfo.expectedStatus) {
      const pages = panels.map((panel) => panel.page);
      await tellFailure(testInfo.title, pages, helpdesks);
    }
    for (const panel of panels) await panel.detach();
    await browser.close();
  },
});
