import { test as base, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { type ConnectionForm, connectAccounts } from '../browser/connect';
import { type LaunchedBrowser, launchWithExtension } from '../browser/launch';
import { openSidePanel } from '../browser/side-panel';
import { type Helpdesks, startHelpdesks } from '../helpdesks/start';

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

export const test = base.extend<{ desk: Desk; colleague: Desk }, { helpdesks: Helpdesks }>({
  helpdesks: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
    async ({}, use) => {
      const helpdesks = await startHelpdesks();
      await use(helpdesks);
      await helpdesks.server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  desk: async ({ helpdesks }, use) => {
    helpdesks.reset();
    await withDesk(helpdesks, use);
  },
  // A second profile of the same company; after `desk`, which brings everything back to the start.
  colleague: async ({ desk }, use) => {
    await withDesk(desk.helpdesks, use);
  },
});

async function withDesk(helpdesks: Helpdesks, use: (desk: Desk) => Promise<void>): Promise<void> {
  const browser = await launchWithExtension({
    headless: true,
    flags: helpdesks.server.browserFlags,
  });
  await browser.worker();
  const detach: (() => Promise<void>)[] = [];
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
      detach.push(panel.detach);
      return panel.page;
    },
  });
  for (const end of detach) await end();
  await browser.close();
}
