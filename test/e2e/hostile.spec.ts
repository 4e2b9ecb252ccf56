import { expect, type Page } from '@playwright/test';
import { STEP_MS } from '../browser/expect';
import type { HelpdeskName } from '../browser/panes';
import { readTimeline, waitForPerson, waitForTimeline } from '../browser/timeline';
import { allAccounts, test } from './fixtures';

/** Whether any of the scripts in the stories ran, in the panel or in the helpdesk's page. */
function ran(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, '__owned') ?? null);
}

/** Who has awkward data, on which platform they are opened, and by which words the panel tells them. */
const awkward: [string, HelpdeskName, RegExp][] = [
  ['mallory', 'chatwoot', /Mallory/],
  ['felix', 'chatwoot', /Felix Brandt/],
  ['ruth', 'chaport', /ruth adler/i],
  ['bjorn', 'chatra', /Björn/],
  ['nadia', 'kustomer', /nadia/i],
  ['kai', 'chatra', /𝓚𝓪𝓲/u],
];

test('practice 10: markup, scripts and other awkward data in every field are shown as text', async ({
  desk,
}) => {
  await desk.connect(...allAccounts);
  const tab = await desk.openTab('about:blank');
  const panel = await desk.openPanel(tab);
  const errors: string[] = [];
  panel.on('pageerror', (error) => errors.push(String(error)));
  let before: string[] = [];
  for (const [person, platform, name] of awkward) {
    await test.step(`${person} on ${platform}`, async () => {
      await tab.goto(desk.helpdesks[platform].pageOf(person));
      await waitForPerson(panel, name);
      await waitForTimeline(panel);
      // For a moment the items of the one before may stand below the name.
      let seen: string[] = [];
      await expect(async () => {
        seen = (await readTimeline(panel)).map(({ text }) => text);
        expect(seen.length).toBeGreaterThan(0);
        expect(seen).not.toEqual(before);
      }).toPass({ timeout: STEP_MS });
      before = seen;
      expect(errors).toEqual([]);
      expect(await ran(panel)).toBeNull();
      if (person === 'mallory') await expectTextOnly(panel, seen);
    });
  }
});

async function expectTextOnly(panel: Page, seen: string[]): Promise<void> {
  expect(seen.join('\n')).toContain('<');
  const links = await panel.evaluate(() => [...document.links].map((link) => link.href));
  for (const link of links) expect(link).toMatch(/^(https?|mailto|tel):/);
  expect(
    await panel.locator('script:not([src]), iframe, object, embed, img[onerror]').count(),
  ).toBe(0);
}
