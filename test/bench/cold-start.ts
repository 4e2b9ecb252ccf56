import type { Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { extensionPage } from '../browser/extension';
import type { Helpdesks } from '../helpdesks/start';
import { inConnectedBrowser } from './beside-panel';
import { type Figure, goal, median, peer } from './report';

const ROUNDS = 9;

/** How long a stopped worker takes to answer its first message, and a running one the next. */
export function benchColdStart(helpdesks: Helpdesks): Promise<Figure[]> {
  return inConnectedBrowser(helpdesks, [accounts.chatwoot], async ({ context }) => {
    const page = await context.newPage();
    await page.goto(extensionPage('options.html'));
    const session = await context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    const cold: number[] = [];
    const warm: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await session.send('ServiceWorker.stopAllWorkers');
      cold.push(await ask(page));
      warm.push(await ask(page));
    }
    return [
      goal('first answer after a cold start', median(cold), 'ms', 100),
      peer(median(cold), 'ms', 'a warm answer', median(warm)),
    ];
  });
}

function ask(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    const payload = { platform: 'chatwoot', fields: { origin: 'https://app.chatwoot.com' } };
    await chrome.runtime.sendMessage({ type: 'options.describe', payload });
    return performance.now() - start;
  });
}
