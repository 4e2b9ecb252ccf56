import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { waitForPerson } from '../browser/timeline';
import { type Desk, test } from './fixtures';

/** The account of the emulated helpdesk whose responses these tests change. */
function helpdeskAccount(desk: Desk) {
  const account = desk.helpdesks.chatwoot.installation('app.chatwoot.com').accounts[0];
  if (account === undefined) throw new Error('the helpdesk has no account');
  return account;
}

function firstResponse(desk: Desk) {
  const first = helpdeskAccount(desk).cannedResponses[0];
  if (first === undefined) throw new Error('the helpdesk has no responses');
  return first;
}

function countMessages(desk: Desk): number {
  return helpdeskAccount(desk).conversations.flatMap(({ messages }) => messages).length;
}

const search = (panel: Page) => panel.getByRole('combobox', { name: 'Find a canned response' });
const composer = (tab: Page) => tab.locator('.reply-box .ProseMirror[contenteditable=true]');

/** What the keys of the command leave for the panel; `focus.spec.ts` presses them for real. */
async function wishForSearch(panel: Page): Promise<void> {
  await panel.evaluate(async () => {
    const { id } = await chrome.windows.getCurrent();
    await chrome.storage.session.set({ 'reply-wish': { windowId: id, at: Date.now() } });
  });
}

const inserted = (panel: Page) => panel.getByText('Inserted into the reply. Nothing was sent.');

test('canned responses: found and inserted by keyboard, made here, changed there', async ({
  desk,
}) => {
  const { cannedResponses } = helpdeskAccount(desk);
  const text = 'Hi {{contact.first_name | upcase}}{% if contact.phone %}, we call you{% endif %}.';
  cannedResponses.push({ ...firstResponse(desk), id: 9_998, shortCode: 'logic', content: text });
  await desk.connect(accounts.chatwoot);
  const { faults, pageOf } = desk.helpdesks.chatwoot;
  faults.add({ fault: { kind: 'held' } });
  const tab = await desk.openTab(pageOf('amelie'));
  const panel = await desk.openPanel(tab);

  await test.step('what is typed while it is being found out who this is reaches the search', () =>
    typeBeforeThePerson(panel, () => faults.clear()));
  await test.step('logic that the helpdesk works out goes in as it is written, once that is agreed to', () =>
    insertLogic(tab, panel));
  await test.step('a whole answer by keyboard: command, three letters, Enter', () =>
    answerByKeyboard(desk, tab, panel));
  await test.step('“/” finds, Ctrl+Enter edits first, Escape leaves', () =>
    editBeforeInserting(tab, panel));
  await test.step('made in the panel, seen in the helpdesk; a shortcut that is taken there is told', () =>
    makeResponse(desk, panel));
  await test.step('changed in the helpdesk, seen in the panel', () => changeThere(desk, panel));
  await test.step('what is left out is told, with a way to the reason', () =>
    tellLeftOut(desk, panel));
});

async function typeBeforeThePerson(panel: Page, goOn: () => void): Promise<void> {
  await expect(panel.getByText('Finding out who this is…')).toBeVisible();
  await panel.keyboard.press('/');
  await panel.keyboard.type('hel');
  // Not before the person is there: Enter would have nobody to greet.
  await expect(search(panel)).toBeHidden();
  goOn();
  await expect(search(panel)).toBeFocused();
  await panel.keyboard.type('lo');
  await expect(search(panel)).toHaveValue('hello');
  await expect(panel.getByRole('region', { name: 'Preview' })).toContainText('Hi Amélie');
}

async function insertLogic(tab: Page, panel: Page): Promise<void> {
  // Typed on at once, before the search is loaded.
  await panel.reload();
  await waitForPerson(panel, /Laurent|amelie/i);
  await panel.keyboard.press('/');
  await panel.keyboard.type('logic');
  await expect(panel.getByRole('region', { name: 'Preview' })).toContainText(
    'uses logic that only Chatwoot evaluates',
  );
  await panel.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Insert into the reply' }).click();
  await expect(inserted(panel)).toBeVisible();
  await expect(composer(tab)).toContainText(
    'Hi AMÉLIE{% if contact.phone %}, we call you{% endif %}.',
  );
  await takeBack(tab, panel);
}

