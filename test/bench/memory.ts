import type { CDPSession, Page } from '@playwright/test';
import { formatNumber } from '../../lib/text/format-number';
import { accounts } from '../browser/accounts';
import { items, waitForTimeline } from '../browser/timeline';
import type { Helpdesks } from '../helpdesks/start';
import { besidePanel } from './beside-panel';
import { besideEmptyPage } from './empty-page';
import { countWith, fillHistory } from './fill-history';
import { beside, type Figure, goal } from './report';

const COUNTS = [5_000, 20_000, 50_000] as const;
const MEGABYTE = 1_000_000;

/** What one person's history may take of the panel's memory, however long it is. */
const MOST_MB = 40;

/** What may be added from the shortest history to the longest: a third of a kilobyte a message, for the index. */
const FLAT_MB = 15;

/** Searching the longest: from the key to the count beside the field. */
const SEARCH_MS = 50;

/**
 * What the panel keeps in memory while it shows one person's 5,000, 20,000 and 50,000 messages, all of them
 * read: objects and the buffers beside them, after a collection. And how soon a search in the longest of them
 * has an answer.
 */
export function benchMemory(helpdesks: Helpdesks): Promise<Figure[]> {
  const place = { forms: [accounts.chatwoot], url: helpdesks.chatwoot.pageOf('amelie') };
  return besideEmptyPage((openEmpty) =>
    besidePanel(helpdesks, place, async (_tab, panel) => {
      await waitForTimeline(panel);
      const session = await panel.context().newCDPSession(panel);
      const figures: Figure[] = [];
      const used: number[] = [];
      for (const [index, count] of COUNTS.entries()) {
        const rows = await fillHistory(panel, COUNTS[index - 1] ?? 0, count);
        await panel.reload({ waitUntil: 'commit' });
        await waitUntilRead(panel, rows);
        used.push(await usedMegabytes(session));
        figures.push(goal(`held by the panel, ${count} messages`, used.at(-1) ?? 0, 'MB', MOST_MB));
      }
      const growth = (used.at(-1) ?? 0) - (used[0] ?? 0);
      figures.push(goal('of it because of 45,000 more messages', growth, 'MB', FLAT_MB));
      const search = await measureSearch(panel);
      figures.push(
        goal('a key in a search of 50,000, until the count is there', search, 'ms', SEARCH_MS),
      );
      figures.push(
        goal('the same while that search is open', await usedMegabytes(session), 'MB', MOST_MB),
      );
      await openEmpty(panel);
      await panel.getByRole('article').waitFor();
      const empty = await usedMegabytes(session);
      return figures.map((figure) =>
        figure.unit === 'MB' ? beside(figure, 'an empty React page', empty) : figure,
      );
    }),
  );
}

/** The rows are counted on each of them; all are read when there are that many. */
async function waitUntilRead(panel: Page, rows: number): Promise<void> {
  await items(panel).first().waitFor();
  await panel.waitForFunction(
    (least) => Number(document.querySelector('li[aria-setsize]')?.ariaSetSize) >= least,
    rows,
    { timeout: 120_000, polling: 500 },
  );
}

/** Objects and array buffers. */
async function usedMegabytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const usage = await session.send('Runtime.getHeapUsage');
  return (usage.usedSize + usage.backingStorageSize) / MEGABYTE;
}

/** The search shows how many it found, or which of how many is selected. */
async function waitUntilFound(panel: Page, count: number): Promise<void> {
  const words = new RegExp(
    `^(1 match|.+ of ${formatNumber(count)}|${formatNumber(count)} matches)$`,
  );
  const status = panel.getByRole('search').getByRole('status');
  await status.filter({ hasText: words }).waitFor({ timeout: 60_000 });
}

/** The slowest of the keys of a word that is in one of fifty thousand messages. */
async function measureSearch(panel: Page): Promise<number> {
  await panel.keyboard.press('Control+f');
  const field = panel.getByRole('searchbox', { name: 'Search the timeline' });
  await field.waitFor();
  // What makes a search fast is prepared while the hand moves to the keys, and has to cover everything.
  const [word, number] = ['Straße', '4999'];
  const most = COUNTS.at(-1) ?? 0;
  await field.fill(word);
  await waitUntilFound(panel, countWith(most, word));
  await field.fill('');
  await panel.evaluate(() => {
    const times: number[] = [];
    Reflect.set(window, 'searched', times);
    let typedAt = 0;
    addEventListener(
      'input',
      () => {
        typedAt = performance.now();
      },
      { capture: true },
    );
    const status = document.querySelector('search [role=status]');
    if (status === null) throw new Error('no count');
    new MutationObserver(() => times.push(performance.now() - typedAt)).observe(status, {
      subtree: true,
      characterData: true,
      childList: true,
    });
  });
  await field.pressSequentially(`${word.toLowerCase()} ${number}`, { delay: 400 });
  await waitUntilFound(panel, countWith(most, word, number));
  const times = await panel.evaluate(() => Reflect.get(window, 'searched') as number[]);
  return Math.max(...times);
}
