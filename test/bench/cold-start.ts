import { accounts } from '../browser/accounts';
import { connectAccounts } from '../browser/connect';
import { extensionPage } from '../browser/extension';
import { launchWithExtension } from '../browser/launch';
import type { Helpdesks } from '../helpdesks/start';
import { type Figure, median } from './report';

const ROUNDS = 9;

/** How long a stopped worker takes to answer its first message, and a running one the next. */
export async function benchColdStart(helpdesks: Helpdesks): Promise<Figure[]> {
  const browser = await launchWithExtension({
    headless: true,
    flags: helpdesks.server.browserFlags,
  });
  try {
    await browser.worker();
    await connectAccounts(browser.context, [accounts.chatwoot]);
    const page = await browser.context.newPage();
    await page.goto(extensionPage('options.html'));
    const session = await browser.context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    const ask = () =>
      page.evaluate(async () => {
        const start = performance.now();
        const payload = { platform: 'chatwoot', fields: { origin: 'https://app.chatwoot.com' } };
        await chrome.runtime.sendMessage({ type: 'options.describe', payload });
        return performance.now() - start;
      });
    const cold: number[] = [];
    const warm: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await session.send('ServiceWorker.stopAllWorkers');
      cold.push(await ask());
      warm.push(await ask());
    }
    return [
      {
        what: 'first answer after a cold start',
        value: median(cold),
        unit: 'ms',
        against: 'the goal',
        limit: 100,
      },
      {
        what: 'the same',
        value: median(cold),
        unit: 'ms',
        against: 'a warm answer',
        limit: median(warm),
      },
    ];
  } finally {
    await browser.close();
  }
}
