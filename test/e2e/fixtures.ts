import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type Page, type TestInfo } from '@playwright/test';
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
  /** Ends the browser and starts it again with what it had stored; its pages are gone. */
  restart(): Promise<void>;
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
  desk: async ({ helpdesks }, use, testInfo) => {
    helpdesks.reset();
    await withDesk(helpdesks, testInfo, use);
  },
  // A second profile of the same company; after `desk`, which brings everything back to the start.
  colleague: async ({ desk }, use, testInfo) => {
    await withDesk(desk.helpdesks, testInfo, use);
  },
});

async function withDesk(
  helpdesks: Helpdesks,
  testInfo: TestInfo,
  use: (desk: Desk) => Promise<void>,
): Promise<void> {
  const profile = await mkdtemp(path.join(tmpdir(), 'deskside-profile-'));
  const launch = async () => {
    const flags = helpdesks.server.browserFlags;
    const launched = await launchWithExtension({ headless: true, flags, profile });
    await launched.worker();
    return launched;
  };
  const panels: Awaited<ReturnType<typeof openSidePanel>>[] = [];
  const desk: Desk = {
    helpdesks,
    browser: await launch(),
    connect: (...forms) => connectAccounts(desk.browser.context, forms),
    openTab: async (url) => {
      const page = await desk.browser.context.newPage();
      await page.goto(url);
      return page;
    },
    openPanel: async (tab) => {
      const panel = await openSidePanel(desk.browser, tab);
      panels.push(panel);
      return panel.page;
    },
    restart: async () => {
      for (const panel of panels.splice(0)) await panel.detach();
      await desk.browser.close();
      desk.browser = await launch();
    },
  };
  await use(desk);
  if (testInfo.status !== testInfo.expectedStatus) {
    const pages = panels.map((panel) => panel.page);
    await tellFailure(testInfo.title, pages, helpdesks);
  }
  for (const panel of panels) await panel.detach();
  await desk.browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
