import { expect, test } from '@playwright/test';
import {
  type LongHistory,
  openLongHistory,
  scrollToTheOldest,
  seenAndTold,
  walk,
} from '../browser/long-history';
import { stopWorker } from '../browser/stop-worker';
import { tile } from '../browser/timeline';

/** `npm run bench` does the same with ten thousand. */
const counts = { chatwoot: 700, kustomer: 700, chaport: 500, chatra: 100 };

let history: LongHistory | undefined;

test.afterEach(() => history?.close());

test('a history of four platforms: every item once and in order, few rows at a time', async () => {
  history = await openLongHistory(counts);
  const { helpdesks, panel } = history;
  // The newest part came first; nobody fetched thousands of items to show one screen.
  expect(helpdesks.chatwoot.log.api(/messages$/).length).toBeLessThan(30);

  await scrollToTheOldest(panel, 120_000);
  let walked = await walk(panel);
  // What was stored last may be in the list a moment later.
  await expect(async () => {
    if (walked.texts.length < 2_000) walked = await walk(panel);
    expect(walked.texts).toHaveLength(2_000);
  }).toPass({ timeout: 60_000 });
  expect(walked.mostRows).toBeLessThanOrEqual(60);
  expect(walked.times).toEqual(walked.times.toSorted().reverse());
  for (const { seen, told } of seenAndTold(walked, counts)) expect(seen).toEqual(told);
});

test('the rest is loaded although the worker is stopped in the middle, and can be stopped', async () => {
  history = await openLongHistory({ chatwoot: 110, kustomer: 110, chaport: 1_500, chatra: 10 });
  const { helpdesks, panel, tab } = history;
  const { faults, log } = helpdesks.chaport;
  const chats = /\/chats\//;
  const asked = () => log.api(chats).length;
  const load = async () => {
    const start = asked();
    faults.letThrough(chats, 2);
    await panel.getByRole('button', { name: 'Load the rest' }).click();
    await expect.poll(() => asked() - start).toBeGreaterThanOrEqual(2);
  };
  await panel.getByRole('button', { name: 'Search the timeline' }).click();
  await load();
  await panel.getByRole('button', { name: 'Stop loading' }).click();
  await expect(panel.getByRole('button', { name: 'Load the rest' })).toBeEnabled();
  await expect(tile(panel, 'Chaport', 'Complete')).toHaveCount(0);

  await load();
  await stopWorker(tab);
  faults.clear();
  for (const label of ['Chatwoot', 'Kustomer', 'Chaport']) {
    await expect(tile(panel, label, 'Complete')).toBeVisible({ timeout: 60_000 });
  }
  await expect(panel.getByRole('button', { name: 'Load the rest' })).toHaveCount(0);
});
