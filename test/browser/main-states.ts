import type { Locator, Page } from '@playwright/test';
import { expect } from './expect';
import type { Say } from './sentences';

/** Opens each main state of the panel of a person, one after the other, and gives its name once it is there. */
export async function* panelStates(panel: Page, say: Say): AsyncGenerator<string> {
  const button = (name: string): Locator =>
    panel.getByRole('button', { name: say(name), exact: true }).first();
  const dialog = panel.getByRole('dialog');
  const part = (name: string) =>
    panel
      .getByRole('navigation', { name: say('Parts of the panel') })
      .getByRole('button', { name: say(name) });
  yield 'history';
  const records = panel.locator('header [aria-haspopup="dialog"]').first();
  const tile = panel.getByRole('list', { name: say('Platforms') }).getByRole('button');
  const cards: readonly [string, Locator][] = [
    ['records', records],
    ['details', button('Details')],
    ['platform', tile.first()],
    ['coverage', panel.locator('[aria-haspopup="dialog"]').last()],
    ['filters', button('Filters')],
    ['jump', button('Jump to date')],
  ];
  for (const [name, opener] of cards) {
    await opener.click();
    // The card comes before what is on it.
    await expect(dialog).toContainText(/\S/);
    yield name;
    await panel.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await button('Search the timeline').click();
  await panel.getByRole('searchbox').fill('parcel');
  yield 'search';
  await panel.keyboard.press('Escape');
  for (const [name, keys, role] of [
    ['palette', 'Control+K', 'combobox'],
    ['shortcuts', '?', 'dialog'],
    ['everywhere', 'Control+Shift+F', 'combobox'],
  ] as const) {
    await panel.keyboard.press(keys);
    await expect(panel.getByRole(role).first()).toBeVisible();
    yield name;
    await panel.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await part('Replies').click();
  await expect(panel.getByRole('option').first()).toBeVisible();
  yield 'responses';
  await button('New response').click();
  await expect(panel.getByRole('form', { name: say('New response') })).toBeVisible();
  yield 'new-response';
  await button('Cancel').click();
  await part('Notes').click();
  await expect(panel.getByRole('textbox', { name: say('New note') })).toBeVisible();
  yield 'notes';
  await part('History').click();
}

/** The same of the settings, the set-up among them. */
export async function* settingsStates(page: Page, say: Say): AsyncGenerator<string> {
  const button = (name: string): Locator =>
    page.getByRole('button', { name: say(name), exact: true }).first();
  await expect(page.getByRole('heading', { name: say('Data cards') })).toBeVisible();
  yield 'settings';
  await button('Add a data card').click();
  await expect(page.getByRole('form', { name: say('New data card') })).toBeVisible();
  yield 'card-form';
  await button('Cancel').click();
  await button('New response').click();
  await expect(page.getByRole('form').first()).toBeVisible();
  yield 'response-form';
  await button('Cancel').click();
}
