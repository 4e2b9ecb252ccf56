import { expect, type Page } from '@playwright/test';
import { items, waitForTimeline } from '../browser/timeline';
import { allAccounts, test } from './fixtures';

const dialog = (panel: Page) => panel.getByRole('dialog', { name: 'Search everything stored' });
const field = (panel: Page) =>
  dialog(panel).getByRole('combobox', { name: 'Search everything stored' });
const finds = (panel: Page) => dialog(panel).getByRole('listbox', { name: 'Found passages' });
const chosen = (panel: Page) => finds(panel).getByRole('option', { selected: true });

test('who wrote about it: found among everybody held, opened at the message, and back', async ({
  desk,
}) => {
  const { chatwoot } = desk.helpdesks;
  await desk.connect(...allAccounts);
  const tab = await desk.openTab(chatwoot.pageOf('amelie'));
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
  await tab.goto(chatwoot.pageOf('oliver'));
  const oliver = panel.getByRole('heading', { level: 1, name: /Oliver/ });
  await expect(oliver).toBeVisible();
  await waitForTimeline(panel);

  await test.step('by a part of a number, with the keyboard alone', async () => {
    await panel.keyboard.press('Control+Shift+F');
    await expect(field(panel)).toBeFocused();
    await panel.keyboard.insertText('boots 18830');
    await expect(chosen(panel)).toContainText('AC-18830');
    await expect(dialog(panel).getByRole('group', { name: /Am[eé]lie/i })).toBeVisible();
    await panel.keyboard.press('Enter');
    await expect(dialog(panel)).toHaveCount(0);
    await expect(panel.getByRole('heading', { level: 1, name: /Am[eé]lie/i })).toBeVisible();
    await expect(items(panel).filter({ hasText: 'AC-18830' }).first()).toBeInViewport();
    await expect(panel.locator('mark').filter({ hasText: '18830' }).first()).toBeVisible();
  });

  await test.step('back to whom the tab shows', async () => {
    await expect(panel.getByText('The tab shows someone else.')).toBeVisible();
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(oliver).toBeVisible();
  });

  await test.step('what cannot be found is said', async () => {
    await panel.getByRole('button', { name: 'Search the timeline' }).click();
    await panel.getByRole('button', { name: /^Search everyone’s messages/ }).click();
    const state = dialog(panel).getByRole('status').first();
    await field(panel).fill('!? 👍');
    await expect(state).toHaveText('Type at least two letters or digits.');
    await field(panel).fill('zzzznobody '.repeat(900));
    await expect(state).toHaveText('Nothing stored matches everything you typed.');
    await field(panel).fill('express');
    await expect(chosen(panel)).toContainText(/express/i);
    await dialog(panel).getByRole('button', { name: 'Only Kustomer' }).click();
    await expect(finds(panel).getByRole('option').filter({ hasText: 'AC-18830-B' })).toHaveCount(0);
    await dialog(panel).getByRole('button', { name: 'Only Kustomer' }).click();
    await panel.keyboard.press('Escape');
  });

  await test.step('without a conversation, from the search for people', async () => {
    await tab.goto('about:blank');
    await panel.getByRole('combobox', { name: 'Search all helpdesks' }).fill('18830');
    await panel.getByRole('button', { name: 'Search everyone’s messages and notes' }).click();
    await expect(field(panel)).toHaveValue('18830');
    await expect(chosen(panel)).toContainText('18830');
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('heading', { level: 1, name: /Am[eé]lie/i })).toBeVisible();
  });
});
