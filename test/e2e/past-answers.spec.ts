import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { turnOnPastAnswers } from '../browser/past-answers';
import { waitForTimeline } from '../browser/timeline';
import { test } from './fixtures';

const answers = (panel: Page) => panel.getByRole('region', { name: 'How we answered before' });
const list = (panel: Page) => answers(panel).getByRole('listbox');
const composer = (tab: Page) => tab.locator('.reply-box .ProseMirror[contenteditable=true]');

test('how a similar question was answered: off, found, blanks filled, inserted, made a response', async ({
  desk,
}) => {
  const { chatwoot } = desk.helpdesks;
  await desk.connect(accounts.chatwoot);
  const tab = await desk.openTab(chatwoot.pageOf('oliver'));
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
  await tab.goto(chatwoot.pageOf('amelie'));
  await expect(panel.getByRole('heading', { level: 1, name: /Am[eé]lie/i })).toBeVisible();
  await waitForTimeline(panel);

  await test.step('nothing of it before somebody turned it on', async () => {
    await panel.getByRole('button', { name: 'Replies' }).click();
    await expect(panel.getByRole('option').first()).toBeVisible();
    await expect(answers(panel)).toHaveCount(0);
    await turnOnPastAnswers(desk.browser.context);
    await tab.bringToFront();
  });

  await test.step('with the keyboard alone: what is asked for is filled in, then it is inserted', async () => {
    await expect(list(panel).getByRole('option').first()).toContainText('they come treated');
    await expect(list(panel).getByRole('option').first()).toContainText('Hi ‹First name›');
    await expect(list(panel).getByRole('option').first()).not.toContainText('Oliver');
    await list(panel).focus();
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('textbox', { name: 'First name' })).toHaveValue('Amélie');
    await expect(panel.getByRole('textbox', { name: 'First name' })).toBeFocused();
    await panel.keyboard.press('Enter');
    await expect(composer(tab)).toContainText('Hi Amélie, no: they come treated.');
    await expect(panel.getByText('Inserted into the reply. Nothing was sent.')).toBeVisible();
  });

  await test.step('as a response, with its blanks', async () => {
    await answers(panel).getByRole('button', { name: 'Make a response of it' }).click();
    await expect(panel.getByRole('heading', { name: 'New response' })).toBeVisible();
    await expect(panel.getByRole('textbox', { name: 'Text', exact: true })).toHaveValue(
      /^Hi \{\{ask\.first_name\}\}, no: they come treated\./,
    );
  });
});
