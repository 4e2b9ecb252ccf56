import type { Page } from '@playwright/test';

/** Stops the extension's worker where it is, as the browser does with one that is idle; `page` is any page. */
export async function stopWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
