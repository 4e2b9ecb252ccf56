import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { noteDesks } from '../browser/note-desks';
import { changeNote, note, openNotes, waitUntilIn, writeNote } from '../browser/notes';
import { stopWorker } from '../browser/stop-worker';
import { items, waitForTimeline } from '../browser/timeline';
import { openEverywhere } from './everywhere';
import { test } from './fixtures';

const all = 'Chaport, Chatra, Chatwoot, Kustomer';

/** Everything a helpdesk's page shows to a colleague, what stands in its fields included. */
async function shownBy(page: Page, url: string): Promise<string> {
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  return textOf(page);
}

function textOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.body.innerText,
      ...[...document.querySelectorAll('textarea')].map((field) => field.value),
    ].join('\n'),
  );
}

/** Opens a helpdesk's page until it shows this to a colleague; gives everything it shows then. */
async function openShowing(page: Page, url: string, text: string): Promise<string> {
  await page.goto(url);
  await expect.poll(() => textOf(page), { message: url }).toContain(text);
  return textOf(page);
}

test('a note travels: into every helpdesk, to a colleague once, back with an edit, and away', async ({
  desk,
  colleague,
}) => {
  test.setTimeout(240_000);
  const { helpdesks } = desk;
  const desks = noteDesks(helpdesks, 'amelie');
  const before = await Promise.all(desks.map((each) => each.see()));
  const { tab, panel } = await openEverywhere(desk, 'amelie', 'chatwoot');
  const viewer = await desk.browser.context.newPage();
  const everywhere = helpdesks.all.map((each) => each.pageOf('amelie'));

  await tab.bringToFront();
  await writeNote(panel, 'VIP: refund promised, no discount again');
  await waitUntilIn(note(panel, 'refund promised'), all);
  for (const url of everywhere) {
    await openShowing(viewer, url, 'VIP: refund promised, no discount again');
  }

  const { panel: theirs } = await openEverywhere(colleague, 'amelie', 'kustomer');
  // Above the history, and not a second time in it.
  await expect(theirs.getByRole('region', { name: 'Pinned notes' })).toContainText(
    'refund promised',
  );
  await expect(items(theirs).first()).toBeVisible();
  await expect(theirs.getByText('refund promised')).toHaveCount(1);
  await openNotes(theirs);
  await waitUntilIn(note(theirs, 'refund promised'), all);
  await expect(theirs.getByText('refund promised')).toHaveCount(1);

  await changeNote(theirs, 'refund promised', 'VIP: refund paid on Monday');
  await waitUntilIn(note(theirs, 'paid on Monday'), all);
  await tab.bringToFront();
  await openNotes(panel);
  await waitUntilIn(note(panel, 'paid on Monday'), all);
  for (const url of everywhere) {
    const shown = await openShowing(viewer, url, 'VIP: refund paid on Monday');
    expect(shown, url).not.toContain('refund promised');
  }

  await note(theirs, 'paid on Monday').getByRole('button', { name: 'Delete' }).click();
  const now = () => Promise.all(desks.map((each) => each.see()));
  await expect.poll(now, { timeout: 60_000 }).toEqual(before);
  for (const url of everywhere) {
    expect(await shownBy(viewer, url), url).not.toContain('paid on Monday');
  }
  await tab.bringToFront();
  await openNotes(panel);
  await expect(note(panel, 'paid on Monday')).toHaveCount(0);
  await expect(panel.getByRole('list', { name: 'Deleted notes' })).toContainText(
    'Deleted in the helpdesks: VIP: refund paid on Monday',
  );
  await panel.getByRole('button', { name: 'Undo' }).click();
  await waitUntilIn(note(panel, 'paid on Monday'), all);
});

test('the worker killed while it delivers: the note arrives, and only once', async ({ desk }) => {
  await desk.connect(accounts.chatwoot, accounts.kustomer);
  const { chatwoot, kustomer } = desk.helpdesks;
  const tab = await desk.openTab(chatwoot.pageOf('amelie'));
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
  await openNotes(panel);
  const writes = () => kustomer.log.api().filter((entry) => entry.method === 'POST').length;
  const before = writes();
  kustomer.faults.add({ fault: { kind: 'held' }, methods: ['POST'], times: 1 });
  await writeNote(panel, 'Allergic to nuts');
  await expect.poll(writes, { timeout: 30_000 }).toBeGreaterThan(before);
  await stopWorker(tab);
  await openNotes(panel);
  await waitUntilIn(note(panel, 'Allergic to nuts'), 'Chatwoot, Kustomer');
  // The call of the killed worker arrives after the second one looked, and wrote.
  kustomer.faults.clear();
  const underWay = () => kustomer.log.api().filter((entry) => entry.status === 0).length;
  await expect.poll(underWay, { timeout: 30_000 }).toBe(0);
  const viewer = await desk.openTab('about:blank');
  await tab.bringToFront();
  const copies = async () => {
    await openNotes(panel);
    const shown = await shownBy(viewer, kustomer.pageOf('amelie'));
    return shown.split('Allergic to nuts').length - 1;
  };
  await expect.poll(copies, { timeout: 40_000 }).toBe(1);
});
