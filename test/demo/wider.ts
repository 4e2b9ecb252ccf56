import path from 'node:path';
import { takePicture } from '../browser/picture';
import type { SidePanel } from '../browser/side-panel';
import { waitForTimeline } from '../browser/timeline';
import { DEMO_PERSON, type Stage } from './stage';

/** Somebody of whom one helpdesk knows less than another. */
const INCOMPLETE_PERSON = 'jonas';

/**
 * Pictures of what no helpdesk does by itself: the search over everything stored, and a value for a contact
 * that lacks it. The demo's customer is on screen afterwards.
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
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await waitForTimeline(page);
  };
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
