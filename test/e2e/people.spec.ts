import { expect, type Page } from '@playwright/test';
import { pressByTab } from '../browser/tab-key';
import { readTable, waitForTimeline } from '../browser/timeline';
import { allAccounts, type Desk, test } from './fixtures';

const who = (panel: Page) => panel.getByRole('button', { name: /^Who is this: / });
const card = (panel: Page) => panel.getByRole('dialog', { name: 'Who is this' });
const alert = (panel: Page, platform: string) =>
  panel.getByLabel(new RegExp(`^Open in ${platform} · `));

/** What was decided, by whom and when (epoch ms). */
async function decisions(panel: Page): Promise<[string, string, number][]> {
  const links = await readTable(panel, 'links');
  return links
    .map((link): [string, string, number] => [
      String(link.verdict),
      String(link.by),
      Number(link.at),
    ])
    .sort(([one, , at], [other, , later]) => one.localeCompare(other) || at - later);
}

/** What is typed before the search has come up goes nowhere. */
async function insertIntoSearch(panel: Page, text: string): Promise<void> {
  await expect(panel.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await panel.keyboard.insertText(text);
}

async function open(desk: Desk, url: string): Promise<{ tab: Page; panel: Page }> {
  const tab = await desk.openTab(url);
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
  return { tab, panel };
}

test('who is who: told, decided and taken back without a mouse, and kept when the browser starts again', async ({
  desk,
}) => {
  const { chatwoot, kustomer } = desk.helpdesks;
  await desk.connect(...allAccounts);
  const { tab, panel } = await open(desk, chatwoot.pageOf('amelie'));

  await test.step('the same person writes elsewhere: one line, which leads there', async () => {
    await expect(alert(panel, 'Kustomer')).toHaveAccessibleName(/waiting \d+ h · Lena Hoffmann · /);
    await pressByTab(panel, panel.getByRole('button', { name: '1 more open elsewhere' }));
    await expect(alert(panel, 'Chaport')).toBeVisible();
    const opening = desk.browser.context.waitForEvent('page');
    await pressByTab(panel, alert(panel, 'Kustomer'));
    const other = await opening;
    await expect(alert(panel, 'Chatwoot')).toBeVisible();
    expect(new URL(other.url()).origin).toBe(new URL(kustomer.pageOf('amelie')).origin);
    const pages = desk.browser.context.pages().length;
    // Where a tab shows the conversation already, no second one is opened.
    await pressByTab(panel, alert(panel, 'Chatwoot'));
    await expect(alert(panel, 'Kustomer')).toBeVisible();
    expect(await tab.evaluate(() => document.visibilityState)).toBe('visible');
    expect(desk.browser.context.pages()).toHaveLength(pages);
    await other.close();
  });

  await test.step('why, unlink, undo', async () => {
    await pressByTab(panel, who(panel));
    await expect(card(panel)).toContainText('same e-mail address as in Chatwoot and Kustomer');
    await pressByTab(
      panel,
      card(panel).getByRole('button', { name: 'Unlink amelie', exact: true }),
    );
    await expect(who(panel)).toHaveAccessibleName('Who is this: 2 records');
    await expect(panel.getByRole('status').getByText('Unlinked amelie in Chaport')).toBeVisible();
    await pressByTab(panel, panel.getByRole('button', { name: 'Undo' }));
    await expect(who(panel)).toHaveAccessibleName('Who is this: 3 records');
    expect(await decisions(panel)).toEqual([]);
  });

  await test.step('unlink for now, and reject for good', async () => {
    await pressByTab(panel, who(panel));
    await pressByTab(
      panel,
      card(panel).getByRole('button', { name: 'Unlink amelie', exact: true }),
    );
    await pressByTab(
      panel,
      panel.getByRole('button', { name: 'Possibly the same person: 1 record' }),
    );
    await expect(panel.getByRole('button', { name: 'Same person: amelie' })).toBeVisible();
    await pressByTab(panel, who(panel));
    const reject = { name: 'Amelie LAURENT is not the same person' };
    await pressByTab(panel, card(panel).getByRole('button', reject));
    await expect(who(panel)).toHaveAccessibleName('Who is this: 1 record');
  });

  await test.step('link by a pasted address', async () => {
    await pressByTab(panel, who(panel));
    await pressByTab(panel, card(panel).getByRole('button', { name: 'Find another record…' }));
    await insertIntoSearch(panel, kustomer.pageOf('reto'));
    await expect(panel.getByRole('option', { selected: true })).toBeVisible();
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'Same person, link them' })).toBeFocused();
    await panel.keyboard.press('Enter');
    await expect(who(panel)).toHaveAccessibleName('Who is this: 2 records');
  });

  await test.step('a conversation whose platform knows nobody is chosen manually', async () => {
    kustomer.faults.add({ fault: { kind: 'status', status: 404 }, path: /^\/v1\/c/ });
    await tab.goto(kustomer.pageOf('bjorn'));
    await pressByTab(panel, panel.getByRole('button', { name: 'I know who this is…' }));
    await insertIntoSearch(panel, 'sabine');
    await expect(panel.getByRole('option', { selected: true })).toBeVisible();
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'Yes, this is them' })).toBeFocused();
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('heading', { name: /Sabine/ })).toBeVisible();
  });

  const said = await decisions(panel);
  // Taking one record out of two is one word, which names the other by the way.
  const verdicts = ['different', 'same', 'same', 'unlinked'];
  expect(said.map(([verdict]) => verdict)).toEqual(verdicts);
  await desk.restart();
  const again = await open(desk, kustomer.pageOf('bjorn'));
  await test.step('all of it holds in the browser started again', async () => {
    expect(await decisions(again.panel)).toEqual(said);
    await expect(again.panel.getByRole('heading', { name: /Sabine/ })).toBeVisible();
    await who(again.panel).click();
    await expect(card(again.panel)).toContainText('chosen manually');
    kustomer.faults.clear();
    await again.tab.goto(chatwoot.pageOf('amelie'));
    await expect(who(again.panel)).toHaveAccessibleName('Who is this: 2 records');
    await waitForTimeline(again.panel);
    await expect(alert(again.panel, 'Kustomer')).toHaveAccessibleName(/Priya Raman/);
    await who(again.panel).click();
    await expect(card(again.panel)).toContainText(/linked by .+, \d+ \w+/);
    await expect(card(again.panel)).toContainText(/marked as different people by .+, \d+ \w+/);
    await card(again.panel).getByRole('button', { name: 'Unlink Reto Zbinden' }).click();
    await expect(who(again.panel)).toHaveAccessibleName('Who is this: 1 record');
    await who(again.panel).click();
    const takeBack = { name: 'Undo the decision about Amelie LAURENT' };
    await card(again.panel).getByRole('button', takeBack).click();
    await expect(who(again.panel)).toHaveAccessibleName('Who is this: 2 records');
    await again.panel.getByRole('button', { name: 'Details' }).click();
    const details = again.panel.getByRole('dialog', { name: 'Details' });
    await expect(details).toContainText('Amélie Laurent in Chatwoot · Amelie LAURENT in Kustomer');
    await expect(details).toContainText('2 open · 2 snoozed · 6 resolved');
    await expect(details.getByTitle('Chatwoot and Kustomer').getByText('vip')).toBeVisible();
    await expect(details.getByText('b2b')).toBeVisible();
  });
});
