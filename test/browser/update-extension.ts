import { extensionSettings } from './extension';
import type { LaunchedBrowser } from './launch';

/**
 * Restarts the extension, as the browser does with an update: its pages close, and its scripts in helpdesk
 * pages lose their connection. Resolves once the new worker is there.
 */
export async function updateExtension(browser: LaunchedBrowser): Promise<void> {
  await allowUnpacked(browser);
  const worker = await browser.worker();
  const begun = browser.context.waitForEvent('serviceworker');
  // It may be gone before it can answer.
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await begun;
}

/** Without developer mode an unpacked extension is switched off when it is restarted. */
async function allowUnpacked({ context }: LaunchedBrowser): Promise<void> {
  const page = await context.newPage();
  await page.goto(extensionSettings);
  await page.evaluate(() =>
    Reflect.get(chrome, 'developerPrivate').updateProfileConfiguration({ inDeveloperMode: true }),
  );
  await page.close();
}
