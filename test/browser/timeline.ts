import type { Locator, Page } from '@playwright/test';
import { expect } from './expect';

/** The tile of a platform in the panel, e.g. "Chatwoot: Complete". */
export function tile(panel: Page, label: string, short: string | RegExp = /.*/): Locator {
  const words = typeof short === 'string' ? short : short.source;
  return panel.getByRole('button', { name: new RegExp(`^${label}: ${words}$`) });
}

/** Waits until the panel shows this person; for a moment another heading may stand below the name. */
export async function waitForPerson(panel: Page, name: RegExp): Promise<void> {
  const headings = panel.getByRole('heading', { level: 1 });
  await expect(headings.filter({ hasText: name })).toBeVisible();
}

/** Waits until the panel knows that a page of this origin is in front, and whom it shows. */
export async function waitUntilInFront(panel: Page, origin: string): Promise<void> {
  const shown = async () => {
    const [front] = await readTable(panel, 'windows');
    const screens = await readTable(panel, 'screens');
    const screen = screens.find((row) => row.tabId === front?.tabId);
    return screen?.phase === 'identified' ? screen.origin : undefined;
  };
  const message = 'the page whose customer the panel knows to be in front';
  await expect.poll(shown, { message, timeout: 60_000, intervals: [100] }).toBe(origin);
}

/** The messages and notes in sight, newest first. */
export function items(panel: Page): Locator {
  return panel.getByRole('region', { name: 'Timeline' }).getByRole('article');
}

/** Waits until the panel shows a timeline and no platform is being asked any longer. */
export async function waitForTimeline(panel: Page): Promise<void> {
  await expect(items(panel).first()).toBeVisible({ timeout: 30_000 });
  await waitUntilSettled(panel);
}

/** Waits until no platform is being asked any longer. */
export async function waitUntilSettled(panel: Page): Promise<void> {
  await expect(panel.getByRole('list', { name: 'Platforms' })).toBeVisible();
  await expect(tile(panel, '.*', /(Searching|Loading)/)).toHaveCount(0, { timeout: 60_000 });
}

/**
 * Waits until the worker has finished everything for the person the tab shows, including what the tiles do
 * not show (notes are read beside the messages): a watch is answered when there is nothing left to do.
 */
export async function waitUntilLooked(panel: Page): Promise<void> {
  await panel.evaluate(async () => {
    const { id } = await chrome.windows.getCurrent();
    await chrome.runtime.sendMessage({ type: 'panel.watch', payload: { windowId: id } });
  });
}

/** Waits until everything is read that is read once after connecting: lists of contacts, canned responses. */
export async function waitUntilIndexed(panel: Page): Promise<void> {
  const left = async () => {
    const lists = await readTable(panel, 'directories');
    const replies = await readTable(panel, 'replySources');
    const read = replies.filter(({ fetchedAt }) => fetchedAt !== undefined);
    const isUnread = ({ id, platform }: Record<string, unknown>) =>
      ['chatwoot', 'kustomer'].includes(String(platform)) &&
      !read.some(({ source }) => source === id);
    const unread = (await readTable(panel, 'connections')).filter(isUnread);
    return lists.filter(({ job }) => job === 'running').length + unread.length;
  };
  await expect.poll(left, { timeout: 60_000 }).toBe(0);
}

export interface SeenItem {
  platform: string;
  /** ISO time, or empty where the platform gives none. */
  time: string;
  text: string;
}

interface VisibleRow extends SeenItem {
  place: number;
  isItem: boolean;
}

/**
 * Scrolls through the whole timeline and returns every item once, in the order on screen. Read
 * until two readings agree: what arrives in the middle of one shifts the places of the rest.
 */
export async function readTimeline(panel: Page): Promise<SeenItem[]> {
  let before = await readOnce(panel);
  for (;;) {
    const now = await readOnce(panel);
    const places = (items: SeenItem[]) => JSON.stringify(items.map((item) => item.time));
    if (places(now) === places(before)) return now;
    before = now;
  }
}

async function readOnce(panel: Page): Promise<SeenItem[]> {
  const rows = await panel.evaluate(readRows);
  let platform = '';
  const seen: SeenItem[] = [];
  for (const row of rows.sort((a, b) => a.place - b.place)) {
    if (row.platform !== '') platform = row.platform;
    if (row.isItem) seen.push({ platform, time: row.time, text: row.text });
  }
  return seen;
}

/**
 * Runs in the panel: from the newest on, each time on to the last row that is drawn already. Only the
 * heading of a conversation names its platform.
 */
async function readRows(): Promise<VisibleRow[]> {
  const rows = new Map<number, VisibleRow>();
  const region = document.querySelector('[aria-label^="Timeline"]');
  region?.scrollTo(0, 0);
  for (let isLeft = true; region !== null && isLeft; ) {
    // What was far away is read when it comes near.
    do await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    while (region.querySelector('[aria-busy=true]') !== null);
    const { top } = region.getBoundingClientRect();
    let ahead = region.clientHeight * 0.8;
    for (const row of region.querySelectorAll('li[aria-posinset]')) {
      ahead = Math.max(ahead, row.getBoundingClientRect().top - top);
      const article = row.querySelector('article');
      const place = Number(row.getAttribute('aria-posinset'));
      rows.set(place, {
        place,
        isItem: article !== null,
        platform: row.querySelector('h3')?.parentElement?.querySelector('img')?.alt ?? '',
        time: article?.querySelector('time')?.dateTime ?? '',
        text: article?.textContent ?? '',
      });
    }
    // Rows that turn out higher than expected move the position; only the end counts.
    isLeft = region.scrollTop + region.clientHeight < region.scrollHeight - 2;
    region.scrollTop += ahead;
  }
  return [...rows.values()];
}

/** What is stored in a table of the product's database. */
export function readTable(panel: Page, table: string): Promise<Record<string, unknown>[]> {
  return panel.evaluate(
    (name) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const opening = indexedDB.open('deskside');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    table,
  );
}
