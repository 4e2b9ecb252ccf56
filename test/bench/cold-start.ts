import type { Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { extensionPage } from '../browser/extension';
import type { Helpdesks } from '../helpdesks/start';
import { inConnectedBrowser } from './beside-panel';
import { besideEmptyWorker, emptyExtensionPage } from './empty-worker';
import { beside, type Figure, goal, median, peer } from './report';

const ROUNDS = 9;

/** What practices.md §3 promises. */
const COLD_MS = 100;
const MOST_TIMES_EMPTY = 1.5;

/** How long a stopped worker takes to answer its first message, and a running one the next. */
export function benchColdStart(helpdesks: Helpdesks): Promise<Figure[]> {
  return besideEmptyWorker((flags) =>
    inConnectedBrowser(
      helpdesks,
      [accounts.chatwoot],
      async ({ context }) => {
        const page = await context.newPage();
        const empty = await context.newPage();
        await empty.goto(emptyExtensionPage(context));
        await page.goto(extensionPage('options.html'));
        const session = await context.newCDPSession(page);
        await session.send('ServiceWorker.enable');
        const times = { cold: [] as number[], warm: [] as number[], empty: [] as number[] };
        for (let round = 0; round < ROUNDS; round += 1) {
          // In turns, so that other load on the machine affects both alike.
          await session.send('ServiceWorker.stopAllWorkers');
          times.empty.push(await ask(empty));
          await session.send('ServiceWorker.stopAllWorkers');
          times.cold.push(await ask(page));
          times.warm.push(await ask(page));
        }
        const [cold, least] = [median(times.cold), median(times.empty)];
        return [
          beside(
            goal('first answer after a cold start', cold, 'ms', COLD_MS),
            'an empty worker',
            least,
          ),
          goal('how many times an empty worker that is', cold / least, '×', MOST_TIMES_EMPTY),
          peer(cold, 'ms', 'a warm answer', median(times.warm)),
        ];
      },
      flags,
    ),
  );
}

function ask(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    const payload = { platform: 'chatwoot', fields: { origin: 'https://app.chatwoot.com' } };
    await chrome.runtime.sendMessage({ type: 'options.describe', payload });
    return performance.now() - start;
  });
}
