import { expect, type Page } from '@playwright/test';
import { composeMarkdown } from '../../lib/replies/markdown';
import { accountOf } from '../browser/accounts';
import {
  chatraField,
  chatwootModel,
  composers,
  noteEditor,
  proseMirror,
  readComposer,
  replyEditor,
} from '../browser/composers';
import {
  composerText,
  insert,
  nothingSent,
  paragraphs,
  pretendPanelHasFocus,
  subjectOnScreen,
  typeDraft,
  undoInsert,
  waitForSubject,
  watchForSending,
} from '../browser/insertion';
import { helpdeskOf, turnToAddress } from '../browser/panes';
import { type PaneSwitches, paneValues } from '../helpdesks/core/panes';
import { type Desk, test } from './fixtures';

const answer = paragraphs(
  'Hi Amélie 👩‍👩‍👧‍👦, e\u0301\u0302 <b>not bold</b> & **neither**',
  'שלום עולם\nمرحبا 12\tafter a tab',
  '/refund is not a command  two spaces',
);
const plain = answer.blocks.map(({ spans }) => spans[0]?.text).join('\n\n');

/** Somebody in whose conversation nothing is written. */
const before = { chatwoot: 'haruka', kustomer: 'nadia', chaport: 'ruth', chatra: 'lucia' } as const;

/** Opens a conversation; with `leftPane` as the second one, the first being kept in the document so. */
async function open(
  desk: Desk,
  url: string,
  composer?: string,
  leftPane: PaneSwitches['leftPane'] = 'removed',
): Promise<[Page, Page]> {
  const name = helpdeskOf(url);
  await desk.connect(accountOf(url));
  desk.helpdesks[name].switches.leftPane = leftPane;
  const isSecond = leftPane !== 'removed';
  const tab = await desk.openTab(isSecond ? desk.helpdesks[name].pageOf(before[name]) : url);
  if (isSecond) {
    await expect(tab.locator('textarea, [contenteditable="true"]').first()).toBeVisible();
    await turnToAddress(tab, name, url);
    await expect(tab.locator('[data-left-pane]')).toHaveCount(1);
  }
  if (composer !== undefined) await expect(tab.locator(composer).first()).toBeVisible();
  const panel = await desk.openPanel(tab);
  await waitForSubject(panel);
  return [tab, panel];
}

/** The ways in which the conversation before stays in the document, one after the other. */
const kept = paneValues.leftPane.filter((how) => how !== 'removed');

for (const [index, each] of composers.entries()) {
  const { name, composer, page, expected } = each;
  test(`practice 12: ${name}: exact text at the caret, one undo, taken back, nothing sent`, async ({
    desk,
  }) => {
    const leftPane = kept[index % kept.length];
    const [tab, panel] = await open(desk, page(desk.helpdesks), composer, leftPane);
    const read = () => readComposer(tab, each);
    const as = expected ?? ((text: string) => text);
    const sent = await watchForSending(tab);
    const begin = async (head: string, tail: string) => {
      await tab.locator(composer).first().focus();
      await tab.keyboard.press('Control+a');
      await tab.keyboard.press('Delete');
      await expect.poll(read).toBe('');
      await typeDraft(tab, composer, head, tail);
    };

    await test.step('exact text at the caret, one undo', async () => {
      await typeDraft(tab, composer, 'Dear you, ', ' Bye');
      const outcome = await insert(panel, { text: answer });
      expect(outcome).toMatchObject({ kind: 'inserted', mode: 'reply', canUndo: true });
      expect(await read()).toBe(as(`Dear you, ${plain} Bye`));
      expect(await sent()).toEqual(nothingSent);

      await tab.locator(composer).first().focus();
      await tab.keyboard.press('Control+z');
      expect(await read()).toBe('Dear you,  Bye');
      // The editor's model is what the next key builds on.
      await tab.keyboard.type('!');
      expect((await read()).replace('!', '')).toBe('Dear you,  Bye');
      expect(await read()).toContain('!');
    });

    await test.step('what was inserted is taken back from the panel', async () => {
      await begin('One ', 'two');
      await insert(panel, { text: paragraphs('first', 'second') });
      expect(await undoInsert(panel)).toMatchObject({ kind: 'inserted', canUndo: false });
      expect(await read()).toBe('One two');
      expect(await undoInsert(panel)).toEqual({ kind: 'refused', reason: 'not-taken' });
      expect(await sent()).toEqual(nothingSent);
    });

    await test.step('replaces what is selected, and leaves what was typed since', async () => {
      await begin('One old', '');
      for (const _ of 'old') await tab.keyboard.press('Shift+ArrowLeft');
      await insert(panel, { text: paragraphs('new') });
      expect(await read()).toBe('One new');
      await tab.locator(composer).first().focus();
      await tab.keyboard.type('er');
      expect(await undoInsert(panel)).toEqual({ kind: 'refused', reason: 'not-taken' });
      expect(await read()).toBe('One newer');
    });

    // Last: what it pretends to the page stays.
    await test.step('without the page’s focus, at the caret too', async () => {
      await begin('before ', ' after');
      // As the keys of the command leave it: let go where the page does not see it.
      await tab.keyboard.down('Shift');
      await pretendPanelHasFocus(tab);
      expect(await insert(panel, { text: paragraphs('in\nbetween') })).toMatchObject({
        kind: 'inserted',
      });
      expect(await read()).toBe(as('before in\nbetween after'));
    });
  });
}

