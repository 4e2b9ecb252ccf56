import type { Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { waitForTimeline } from '../browser/timeline';
import type { Helpdesks } from '../helpdesks/start';
import { besidePanel } from './beside-panel';
import { type Figure, goal, median } from './report';

const ITEMS = 5_000;
const ROUNDS = 7;

/** How soon the panel shows what is stored: when it opens, and when the tab shows another person. */
export function benchPanel(helpdesks: Helpdesks): Promise<Figure[]> {
  const place = { forms: [accounts.chatwoot], url: helpdesks.chatwoot.pageOf('amelie') };
  return besidePanel(helpdesks, place, async (tab, panel) => {
    await waitForTimeline(panel);
    const switching = await measureSwitch(helpdesks, tab, panel);
    await fillHistory(panel);
    const opening = await measureOpening(panel);
    return [
      goal(`panel opened, stored timeline of ${ITEMS} items visible`, opening, 'ms', 300),
      goal('another person on screen, their stored history visible', switching, 'ms', 100),
    ];
  });
}

async function measureSwitch(helpdesks: Helpdesks, tab: Page, panel: Page): Promise<number> {
  const people = ['jonas', 'amelie'] as const;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS * 2; round += 1) {
    const person = people[round % 2] ?? 'jonas';
    const name = person === 'jonas' ? 'Jonas' : 'Laurent';
    const shown = panel.waitForFunction(
      (wanted) =>
        document.querySelector('h1')?.textContent?.includes(wanted) === true &&
        document.querySelector('article') !== null &&
        Date.now(),
      name,
      { polling: 'raf' },
    );
    const path = new URL(helpdesks.chatwoot.pageOf(person)).pathname;
    const start = await tab.evaluate(async (to) => {
      Reflect.get(window, 'emulator').navigate(to);
      // How long the helpdesk's own page takes to draw somebody else is its own affair.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return Date.now();
    }, path);
    times.push(Number(await (await shown).jsonValue()) - start);
    await waitForTimeline(panel);
  }
  // The first visit to each has nothing stored.
  return median(times.slice(2));
}

/** Makes the history of the person on screen 5,000 items long. */
async function fillHistory(panel: Page): Promise<void> {
  await panel.evaluate(
    (count) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('deskside');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('messages', 'readwrite');
          const store = writing.objectStore('messages');
          const reading = store.getAll();
          reading.onsuccess = () => {
            for (let index = 0; index < count; index += 1) {
              const model = reading.result[index % reading.result.length];
              store.put({ ...model, id: `bench-${index}`, sentAt: model.sentAt - index * 60_000 });
            }
          };
          writing.oncomplete = () => resolve();
          writing.onerror = () => reject(writing.error);
        };
      }),
    ITEMS,
  );
}

/** From the start of loading the real panel's document to the first message in it. */
async function measureOpening(panel: Page): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await panel.reload({ waitUntil: 'commit' });
    const shown = await panel.waitForFunction(
      () => document.querySelector('article') !== null && performance.now(),
      undefined,
      { polling: 'raf' },
    );
    times.push(Number(await shown.jsonValue()));
  }
  return median(times);
}
