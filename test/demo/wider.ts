import path from 'node:path';
import type { Page } from '@playwright/test';
import { takePicture } from '../browser/picture';
import type { SidePanel } from '../browser/side-panel';
import { tile, waitForTimeline, waitUntilInFront } from '../browser/timeline';
import { DEMO_PERSON, type Stage } from './stage';

/** A person about whom one helpdesk knows less than another. */
const INCOMPLETE_PERSON = 'jonas';

/**
 * Pictures of what no helpdesk does by itself: a conversation that was read to its first message, the search
 * over everything stored, and a value for a contact that lacks it. The demo's customer is on screen afterwards.
 */
export async function photographWider(
  stage: Stage,
  panel: SidePanel,
  folder: string,
  onScreen: boolean,
): Promise<void> {
  const { page } = panel;
  const first = stage.tabs[0]?.page;
  if (first === undefined) return;
  const file = (name: string) => path.join(folder, name);
  const show = async (person: string, name: RegExp) => {
    await first.goto(stage.helpdesks.chatwoot.pageOf(person));
    // Beside another tab of the same person the heading is there already.
    await waitUntilInFront(panel.page, new URL(first.url()).origin);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await waitForTimeline(page);
  };
  await photographWhole(stage, panel, (tab) =>
    takePicture(tab, page, file('whole-conversation.png'), onScreen),
  );
  await first.bringToFront();
  await show(DEMO_PERSON, /Am[eé]lie/i);

  await page.getByRole('button', { name: 'Search the timeline' }).click();
  await page.getByRole('button', { name: /^Search everyone’s messages/ }).click();
  const search = page.getByRole('dialog', { name: 'Search everything stored' });
  await search.getByRole('combobox', { name: 'Search everything stored' }).fill('parcel');
  await search
    .getByRole('listbox', { name: 'Found passages' })
    .getByRole('option')
    .first()
    .waitFor();
  await takePicture(first, page, file('everywhere.png'), onScreen);
  await page.keyboard.press('Escape');

  await show(INCOMPLETE_PERSON, /Jonas/);
  await page.getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('dialog', { name: 'Details' });
  const value = details
    .getByRole('group', { name: /^Into Chatwoot/ })
    .getByRole('checkbox')
    .first();
  await value.check();
  await value.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await takePicture(first, page, file('complete-contact.png'), onScreen);
  await page.keyboard.press('Escape');
  await show(DEMO_PERSON, /Am[eé]lie/i);
}

/** Chatra's conversation, whose messages only the page shows, read off that page. */
async function photographWhole(
  { tabs }: Stage,
  panel: SidePanel,
  picture: (tab: Page) => Promise<void>,
): Promise<void> {
  const tab = tabs.find(({ name }) => name === 'chatra')?.page;
  if (tab === undefined) throw new Error('the demo has no tab of Chatra');
  await tab.bringToFront();
  await waitUntilInFront(panel.page, new URL(tab.url()).origin);
  await waitForTimeline(panel.page);
  await tile(panel.page, 'Chatra').click();
  const details = panel.page.getByRole('dialog', { name: 'Chatra' });
  await details.getByRole('button', { name: 'Read the whole conversation' }).click();
  await details
    .getByText(/^Complete as of/)
    .first()
    .waitFor();
  await picture(tab);
  await panel.page.keyboard.press('Escape');
}
