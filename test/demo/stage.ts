import type { Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { addShopCard, connectAccounts, connectThroughMembrane } from '../browser/connect';
import { type LaunchedBrowser, launchWithExtension } from '../browser/launch';
import { type Helpdesks, startHelpdesks } from '../helpdesks/start';

/** The customer whom the demo shows on all four platforms. */
export const DEMO_PERSON = 'amelie';

export interface Stage {
  helpdesks: Helpdesks;
  browser: LaunchedBrowser;
  /** One tab for each helpdesk, all with the same customer. */
  tabs: { name: string; page: Page }[];
  close(): Promise<void>;
}

/** Starts the helpdesks and a browser that is connected to them, one tab each, with a shop's data card. */
export async function setStage(options: {
  headless: boolean;
  looksPlain?: boolean;
  flags?: string[];
  /** Over Membrane, without a key of a helpdesk in the browser. */
  throughMembrane?: boolean;
}): Promise<Stage> {
  const helpdesks = await startHelpdesks();
  const browser = await launchWithExtension({
    headless: options.headless,
    looksPlain: options.looksPlain ?? false,
    flags: [...helpdesks.server.browserFlags, ...(options.flags ?? [])],
  });
  await browser.worker();
  const forms = Object.values(accounts);
  if (options.throughMembrane === true) {
    await connectThroughMembrane(browser.context, helpdesks.membrane, forms);
  } else await connectAccounts(browser.context, forms);
  await addShopCard(browser.context);
  const [blank] = browser.context.pages();
  const tabs: Stage['tabs'] = [];
  for (const emulator of helpdesks.all) {
    const page = await browser.context.newPage();
    await page.goto(emulator.pageOf(DEMO_PERSON));
    tabs.push({ name: emulator.name, page });
  }
  await blank?.close();
  return {
    helpdesks,
    browser,
    tabs,
    close: async () => {
      await browser.close();
      await helpdesks.server.stop();
    },
  };
}