for (const [channel, person, editorMenu, list, link] of [
  ['web chat', 'haruka', 'by-channel', '* one\n\n* two', '[a link](https://example.com/a)'],
  ['WhatsApp', 'jonas', 'by-channel', '* one\n\n* two', 'a link (https://example.com/a)'],
  // What is lost at first is written out.
  [
    'WhatsApp below a whole menu',
    'jonas',
    'whole',
    '- one\n- two',
    'a link (https://example.com/a)',
  ],
] as const) {
  test(`Chatwoot: formatting as ${channel} keeps it`, async ({ desk }) => {
    desk.helpdesks.chatwoot.switches.editorMenu = editorMenu;
    const spans = [
      { text: 'bold', marks: ['bold'] },
      { text: ' and ' },
      { text: 'a link', link: 'https://example.com/a' },
    ];
    const items = [[{ text: 'one' }], [{ text: 'two' }]];
    const blocks = [
      { kind: 'paragraph', spans },
      { kind: 'list', ordered: false, items },
    ];
    const url = desk.helpdesks.chatwoot.pageOf(person);
    const [tab, panel] = await open(
      desk,
      url,
      proseMirror,
      person === 'jonas' ? 'behind' : 'removed',
    );
    expect(await insert(panel, { text: { blocks } })).toMatchObject({ kind: 'inserted' });
    expect(await chatwootModel(tab)).toBe(`**bold** and ${link}\n\n${list}`);
    await tab.locator(proseMirror).focus();
    await tab.keyboard.press('Control+z');
    expect(await chatwootModel(tab)).toBe('');
  });
}

const signs = [
  '24. Dezember bis 2. Januar geschlossen, 20*30*40 cm',
  '3. one\n4. two\n\n1) three\n2) four',
  '> said: **重要：**请 C:\\Users\\_temp\\*.log',
  'Best regards,\n--\nAcme https://example.com/_foo_ a_b@example.com',
].join('\n\n');

for (const [index, each] of composers.entries()) {
  test(`${each.name}: numbers, addresses and signs within a draft`, async ({ desk }) => {
    const leftPane = kept[(index + 3) % kept.length];
    const [tab, panel] = await open(desk, each.page(desk.helpdesks), each.composer, leftPane);
    await typeDraft(tab, each.composer, 'Since 1999: ', ' (2)');
    const outcome = await insert(panel, { text: composeMarkdown(signs) });
    expect(outcome).toMatchObject({ kind: 'inserted' });
    const text = await readComposer(tab, each);
    const digits = (whole: string) => whole.match(/\d+/g);
    expect(digits(text)).toEqual(digits(`1999 ${signs} 2`));
    for (const sign of ['20*30*40', 'C:\\Users\\_temp\\*.log', '--', '/_foo_ a_b@', '1) three']) {
      expect(text).toContain(sign);
    }
  });
}

test('practice 13: a text for one person does not reach another', async ({ desk }) => {
  const { chatwoot } = desk.helpdesks;
  const [tab, panel] = await open(desk, chatwoot.pageOf('jonas'), proseMirror);
  const subject = await subjectOnScreen(panel);
  await tab.evaluate(
    (path) => Reflect.get(window, 'emulator').navigate(path),
    new URL(chatwoot.pageOf('haruka')).pathname,
  );
  // At once, and after the worker heard of it.
  const early = insert(panel, { text: paragraphs('for Jonas'), subject });
  expect(await early).toEqual({ kind: 'refused', reason: 'wrong-contact' });
  await expect.poll(() => subjectOnScreen(panel)).not.toBe(subject);
  const late = await insert(panel, { text: paragraphs('for Jonas'), subject });
  expect(late).toEqual({ kind: 'refused', reason: 'wrong-contact' });
  expect(await chatwootModel(tab)).toBe('');
});

test('Chatwoot: a reply does not become a note, nor a note a reply', async ({ desk }) => {
  const [tab, panel] = await open(desk, desk.helpdesks.chatwoot.pageOf('jonas'), proseMirror);
  const text = paragraphs('hello');
  const refused = { kind: 'refused', reason: 'mode-changed' };
  expect(await insert(panel, { text, mode: 'note' })).toEqual(refused);
  await tab.locator('.reply-box__panel button').first().click();
  await expect(tab.locator('.reply-box.is-private')).toBeVisible();
  expect(await insert(panel, { text, mode: 'reply' })).toEqual(refused);
  expect(await insert(panel, { text, mode: 'note' })).toMatchObject({
    kind: 'inserted',
    mode: 'note',
    limit: 10_000,
  });
  expect(await chatwootModel(tab)).toBe('hello');
});

