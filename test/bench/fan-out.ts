import type { Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import type { ConnectionForm } from '../browser/connect';
import { stopWorker } from '../browser/stop-worker';
import { waitUntilLooked, waitUntilSettled } from '../browser/timeline';
import type { Helpdesks } from '../helpdesks/start';
import { besidePanel } from './beside-panel';
import { type Figure, goal, median } from './report';

const DELAY_MS = 400;
const ROUNDS = 4;

/** How much the others may add. */
const MOST_MORE_MS = 50;

/** The time until all four are shown when none of them is slow: how much their pacing may cost. */
const MOST_PACED_MS = 1_500;

/** Keys of people and a part of the name under which the panel shows them. */
const PEOPLE = [
  ['jonas', 'Jonas'],
  ['amelie', 'Laurent'],
  ['nadia', 'Nadia'],
  ['oliver', 'Oliver'],
  ['felix', 'Felix'],
] as const;

/**
 * Kustomer answers each call after 400 ms. How long until all that it has is shown, with Chatwoot alone
 * beside it and with all four platforms: the difference is what the others cost. Then none is slow, and only
 * the pacing makes a new person wait.
 */
export async function benchFanOut(helpdesks: Helpdesks): Promise<Figure[]> {
  const [alone, all] = [new Times(), new Times()];
  // In turns, so that other load on the machine affects both alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    await measure(helpdesks, [accounts.chatwoot, accounts.kustomer], alone);
    await measure(helpdesks, Object.values(accounts), all);
  }
  const paced = await measurePaced(helpdesks);
  const figure = (which: string, value: number, limit: number): Figure => ({
    what: `${which} shown, four connected`,
    value,
    unit: 'ms',
    against: `the same with two connected and ${MOST_MORE_MS} ms`,
    limit: limit + MOST_MORE_MS,
  });
  return [
    figure('slowest platform', median(all.slowest), median(alone.slowest)),
    figure('platform in front', median(all.first), median(alone.first)),
    goal('all four shown, with the shipped paces', paced, 'ms', MOST_PACED_MS),
  ];
}

/** How long (ms) each person took. */
class Times {
  /** Until everything of the slowest platform was shown. */
  readonly slowest: number[] = [];
  /** Until everything of the platform in front was. */
  readonly first: number[] = [];
}

const url = 'https://app.chatwoot.com/app/accounts/1/dashboard';

function measure(
  helpdesks: Helpdesks,
  forms: readonly ConnectionForm[],
  times: Times,
): Promise<void> {
  return besidePanel(helpdesks, { forms, url }, async (tab, panel) => {
    helpdesks.kustomer.faults.add({ fault: { kind: 'delay', ms: DELAY_MS } });
    for (const [person, name] of PEOPLE) {
      const isFirst = momentOf(panel, name, '^Chatwoot: Complete$');
      const isLast = momentOf(panel, name, '^Kustomer: (Complete|Not found)$');
      const start = await show(helpdesks, tab, person);
      times.first.push((await isFirst) - start);
      times.slowest.push((await isLast) - start);
      await waitUntilSettled(panel);
    }
  });
}

function measurePaced(helpdesks: Helpdesks): Promise<number> {
  return besidePanel(helpdesks, { forms: Object.values(accounts), url }, async (tab, panel) => {
    const times: number[] = [];
    for (const [person, name] of PEOPLE) {
      await beginAnew(panel);
      const isSettled = momentOf(panel, name);
      const start = await show(helpdesks, tab, person);
      times.push((await isSettled) - start);
    }
    return median(times);
  });
}

/**
 * When (epoch ms) the panel first shows a person of this name with a tile of this name, or without `tile` with
 * none that is busy. The panel itself looks, at each frame: a test's own looks are up to half a second apart.
 */
async function momentOf(panel: Page, name: string, tile?: string): Promise<number> {
  const moment = await panel.waitForFunction(
    ([person, wanted]) => {
      const tiles = [...document.querySelectorAll('[aria-label="Platforms"] button')].map(
        (button) => button.getAttribute('aria-label') ?? '',
      );
      const isShown =
        wanted === undefined
          ? tiles.length > 0 && !tiles.some((each) => /: (Searching|Loading)/.test(each))
          : tiles.some((each) => new RegExp(wanted).test(each));
      const isPerson = document.querySelector('h1')?.textContent?.includes(person ?? '') === true;
      return isPerson && isShown && Date.now();
    },
    [name, tile],
    { polling: 'raf' },
  );
  return Number(await moment.jsonValue());
}

/** A worker that has just started need not wait before its first requests. */
async function beginAnew(panel: Page): Promise<void> {
  await stopWorker(panel);
  await waitUntilLooked(panel);
}

/** Opens a person's conversation in the helpdesk; returns when it did (epoch ms). */
async function show(helpdesks: Helpdesks, tab: Page, person: string): Promise<number> {
  const path = new URL(helpdesks.chatwoot.pageOf(person)).pathname;
  const start = Date.now();
  await tab.evaluate((to) => Reflect.get(window, 'emulator').navigate(to), path);
  return start;
}
