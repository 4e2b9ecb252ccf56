import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { connectAccounts } from '../browser/connect';
import { launchWithExtension } from '../browser/launch';
import { changeNote, note, openNotes, waitUntilIn, writeNote } from '../browser/notes';
import { openSidePanel } from '../browser/side-panel';
import { waitForTimeline, waitUntilSettled } from '../browser/timeline';
import { allAccounts, type Desk, test } from './fixtures';

const all = 'Chaport, Chatra, Chatwoot, Kustomer';

/** Everything a helpdesk's page shows to a colleague, what stands in its fields included. */
async function shownBy(page: Page, url: string): Promise<string> {
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  return page.evaluate(() =>
    [
      document.body.innerText,
      ...[...document.querySelectorAll('textarea')].map((field) => field.value),
    ].join('\n'),
  );
}

/** Opens the person in every helpdesk once, so that each knows them; Chatwoot's tab comes last. */
async function openEverywhere(desk: Desk): Promise<{ tab: Page; panel: Page; others: Page[] }> {
  // Without it nothing tells the id that a note's place in Chatra needs.
  desk.helpdesks.chatra.switches.clientByChatId = true;
  await desk.connect(...allAccounts);
  const { chatwoot, kustomer, chaport, chatra } = desk.helpdesks;
  const others: Page[] = [];
  const first = await desk.openTab(chatra.pageOf('amelie'));
  others.push(first);
  const panel = await desk.openPanel(first);
  await waitUntilSettled(panel);
  for (const each of [chaport, kustomer]) others.push(await desk.openTab(each.pageOf('amelie')));
  const tab = await desk.openTab(chatwoot.pageOf('amelie'));
  await waitForTimeline(panel);
  return { tab, panel, others };
}

test('a note travels: into every helpdesk, to a colleague, back with an edit, and away', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { helpdesks } = desk;
  const { tab, panel, others } = await openEverywhere(desk);
  const viewer = others[0] ?? tab;
  const everywhere = helpdesks.all.map((each) => each.pageOf('amelie'));

  await tab.bringToFront();
  await writeNote(panel, 'VIP: refund promised, no discount again');
  await waitUntilIn(note(panel, 'refund promised'), all);
  for (const url of everywhere) {
    expect(await shownBy(viewer, url), url).toContain('VIP: refund promised, no discount again');
  }

  const colleague = await launchWithExtension({
    headless: true,
    flags: helpdesks.server.browserFlags,
  });
  await colleague.worker();
  await connectAccounts(colleague.context, [accounts.chatwoot, accounts.kustomer]);
  const theirTab = await colleague.context.newPage();
  await theirTab.goto(helpdesks.kustomer.pageOf('amelie'));
  const theirs = await openSidePanel(colleague, theirTab);
  await waitForTimeline(theirs.page);
  await openNotes(theirs.page);
  await expect(note(theirs.page, 'refund promised')).toHaveCount(1);

  await changeNote(theirs.page, 'refund promised', 'VIP: refund paid on Monday');
  await waitUntilIn(note(theirs.page, 'paid on Monday'), 'Chatwoot, Kustomer');
  await tab.bringToFront();
  await openNotes(panel);
  await expect(note(panel, 'paid on Monday')).toHaveCount(1);
  await waitUntilIn(note(panel, 'paid on Monday'), all);
  for (const url of everywhere) {
    const shown = await shownBy(viewer, url);
    expect(shown, url).toContain('VIP: refund paid on Monday');
    expect(shown, url).not.toContain('refund promised');
  }

  await note(theirs.page, 'paid on Monday').getByRole('button', { name: 'Delete' }).click();
  await expect
    .poll(() => shownBy(viewer, helpdesks.kustomer.pageOf('amelie')))
    .not.toContain('paid on Monday');
  await expect
    .poll(() => shownBy(viewer, helpdesks.chatwoot.pageOf('amelie')))
    .not.toContain('paid on Monday');
  await theirs.detach();
  await colleague.close();
});

test('its deletion takes it away from every helpdesk, and can be taken back', async ({ desk }) => {
  test.setTimeout(180_000);
  const { tab, panel, others } = await openEverywhere(desk);
  const viewer = others[0] ?? tab;
  const everywhere = desk.helpdesks.all.map((each) => each.pageOf('amelie'));
  await tab.bringToFront();
  await writeNote(panel, 'Call before noon only');
  const card = note(panel, 'Call before noon only');
  await waitUntilIn(card, all);
  await card.getByRole('button', { name: 'Delete' }).click();
  await expect(card).toHaveCount(0);
  for (const url of everywhere) {
    await expect
      .poll(() => shownBy(viewer, url), { timeout: 30_000 })
      .not.toContain('Call before noon only');
  }
  await tab.bringToFront();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await waitUntilIn(card, all);
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
  kustomer.faults.add({ fault: { kind: 'delay', ms: 3_000 } });
  await writeNote(panel, 'Allergic to nuts');
  await expect.poll(writes, { timeout: 30_000 }).toBeGreaterThan(before);
  const session = await desk.browser.context.newCDPSession(tab);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  kustomer.faults.clear();
  await openNotes(panel);
  await waitUntilIn(note(panel, 'Allergic to nuts'), 'Chatwoot, Kustomer');
  // The call of the killed worker may arrive after the second one looked.
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