/** Leaves the composer empty, and nothing said of what was in it. */
async function takeBack(tab: Page, panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(composer(tab)).toHaveText('');
  await expect(inserted(panel)).toHaveCount(0);
}

async function answerByKeyboard(desk: Desk, tab: Page, panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'History' }).click();
  await expect(search(panel)).toHaveCount(0);
  const before = countMessages(desk);
  await wishForSearch(panel);
  await expect(search(panel)).toBeFocused();
  await expect(panel.getByRole('option').first()).toBeVisible();
  await panel.keyboard.type('hel');
  await expect(panel.getByRole('region', { name: 'Preview' })).toContainText('Hi Amélie');
  await panel.keyboard.press('Enter');
  await expect(inserted(panel)).toBeVisible();
  await expect(composer(tab)).toContainText('Hi Amélie, thanks for writing to Acme Outdoor.');
  expect(countMessages(desk)).toBe(before);
  await takeBack(tab, panel);
}

async function editBeforeInserting(tab: Page, panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'History' }).click();
  await expect(search(panel)).toHaveCount(0);
  await panel.keyboard.press('/');
  await expect(search(panel)).toBeFocused();
  await panel.keyboard.type('tent');
  await expect(panel.getByRole('option')).toHaveCount(1);
  await panel.keyboard.press('Control+Enter');
  await expect(panel.getByRole('textbox', { name: 'Text to insert' })).toBeFocused();
  await panel.keyboard.press('Control+End');
  await panel.keyboard.type(' And air it.');
  await panel.keyboard.press('Control+Enter');
  await expect(composer(tab)).toContainText('even after one damp night. And air it.');
  await expect(search(panel)).toBeFocused();
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('button', { name: 'History' })).toHaveAttribute(
    'aria-current',
    'page',
  );
}

async function makeResponse(desk: Desk, panel: Page): Promise<void> {
  const { cannedResponses } = helpdeskAccount(desk);
  await panel.keyboard.press('/');
  await expect(panel.getByRole('option').first()).toBeVisible();
  await panel.getByRole('button', { name: 'New response' }).click();
  await panel.getByRole('textbox', { name: 'Title' }).fill('Opening hours');
  await panel.getByRole('textbox', { name: 'Shortcut' }).fill('hello');
  await panel.getByRole('textbox', { name: 'Text' }).fill('We are open from 9 to 5.');
  await panel.getByLabel('Keep it in').selectOption({ index: 1 });
  await panel.getByRole('button', { name: 'Save' }).click();
  const taken = panel.getByRole('heading', {
    name: 'already has another response called “hello”',
  });
  await expect(taken).toBeFocused();
  await panel.getByRole('button', { name: 'Back to editing' }).click();
  await panel.getByRole('textbox', { name: 'Shortcut' }).fill('hours');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(search(panel)).toBeVisible();
  expect(cannedResponses.find(({ shortCode }) => shortCode === 'hours')?.content).toBe(
    'We are open from 9 to 5.',
  );
}

async function changeThere(desk: Desk, panel: Page): Promise<void> {
  const row = helpdeskAccount(desk).cannedResponses.find(({ shortCode }) => shortCode === 'hours');
  if (row === undefined) throw new Error('the response is not there');
  row.content = 'We are open around the clock.';
  await panel.getByRole('button', { name: 'Reload the responses' }).click();
  await search(panel).fill('clock');
  await expect(panel.getByRole('option')).toHaveCount(1);
}

async function tellLeftOut(desk: Desk, panel: Page): Promise<void> {
  helpdeskAccount(desk).cannedResponses.push({ ...firstResponse(desk), id: 9_999, shortCode: '' });
  await panel.getByRole('button', { name: 'Reload the responses' }).click();
  await expect(panel.getByText(/^Chatwoot \(.+\): 1 response is left out/)).toBeVisible();
  const [settings] = await Promise.all([
    desk.browser.context.waitForEvent('page'),
    panel.getByRole('link', { name: 'Which and why' }).click(),
  ]);
  await expect(settings.getByRole('heading', { name: 'Canned responses' })).toBeInViewport();
  await settings.getByText('Which and why').click();
  await expect(settings.getByText(/no short code, no text or no number/)).toBeVisible();
}
