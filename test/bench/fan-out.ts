import type { Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import type { ConnectionForm } from '../browser/connect';
import { stopWorker } from '../browser/stop-worker';
import { tile, waitUntilLooked, waitUntilSettled } from '../browser/timeline';
import type { Helpdesks } from '../helpdesks/start';
import { besidePanel } from './beside-panel';
import { type Figure, goal, median } from './report';

const DELAY_MS = 400;

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
  const alone = await measure(helpdesks, [accounts.chatwoot, accounts.kustomer]);
  const all = await measure(helpdesks, Object.values(accounts));
  const paced = await measurePaced(helpdesks);
  const figure = (which: string, value: number, limit: number): Figure => ({
    what: `${which} shown, four connected`,
    value,
    unit: 'ms',
    against: `the same with two connected and ${MOST_MORE_MS} ms`,
    limit: limit + MOST_MORE_MS,
  });
  return [
    figure('slowest platform', all.slowest, alone.slowest),
    figure('platform in front', all.first, alone.first),
    goal('all four shown, with the shipped paces', paced, 'ms', MOST_PACED_MS),
  ];
}

const url = 'https://app.chatwoot.com/app/accounts/1/dashboard';

function measure(helpdesks: Helpdesks, forms: readonly ConnectionForm[]) {
  return besidePanel(helpdesks, { forms, url }, async (tab, panel) => {
    helpdesks.kustomer.faults.add({ fault: { kind: 'delay', ms: DELAY_MS } });
    const slowest: number[] = [];
    const first: number[] = [];
    for (const [person, name] of PEOPLE) {
      const start = await show(helpdesks, tab, person);
      await panel.getByRole('heading', { level: 1, name }).waitFor();
      await tile(panel, 'Chatwoot', 'Complete').waitFor();
      first.push(Date.now() - start);
      await tile(panel, 'Kustomer', /(Complete|Not found)/).waitFor();
      slowest.push(Date.now() - start);
      await waitUntilSettled(panel);
    }
    return { slowest: median(slowest), first: median(first) };
  });
}

function measurePaced(helpdesks: Helpdesks): Promise<number> {
  return besidePanel(helpdesks, { forms: Object.values(accounts), url }, async (tab, panel) => {
    const times: number[] = [];
    for (const [person, name] of PEOPLE) {
      await beginAnew(panel);
      const start = await show(helpdesks, tab, person);
      await panel.getByRole('heading', { level: 1, name }).waitFor();
      await waitUntilSettled(panel);
      times.push(Date.now() - start);
    }
    return median(times);
  });
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
