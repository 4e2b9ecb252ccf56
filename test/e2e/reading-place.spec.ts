import { expect, test } from '@playwright/test';
import { type LongHistory, openLongHistory } from '../browser/long-history';
import { watchFirstItem } from '../browser/reading-place';
import { waitForPerson, waitForTimeline } from '../browser/timeline';
import { SHORT_HISTORY_PERSON } from '../helpdesks/world/long-history';

let history: LongHistory | undefined;

test.afterEach(() => history?.close());

test('what is read stays where it is when older items arrive around it, and is found again', async () => {
  history = await openLongHistory({
    chatwoot: 1_100,
    kustomer: 1_100,
    chaport: 1_000,
    chatra: 30,
  });
  const { helpdesks, panel, tab } = history;
  const rows = async () => {
    const row = panel.getByRole('region', { name: 'Timeline' }).locator('li[aria-setsize]').first();
    return Number(await row.getAttribute('aria-setsize'));
  };
  // Not every platform reaches back equally far: some of what comes belongs above what is read.
  let cameAbove = 0;
  let cameBelow = 0;
  while (cameAbove === 0 || cameBelow === 0) {
    // The list lies still before anything arrives, and one platform comes last.
    for (const { faults } of helpdesks.all) faults.add({ fault: { kind: 'held' } });
    const before = await rows();
    const eye = await watchFirstItem(panel, 'near-end');
    for (const each of helpdesks.all) if (each !== helpdesks.kustomer) each.faults.clear();
    // Where the others have nothing older left, all that comes is Kustomer's, and then nothing.
    const isMore = () =>
      expect
        .poll(rows, { timeout: 15_000 })
        .toBeGreaterThan(before)
        .then(
          () => true,
          () => false,
        );
    const cameFromOthers = await isMore();
    helpdesks.kustomer.faults.clear();
    await waitForTimeline(panel);
    if (!cameFromOthers && !(await isMore())) break;
    const { above, firstAbove, below, firstBelow, drift, text } = await eye();
    expect(text).not.toBe('');
    expect(drift).toBeLessThanOrEqual(1);
    cameAbove += above - firstAbove;
    cameBelow += below - firstBelow;
  }
  expect(cameAbove + cameBelow).toBeGreaterThan(0);

  const eye = await watchFirstItem(panel, 'here');
  const { offset } = await eye();
  const url = helpdesks.chatwoot.pageOf(SHORT_HISTORY_PERSON);
  await tab.evaluate(
    (path) => Reflect.get(window, 'emulator').navigate(path),
    new URL(url).pathname,
  );
  await waitForPerson(panel, /Sprint/);
  await waitForTimeline(panel);
  await expect.poll(async () => (await eye()).offset).toBe(Number.MAX_SAFE_INTEGER);
  await tab.goBack();
  await waitForPerson(panel, /Mara/);
  await waitForTimeline(panel);
  await expect.poll(async () => Math.abs((await eye()).offset - offset)).toBeLessThanOrEqual(1);
});
