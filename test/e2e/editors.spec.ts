import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import {
  insert,
  nothingSent,
  paragraphs,
  pretendPanelHasFocus,
  undoInsert,
  waitForSubject,
  watchForSending,
} from '../browser/insertion';
import { editorsScript } from './editors/bundle';
import { type Desk, test } from './fixtures';

/** Helpdesks change their editors: a helpdesk's address with the composer of tomorrow in it. */
const origin = 'https://app.chaport.com';
const conversation = '#/chats/0f8fad5b-d9cb-469f-a165-70867728950e/7';
const composer = '#chat-input [contenteditable="true"]';

let script: Promise<string> | undefined;

async function openEditor(desk: Desk, name: string): Promise<[Page, Page]> {
  await desk.connect(accounts.chaport);
  script ??= editorsScript();
  const code = await script;
  const tab = await desk.browser.context.newPage();
  const html = `<!doctype html><meta charset="utf-8"><title>${name}</title>
    <main><div id="chat-input"><div></div></div></main><script type="module" src="/bench/script/page.js"></script>`;
  await tab.route(`${origin}/bench/**`, (route) =>
    route.request().url().includes('/script/')
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({ contentType: 'text/html', body: html }),
  );
  await tab.goto(`${origin}/bench/${name}${conversation}`);
  await expect(tab.locator(composer)).toBeVisible();
  const panel = await desk.openPanel(tab);
  await waitForSubject(panel);
  return [tab, panel];
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

for (const name of ['lexical', 'slate', 'quill', 'ckeditor']) {
  test(`${name}: exact in the editor’s own model, one undo, nothing sent`, async ({ desk }) => {
    const [tab, panel] = await openEditor(desk, name);
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
    expect(await model(tab)).toBe(`Dear you, ${plain}Bye`);
    await tab.locator(composer).focus();
    await tab.keyboard.press('Control+z');
    await expect.poll(() => model(tab)).toBe('Dear you, Bye');

    await insert(panel, { text: answer });
    expect(await undoInsert(panel)).toMatchObject({ kind: 'inserted', canUndo: false });
    expect(await model(tab)).toBe('Dear you, Bye');
    expect(await sent()).toEqual(nothingSent);

    await test.step('without the page’s focus, at the caret too', async () => {
      await tab.locator(composer).focus();
      await tab.keyboard.press('Control+a');
      await tab.keyboard.type('before (after)');
      for (const _ of '(after)') await tab.keyboard.press('ArrowLeft');
      await pretendPanelHasFocus(tab);
      expect(await insert(panel, { text: paragraphs('in between') })).toMatchObject({
        kind: 'inserted',
      });
      expect(await model(tab)).toBe('before in between(after)');
    });
  });
}
