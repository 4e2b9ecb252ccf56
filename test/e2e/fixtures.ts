import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type Page, type TestInfo } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { type ConnectionForm, connectAccounts, disconnectAll } from '../browser/connect';
import { type LaunchedBrowser, launchWithExtension } from '../browser/launch';
import { resetBrowser, watchOrigins } from '../browser/reset';
import { openSidePanel, type SidePanel } from '../browser/side-panel';
import { type Helpdesks, startHelpdesks } from '../helpdesks/start';
import { tellFailure } from './tell-failure';

/** A browser with the built extension, the emulated helpdesks behind it, and what tests do there. */
export interface Desk {
  helpdesks: Helpdesks;
  readonly browser: LaunchedBrowser;
  connect(...forms: ConnectionForm[]): Promise<void>;
  openTab(url: string): Promise<Page>;
  /** The real side panel beside a tab. */
  openPanel(tab: Page): Promise<Page>;
  /** A tab with this page in place of the one before, beside the same panel: it opens with the first. */
  replaceTab(url: string): Promise<{ tab: Page; panel: Page }>;
  /** Everything back to the start, without any account, but for an open panel. */
  startOver(): Promise<void>;
  /** Ends the browser and starts it again with what it had stored; its pages are gone. */
  restart(): Promise<void>;
}

export const allAccounts: ConnectionForm[] = Object.values(accounts);

export const test = base.extend<
  { desk: Desk; colleague: Desk },
  { helpdesks: Helpdesks; slides: boolean; profile: Profile }
>({
  /** Whether the side panel slides in and out, as for a person; most tests need not pay for that. */
  slides: [false, { scope: 'worker', option: true }],
  helpdesks: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
    async ({}, use) => {
      const helpdesks = await startHelpdesks();
      await use(helpdesks);
      await helpdesks.server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // Starting a browser takes as long as a test; every test finds it as if it had just started.
  profile: [
    async ({ helpdesks, slides }, use) => {
      const profile = await openProfile(helpdesks, slides);
      await use(profile);
      await profile.end();
    },
    { scope: 'worker' },
  ],
  desk: async ({ helpdesks, profile }, use, testInfo) => {
    helpdesks.reset();
    await withDesk(helpdesks, profile, testInfo, use);
    // After a failure the browser is not used again.
    if (testInfo.status === testInfo.expectedStatus) await resetBrowser(profile.browser);
  },
  // A second profile of the same company; after `desk`, which brings everything back to the start.
  colleague: async ({ desk }, use, testInfo) => {
    const profile = await openProfile(desk.helpdesks);
    await withDesk(desk.helpdesks, profile, testInfo, use);
    await profile.end();
  },
});

/** A browser whose profile lasts until the last test that uses it. */
interface Profile {
  browser: LaunchedBrowser;
  restart(): Promise<void>;
  end(): Promise<void>;
}

async function openProfile(helpdesks: Helpdesks, slides = false): Promise<Profile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskside-profile-'));
  const launch = async () => {
    const flags = helpdesks.server.browserFlags;
    const launched = await launchWithExtension({ headless: true, slides, flags, profile: folder });
    await launched.worker();
    watchOrigins(launched.context);
    return launched;
  };
  const profile: Profile = {
    browser: await launch(),
    restart: async () => {
      await profile.browser.close();
      profile.browser = await launch();
    },
    end: async () => {
      await profile.browser.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return profile;
}

async function withDesk(
  helpdesks: Helpdesks,
  profile: Profile,
  testInfo: TestInfo,
  use: (desk: Desk) => Promise<void>,
): Promise<void> {
  const panels: SidePanel[] = [];
  let replaceable: Page | undefined;
  const desk: Desk = {
    helpdesks,
    get browser() {
      return profile.browser;
    },
    connect: (...forms) => connectAccounts(profile.browser.context, forms),
    openTab: async (url) => {
      const page = await profile.browser.context.newPage();
      await page.goto(url);
      return page;
    },
    openPanel: async (tab) => {
      const panel = await openSidePanel(profile.browser, tab);
      panels.push(panel);
      return panel.page;
    },
    replaceTab: async (url) => {
      const before = replaceable;
      const tab = await desk.openTab(url);
      replaceable = tab;
      await before?.close();
      return { tab, panel: panels.at(-1)?.page ?? (await desk.openPanel(tab)) };
    },
    startOver: async () => {
      await replaceable?.close();
      replaceable = undefined;
      await disconnectAll(profile.browser.context);
      helpdesks.reset();
    },
    restart: async () => {
      for (const panel of panels.splice(0)) await panel.detach();
      await profile.restart();
    },
  };
  await use(desk);
  if (testInfo.status !== testInfo.expectedStatus) {
    const pages = panels.map((panel) => panel.page);
    await tellFailure(testInfo.title, pages, helpdesks);
  }
  for (const panel of panels) await panel.close();
}
