import { expect, test } from '@playwright/test';
import {
  type LongHistory,
  openLongHistory,
  scrollToTheOldest,
  seenAndTold,
  walk,
} from '../browser/long-history';

/** `npm run bench` does the same with ten thousand. */
const counts = { chatwoot: 700, kustomer: 700, chaport: 500, chatra: 100 };

let history: LongHistory | undefined;

test.afterEach(() => history?.close());

test('a history of four platforms: every item once and in order, few rows at a time', async () => {
  test.setTimeout(180_000);
  history = await openLongHistory(counts);
  const { helpdesks, panel } = history;
  // The newest part came first; nobody fetched thousands of items to show one screen.
  expect(helpdesks.chatwoot.log.api(/messages$/).length).toBeLessThan(30);

  await scrollToTheOldest(panel, 120_000);
  const walked = await walk(panel);
  expect(walked.mostRows).toBeLessThanOrEqual(60);
  expect(walked.texts).toHaveLength(2_000);
  expect(walked.times).toEqual(walked.times.toSorted().reverse());
  for (const { seen, told } of seenAndTold(walked, counts)) expect(seen).toEqual(told);
});
