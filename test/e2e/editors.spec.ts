import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import {
  insert,
  nothingSent,
  paragraphs,
  pretendPanelHasFocus,
  subjectOnScreen,
  undoInsert,
  waitForSubject,
  watchForSending,
} from '../browser/insertion';
import { editorsScript } from './editors/bundle';
import { test } from './fixtures';

/** Helpdesks change their editors: a helpdesk's address with the composer of tomorrow in it. */
const origin = 'https://app.chaport.com';
const conversation = '#/chats/0f8fad5b-d9cb-469f-a165-70867728950e/7';
const composer = '#chat-input [contenteditable="true"]';

/** Serves the composers below the helpdesk's address, each on a page named after it. */
async function serveEditors(tab: Page): Promise<void> {
  const code = await editorsScript();
  await tab.route(`${origin}/bench/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const name = pathname.split('/').at(-1);
    return pathname.includes('/script/')
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({ contentType: 'text/html', body: pageWith(name) });
  });
}

const pageWith = (name = '') => `<!doctype html><meta charset="utf-8"><title>${name}</title>
  <main><div id="chat-input"><div></div></div></main><script type="module" src="/bench/script/page.js"></script>`;

async function openEditor(tab: Page, panel: Page, name: string): Promise<void> {
  // The editor before is gone for the panel, too, before the next one is there.
  await tab.goto('about:blank');
  await expect.poll(() => subjectOnScreen(panel)).not.toContain('"person"');
  await tab.goto(`${origin}/bench/${name}${conversation}`);
  await expect(tab.locator(composer)).toBeVisible();
  await waitForSubject(panel);
}

const model = (tab: Page): Promise<string> =>
  tab.evaluate(() => Reflect.get(window, 'readModel')());

const answer = paragraphs(
  'Hi Amélie 👩‍👩‍👧‍👦, e\u0301\u0302 <b>not bold</b> & **neither**',
  'שלום עולם\nمرحبا 12',
  'two  spaces',
);
const plain = answer.blocks.map(({ spans }) => spans[0]?.text).join('\n\n');

async function changeLayout(tab: Page): Promise<void> {
  await tab.keyboard.down('Control');
  await tab.keyboard.down('Shift');
  await tab.keyboard.up('Shift');
  await tab.keyboard.up('Control');
}

const names = ['lexical', 'slate', 'quill', 'ckeditor'];

test('the editors of tomorrow: exact in their own models, one undo, nothing sent', async ({
  desk,
}) => {
  await desk.connect(accounts.chaport);
  const tab = await desk.openTab('about:blank');
  await serveEditors(tab);
  const panel = await desk.openPanel(tab);
  for (const name of names) {
    await test.step(name, async () => {
      await openEditor(tab, panel, name);
      await insertWithinDraft(tab, panel);
      await test.step('without the page’s focus, at the caret too', () =>
        insertWithoutFocus(tab, panel));
    });
  }
});

async function insertWithinDraft(tab: Page, panel: Page): Promise<void> {
  await tab.locator(composer).focus();
  await tab.keyboard.type('Dear you');
  // Who changes the layout of the keyboard presses Ctrl and Shift, too: what is typed then is kept
  // from the page for a moment, and comes back.
  await changeLayout(tab);
  await tab.keyboard.type(', Bye');
  await expect.poll(() => model(tab)).toBe('Dear you, Bye');
  for (const _ of 'Bye') await tab.keyboard.press('ArrowLeft');
  const sent = await watchForSending(tab);

  expect(await insert(panel, { text: answer })).toMatchObject({ kind: 'inserted' });
  await expect.poll(() => model(tab)).toBe(`Dear you, ${plain}Bye`);
  await tab.locator(composer).focus();
  await tab.keyboard.press('Control+z');
  await expect.poll(() => model(tab)).toBe('Dear you, Bye');

  await insert(panel, { text: answer });
  expect(await undoInsert(panel)).toMatchObject({ kind: 'inserted', canUndo: false });
  await expect.poll(() => model(tab)).toBe('Dear you, Bye');
  expect(await sent()).toEqual(nothingSent);
}

async function insertWithoutFocus(tab: Page, panel: Page): Promise<void> {
  await tab.locator(composer).focus();
  await tab.keyboard.press('Control+a');
  await tab.keyboard.type('before (after)');
  await expect.poll(() => model(tab)).toBe('before (after)');
  for (const _ of '(after)') await tab.keyboard.press('ArrowLeft');
  await pretendPanelHasFocus(tab);
  expect(await insert(panel, { text: paragraphs('in between') })).toMatchObject({
    kind: 'inserted',
  });
  await expect.poll(() => model(tab)).toBe('before in between(after)');
}
