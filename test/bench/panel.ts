import type { Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { waitForTimeline } from '../browser/timeline';
import type { Helpdesks } from '../helpdesks/start';
import { besidePanel } from './beside-panel';
import { besideEmptyPage } from './empty-page';
import { fillHistory } from './fill-history';
import { beside, type Figure, goal, median } from './report';

const ITEMS = 5_000;
const ROUNDS = 9;

/** What practices.md §3 promises. */
const OPENING_MS = 250;

/** How soon the panel shows what is stored: when it opens, and when the tab shows another person. */
export function benchPanel(helpdesks: Helpdesks): Promise<Figure[]> {
  const place = { forms: [accounts.chatwoot], url: helpdesks.chatwoot.pageOf('amelie') };
  return besideEmptyPage((openEmpty) =>
    besidePanel(helpdesks, place, async (tab, panel) => {
      await waitForTimeline(panel);
      const switching = await measureSwitch(helpdesks, tab, panel);
      await fillHistory(panel, 0, ITEMS);
      const sidePanel = panel.url();
      const opening: number[] = [];
      const empty: number[] = [];
      // In turns, so that other load on the machine affects both alike.
      for (let round = 0; round < ROUNDS; round += 1) {
        await openEmpty(panel);
        empty.push(await timeOfArticle(panel));
        await panel.goto(sidePanel, { waitUntil: 'commit' });
        opening.push(await timeOfArticle(panel));
        await waitForTimeline(panel);
      }
      const what = `panel opened, stored timeline of ${ITEMS} items visible`;
      return [
        beside(goal(what, median(opening), 'ms', OPENING_MS), 'an empty React page', median(empty)),
        goal(
          'how many times an empty React page that is',
          median(opening) / median(empty),
          '×',
          1.5,
        ),
        goal('another person on screen, their stored history visible', switching, 'ms', 100),
      ];
    }),
  );
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
      // The time the helpdesk's own page takes to draw another person does not count.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return Date.now();
    }, path);
    times.push(Number(await (await shown).jsonValue()) - start);
    await waitForTimeline(panel);
  }
  // The first visit to each has nothing stored.
  return median(times.slice(2));
}

/** From the start of loading the document to the first article in it. */
async function timeOfArticle(panel: Page): Promise<number> {
  const shown = await panel.waitForFunction(
    () => document.querySelector('article') !== null && performance.now(),
    undefined,
    { polling: 'raf' },
  );
  return Number(await shown.jsonValue());
}