test('Chatwoot: nothing goes into a closed reply window', async ({ desk }) => {
  const [, panel] = await open(desk, desk.helpdesks.chatwoot.pageOf('thiago'), '.reply-box');
  expect(await insert(panel, { text: paragraphs('hello') })).toEqual({
    kind: 'refused',
    reason: 'replies-closed',
  });
});

test('Chaport: joining is explained and never done', async ({ desk }) => {
  desk.helpdesks.chaport.switches.joined = 'join-first';
  const [tab, panel] = await open(
    desk,
    desk.helpdesks.chaport.pageOf('amelie'),
    '.chat-join-button',
  );
  const sent = await watchForSending(tab);
  expect(await insert(panel, { text: paragraphs('hello') })).toEqual({
    kind: 'refused',
    reason: 'join-first',
  });
  await expect(tab.locator('.chat-join-button')).toBeVisible();
  expect(await sent()).toEqual(nothingSent);
});

test('Chatra: a text that is too long is refused whole', async ({ desk }) => {
  const url = desk.helpdesks.chatra.pageOf('amelie');
  const [tab, panel] = await open(desk, url, chatraField, 'display-none');
  expect(await insert(panel, { text: paragraphs('x'.repeat(4_097)) })).toEqual({
    kind: 'refused',
    reason: 'too-long',
    limit: 4_096,
  });
  expect(await composerText(tab, chatraField)).toBe('');
  expect(await insert(panel, { text: paragraphs('/thanks') })).toMatchObject({
    kind: 'inserted',
    length: 8,
    pickerOpened: true,
  });
});

test('Kustomer: of two composers the one with the caret', async ({ desk }) => {
  const url = desk.helpdesks.kustomer.pageOf('amelie');
  const [tab, panel] = await open(desk, url, noteEditor, 'off-screen');
  await typeDraft(tab, noteEditor, 'Note: ', '');
  const text = paragraphs('called back');
  expect(await insert(panel, { text, mode: 'reply' })).toEqual({
    kind: 'refused',
    reason: 'mode-changed',
  });
  expect(await insert(panel, { text, mode: 'note' })).toMatchObject({ kind: 'inserted' });
  expect(await composerText(tab, noteEditor)).toBe('Note: called back');
  expect(await composerText(tab, replyEditor)).toBe('');
});

test('Kustomer: a reply that was popped out into a window of its own', async ({ desk }) => {
  const page = desk.helpdesks.kustomer.pageOf('amelie');
  const popOut = page.replace(/\/app\/.*\//, '/app/popout/');
  const [tab, panel] = await open(desk, popOut, replyEditor);
  await expect(tab.locator(noteEditor)).toHaveCount(0);
  await typeDraft(tab, replyEditor, 'One ', 'three');
  expect(await insert(panel, { text: paragraphs('two ') })).toMatchObject({ kind: 'inserted' });
  expect(await composerText(tab, replyEditor)).toBe('One two three');
});

test('a composer made anew between preview and insertion', async ({ desk }) => {
  const { chatwoot } = desk.helpdesks;
  const [tab, panel] = await open(desk, chatwoot.pageOf('jonas'), proseMirror);
  const [home, away] = [chatwoot.pageOf('jonas'), chatwoot.pageOf('haruka')];
  await typeDraft(tab, proseMirror, 'Kept draft ', '');
  for (const url of [away, home]) {
    await tab.evaluate(
      (path) => Reflect.get(window, 'emulator').navigate(path),
      new URL(url).pathname,
    );
    await expect(tab).toHaveURL(url);
  }
  await expect.poll(() => chatwootModel(tab)).toContain('Kept draft');
  await expect
    .poll(() => insert(panel, { text: paragraphs('and this') }))
    .toMatchObject({ kind: 'inserted' });
  expect(await chatwootModel(tab)).toContain('and this');
});

test('a long answer with hostile text stays text', async ({ desk }) => {
  const [tab, panel] = await open(desk, desk.helpdesks.chatwoot.pageOf('haruka'), proseMirror);
  const hostile = `<script>window.hit = 1</script><img src=x onerror="window.hit = 1">`;
  const long = Array.from({ length: 200 }, (_, index) => `${index} ${hostile}`);
  expect(long.join('').length).toBeGreaterThan(12_000);
  expect(await insert(panel, { text: paragraphs(...long) })).toMatchObject({ kind: 'inserted' });
  expect(await chatwootModel(tab)).toBe(long.join('\n\n'));
  expect(await tab.evaluate(() => Reflect.get(window, 'hit') as unknown)).toBeUndefined();
});

test('a page that left, and a permission taken back', async ({ desk }) => {
  const [tab, panel] = await open(desk, desk.helpdesks.chatra.pageOf('amelie'), chatraField);
  const subject = await subjectOnScreen(panel);
  await panel.evaluate(() => chrome.permissions.remove({ origins: ['https://app.chatra.io/*'] }));
  expect(await insert(panel, { text: paragraphs('hello'), subject })).toEqual({
    kind: 'refused',
    reason: 'permission-missing',
  });
  await tab.goto('about:blank');
  await expect
    .poll(() => insert(panel, { text: paragraphs('hello'), subject }))
    .toEqual({ kind: 'refused', reason: 'page-gone' });
});
