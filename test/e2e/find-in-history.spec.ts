import { expect, type Page } from '@playwright/test';
import { items, readTable, tile, waitForTimeline } from '../browser/timeline';
import { allAccounts, test } from './fixtures';

const region = (panel: Page) => panel.getByRole('region', { name: 'Timeline' });
const scrolled = (panel: Page) => region(panel).evaluate((element) => element.scrollTop);

/** Epoch ms of the items in sight. */
async function timesInSight(panel: Page): Promise<number[]> {
  const times = await items(panel)
    .locator('time')
    .evaluateAll((all) =>
      all.map((time) => (time instanceof HTMLTimeElement ? time.dateTime : '')),
    );
  return times.filter((time) => time !== '').map((time) => Date.parse(time));
}

test('search, filters, dates, the picture of activity and the visitor index', async ({ desk }) => {
  await desk.connect(...allAccounts);
  const panel = await desk.openPanel(await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie')));
  await waitForTimeline(panel);
  await expect(tile(panel, 'Chaport', 'Complete')).toBeVisible();
  const sent = (await readTable(panel, 'messages')).map((message) => Number(message.sentAt));

  await test.step('a search takes no notice of accents, counts, marks and goes on', async () => {
    await panel.getByRole('button', { name: 'Search the timeline' }).click();
    const field = panel.getByRole('searchbox', { name: 'Search the timeline' });
    await field.fill('crete');
    const count = panel.getByRole('search').getByRole('status');
    await expect(count).toHaveText(/^1 of \d+$/);
    await expect(panel.locator('mark').filter({ hasText: 'Crête' }).first()).toBeVisible();
    await field.press('Enter');
    await expect(count).toHaveText(/^2 of \d+$/);
    await panel.getByRole('button', { name: 'Newer match' }).click();
    await expect(count).toHaveText(/^1 of \d+$/);
    await panel.getByRole('button', { name: 'Close search' }).click();
    await expect(panel.locator('mark')).toHaveCount(0);
  });

  await test.step('filters leave out, say how much, and go again', async () => {
    const shown = panel.getByRole('status').filter({ hasText: /^\d+ of \d+$/ });
    await panel.getByRole('button', { name: 'Only notes' }).click();
    await expect(shown).toHaveText(/^\d+ of/);
    await panel.getByRole('button', { name: 'Filters, 1 in use' }).click();
    const form = panel.getByRole('dialog', { name: 'Filters' });
    await form.getByRole('button', { name: 'Kustomer' }).click();
    await form.getByRole('checkbox', { name: 'Only open conversations' }).check();
    await form.getByRole('button', { name: 'Show everything' }).click();
    await panel.keyboard.press('Escape');
    await expect(panel.getByRole('button', { name: 'Filters', exact: true })).toBeVisible();
    await expect(shown).toHaveCount(0);
  });

  await test.step('a month leads there', async () => {
    await panel.getByRole('button', { name: 'Jump to date' }).click();
    await panel.getByRole('list', { name: 'Months' }).getByRole('button').last().click();
    await expect(panel.getByRole('dialog', { name: 'Jump to date' })).toHaveCount(0);
    const month = 31 * 24 * 60 * 60_000;
    const oldest = Math.min(...sent);
    await expect
      .poll(async () => Math.min(...(await timesInSight(panel))) - oldest)
      .toBeLessThan(month);
  });

  await test.step('a column of the picture leads there', async () => {
    const before = await scrolled(panel);
    const columns = panel.getByRole('list', { name: 'Activity by month' }).getByRole('button');
    await columns
      .filter({ has: panel.locator('.bg-platform') })
      .last()
      .click();
    await expect.poll(() => scrolled(panel)).toBeLessThan(before);
  });

  await test.step('the tile tells how far the index of visitors is', async () => {
    await tile(panel, 'Chaport').click();
    const index = panel.getByRole('region', { name: 'Visitor index' });
    await expect(index.getByRole('status')).toHaveText(/visitors indexed/);
    const { visitors } = desk.helpdesks.chaport.data;
    await expect(index).toContainText(`All ${visitors.length} visitors indexed`, {
      timeout: 30_000,
    });
  });
});
