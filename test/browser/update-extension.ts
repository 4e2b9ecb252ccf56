import { EXTENSION_ID, extensionSettings } from './extension';
import type { LaunchedBrowser } from './launch';

/**
 * Restarts the extension, as the browser does with an update: its pages close, and its scripts in helpdesk
 * pages lose their connection. Resolves once the new worker is there.
 */
export async function updateExtension(browser: LaunchedBrowser): Promise<void> {
  await inSettings(browser, () =>
    // Without developer mode an unpacked extension is switched off when it is restarted.
    Reflect.get(chrome, 'developerPrivate').updateProfileConfiguration({ inDeveloperMode: true }),
  );
  const worker = await browser.worker();
  // It may be gone before it can answer.
  await begun(browser, () => worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined));
  // Now and then, when a panel closes in that very moment, Chromium starts the worker without any of the
  // extension's APIs, and lets it be for half a minute.
  while (!(await hasApis(browser))) {
    await begun(browser, () =>
      inSettings(browser, (id) => Reflect.get(chrome, 'developerPrivate').reload(id)),
    );
  }
}

/** Does what makes a worker begin, and waits for it. */
async function begun({ context }: LaunchedBrowser, act: () => Promise<void>): Promise<void> {
  const beginning = context.waitForEvent('serviceworker');
  await act();
  await beginning;
}

/** Whether the newest worker can do anything; one that ends while it is asked has a successor to ask. */
async function hasApis(browser: LaunchedBrowser): Promise<boolean> {
  const worker = await browser.worker();
  const has = () => worker.evaluate(() => chrome.runtime?.id !== undefined);
  return has().catch(() => hasApis(browser));
}

/** Runs in a page with the rights of the browser's extensions page; `act` gets the extension's id. */
async function inSettings(
  { context }: LaunchedBrowser,
  act: (id: string) => Promise<void>,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(extensionSettings);
  await page.evaluate(act, EXTENSION_ID);
  await page.close();
}
