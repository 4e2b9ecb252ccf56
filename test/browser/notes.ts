import type { Locator, Page } from '@playwright/test';
import { expect } from './expect';

/** Goes to the notes of the person on screen, which also makes them be read again from every platform. */
export async function openNotes(panel: Page): Promise<void> {
  const parts = panel.getByRole('navigation', { name: 'Parts of the panel' });
  await parts.getByRole('button', { name: 'History' }).click();
  await parts.getByRole('button', { name: 'Notes' }).click();
  await expect(panel.getByRole('textbox', { name: 'New note' })).toBeVisible();
}

/** Writes a note as a person does, with the keyboard. */
export async function writeNote(panel: Page, text: string): Promise<void> {
  await openNotes(panel);
  await panel.getByRole('textbox', { name: 'New note' }).fill(text);
  await panel.keyboard.press('Control+Enter');
  await expect(note(panel, text)).toBeVisible();
}

/** The card of a note of ours. */
export function note(panel: Page, text: string): Locator {
  return panel
    .getByRole('list', { name: 'Notes', exact: true })
    .getByRole('article')
    .filter({ hasText: text });
}

/** Changes a note as a person does. */
export async function changeNote(panel: Page, before: string, after: string): Promise<void> {
  await note(panel, before).getByRole('button', { name: 'Edit' }).click();
  await saveChange(panel, after);
}

/** Puts another text into the editor that is open, and saves it. */
export async function saveChange(panel: Page, after: string): Promise<void> {
  const field = panel.getByRole('textbox', { name: 'Text of the note' });
  await field.fill(after);
  // It is saved when the editor is gone; where the worker was stopped meanwhile, the editor says so and
  // stays.
  await expect(async () => {
    if (await field.isVisible()) await field.press('Control+Enter', { timeout: 1_000 });
    await expect(field).toHaveCount(0, { timeout: 5_000 });
  }).toPass({ timeout: 30_000 });
  await expect(note(panel, after)).toBeVisible();
}

/**
 * Clicks a button that may disappear at this moment, because its purpose was settled elsewhere. Returns
 * whether it was there.
 */
export function clickIfThere(button: Locator): Promise<boolean> {
  return button.click({ timeout: 2_000 }).then(
    () => true,
    () => false,
  );
}

/** Waits until a note shows that it is on all these platforms, in their order. */
export async function waitUntilIn(
  card: Locator,
  platforms: string,
  timeout = 60_000,
): Promise<void> {
  const told = card.getByText(`In ${platforms.replace(/, (?=[^,]*$)/, ' and ')}`, { exact: true });
  await expect(told).toBeVisible({ timeout });
}

/** Tries a note again as often as its card offers that, until it is on all these platforms. */
export async function retryUntilIn(card: Locator, platforms: string): Promise<void> {
  await expect(async () => {
    // It may be on its way by itself just now: then there is nothing to retry.
    await clickIfThere(card.getByRole('button', { name: 'Retry' }));
    await waitUntilIn(card, platforms, 10_000);
  }).toPass({ timeout: 90_000 });
}

/** Tries again whatever has not arrived, as a person does. */
export async function retryAll(panel: Page): Promise<void> {
  for (const button of await panel.getByRole('button', { name: 'Retry' }).all()) {
    await clickIfThere(button);
  }
}

/** Answers the first question about two texts by keeping both; returns whether there was one. */
export async function keepBothTexts(panel: Page): Promise<boolean> {
  const question = panel.getByRole('region', { name: 'Two versions' }).first();
  if (!(await question.isVisible())) return false;
  const merge = question.getByRole('button', { name: 'Merge both' });
  const keep = question.getByRole('button', { name: 'Keep this' });
  if (!(await merge.isVisible())) return clickIfThere(keep);
  const save = question.getByRole('button', { name: 'Save merged text' });
  return (await clickIfThere(merge)) && (await clickIfThere(save));
}
