import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { items, readTimeline, waitForTimeline, waitUntilSettled } from '../browser/timeline';
import { allAccounts, test } from './fixtures';

/** Whether any of the scripts in the stories ran, in the panel or in the helpdesk's page. */
function ran(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, '__owned') ?? null);
}

test('practice 10: markup and scripts in every field are shown as text', async ({ desk }) => {
  await desk.connect(...allAccounts);
  const tab = await desk.openTab(desk.helpdesks.chatwoot.pageOf('mallory'));
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
  const seen = await readTimeline(panel);
  expect(seen.map((item) => item.text).join('\n')).toContain('<');
  expect(await ran(panel)).toBeNull();
  const links = await panel.evaluate(() => [...document.links].map((link) => link.href));
  for (const link of links) expect(link).toMatch(/^(https?|mailto|tel):/);
  expect(
    await panel.locator('script:not([src]), iframe, object, embed, img[onerror]').count(),
  ).toBe(0);
});

for (const [person, platform] of [
  ['felix', 'chatwoot'],
  ['ruth', 'chaport'],
  ['bjorn', 'chatra'],
  ['nadia', 'kustomer'],
  ['kai', 'chatra'],
] as const) {
  test(`awkward data: ${person} on ${platform}`, async ({ desk }) => {
    const story = desk.helpdesks.world.people.find(({ key }) => key === person);
    const its = Object.values(accounts).filter((account) => story?.[account.platform]);
    await desk.connect(...its);
    const errors: string[] = [];
    const panel = await desk.openPanel(await desk.openTab(desk.helpdesks[platform].pageOf(person)));
    panel.on('pageerror', (error) => errors.push(String(error)));
    await waitUntilSettled(panel);
    await expect(items(panel).first()).toBeVisible();
    const seen = await readTimeline(panel);
    expect(seen.length).toBeGreaterThan(0);
    expect(errors).toEqual([]);
    expect(await ran(panel)).toBeNull();
  });
}
