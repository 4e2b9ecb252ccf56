import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { grantPermissions } from '../browser/connect';
import { launchWithExtension } from '../browser/launch';
import { takePicture } from '../browser/picture';
import { openSidePanel } from '../browser/side-panel';
import type { Helpdesks } from '../helpdesks/start';
import { DEMO_PERSON } from './stage';

const membraneHost = 'https://api.getmembrane.com/*';

/** Photographs the set-up of a new person: the panel that leads to it, and both ways to a helpdesk. */
export async function photographSetUp(
  helpdesks: Helpdesks,
  folder: string,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<void> {
  const browser = await launchWithExtension({
    headless: true,
    flags: [...helpdesks.server.browserFlags, '--window-size=1400,900'],
  });
  await browser.worker();
  // For tabs of these hosts the browser reports what is open, as it does once the hosts were allowed.
  const hosts = [accounts.chatwoot, accounts.kustomer].flatMap(({ permissions }) => [
    ...permissions,
  ]);
  await grantPermissions(browser.context, [...hosts, membraneHost]);
  const [chatwoot, ...others] = await Promise.all(
    [helpdesks.chatwoot, helpdesks.kustomer].map(async (helpdesk) => {
      const page = await browser.context.newPage();
      await page.goto(helpdesk.pageOf(DEMO_PERSON));
      return page;
    }),
  );
  if (chatwoot === undefined) throw new Error('no helpdesk was opened');
  await chatwoot.bringToFront();
  const panel = await openSidePanel(browser, chatwoot);
  await panel.page.emulateMedia({ colorScheme });
  await panel.page.getByRole('list', { name: 'Found helpdesks' }).waitFor();
  await takePicture(chatwoot, panel.page, path.join(folder, 'set-up-panel.png'), false);

  const opened = browser.context.waitForEvent('page');
  await panel.page.getByRole('button', { name: 'Set up Deskside' }).click();
  const page = await opened;
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width: 860, height: 700 });
  const picture = (name: string) => photographStep(page, path.join(folder, name));
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  await page.getByRole('checkbox', { name: /^Kustomer/ }).waitFor();
  await picture('set-up-helpdesks.png');
  await button('Continue').click();
  await page.getByRole('radio', { name: /^Directly/ }).waitFor();
  await button('Continue').click();
  await page.getByRole('link', { name: 'Open this page in Chatwoot' }).waitFor();
  await picture('set-up-direct.png');
  await page.getByLabel('Access token', { exact: true }).fill(accounts.chatwoot.secrets.token);
  await button('Connect Chatwoot').click();
  await page.getByRole('heading', { name: 'Chatwoot is connected' }).waitFor();
  await button('Next: Kustomer').click();
  await page.getByRole('radio', { name: /Through Membrane/ }).check();
  await button('Sign in to Membrane…').click();
  await page
    .getByLabel('Membrane token')
    .fill(helpdesks.membrane.token('desk', { exp: undefined }));
  await button('Sign in to Membrane').click();
  await page.getByRole('radio', { name: /^Kustomer \(/ }).waitFor();
  await page
    .getByRole('button', { name: 'Connect Kustomer', exact: true, disabled: false })
    .waitFor();
  await picture('set-up-membrane.png');
  await button('Connect Kustomer').click();
  await page.getByRole('heading', { name: 'Kustomer is connected' }).waitFor();
  await button('Finish').click();
  await page.getByRole('heading', { name: 'Deskside is ready' }).waitFor();
  await panel.detach();
  for (const other of others) await other.close();
  await browser.close();
}

async function photographStep(page: Page, file: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
}
