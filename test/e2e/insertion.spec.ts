import { expect } from '@playwright/test';
import { accounts } from '../browser/accounts';
import {
  chatraField,
  chatwootModel,
  noteEditor,
  proseMirror,
  replyEditor,
} from '../browser/composers';
import {
  composerText,
  insert,
  nothingSent,
  paragraphs,
  subjectOnScreen,
  typeDraft,
  waitForSubject,
  watchForSending,
} from '../browser/insertion';
import { turnToAddress } from '../browser/panes';
import { test } from './fixtures';
import { openComposer, showComposer } from './show-composer';

test('Chatwoot: formatting as each channel keeps it', async ({ desk }) => {
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
  await desk.connect(accounts.chatwoot);
  for (const [channel, person, editorMenu, list, link] of [
    ['web chat', 'haruka', 'by-channel', '* one\n\n* two', '[a link](https://example.com/a)'],
    ['WhatsApp', 'jonas', 'by-channel', '* one\n\n* two', 'a link (https://example.com/a)'],
    // What is lost at first is written out.
    ['a whole menu', 'jonas', 'whole', '- one\n- two', 'a link (https://example.com/a)'],
  ] as const) {
    await test.step(channel, async () => {
      const { chatwoot } = desk.helpdesks;
      chatwoot.switches.editorMenu = editorMenu;
      const leftPane = person === 'jonas' ? 'behind' : 'removed';
      const [tab, panel] = await showComposer(desk, chatwoot.pageOf(person), proseMirror, leftPane);
      expect(await chatwootModel(tab)).toBe('');
      expect(await insert(panel, { text: { blocks } })).toMatchObject({ kind: 'inserted' });
      expect(await chatwootModel(tab)).toBe(`**bold** and ${link}\n\n${list}`);
      await tab.locator(proseMirror).focus();
      await tab.keyboard.press('Control+z');
      await expect.poll(() => chatwootModel(tab)).toBe('');
    });
  }
});

test('practice 13: Chatwoot: a text reaches only the person and the composer that it is for', async ({
  desk,
}) => {
  const { chatwoot } = desk.helpdesks;
  const [home, away] = [chatwoot.pageOf('jonas'), chatwoot.pageOf('haruka')];
  const [tab, panel] = await openComposer(desk, home, proseMirror);
  const navigate = async (url: string) => {
    await turnToAddress(tab, 'chatwoot', url);
    await expect(tab).toHaveURL(url);
  };

  await test.step('nobody else', async () => {
    const subject = await subjectOnScreen(panel);
    await turnToAddress(tab, 'chatwoot', away);
    // At once, and after the worker heard of it.
    const early = insert(panel, { text: paragraphs('for Jonas'), subject });
    expect(await early).toEqual({ kind: 'refused', reason: 'wrong-contact' });
    await waitForSubject(panel, away);
    const late = await insert(panel, { text: paragraphs('for Jonas'), subject });
    expect(late).toEqual({ kind: 'refused', reason: 'wrong-contact' });
    expect(await chatwootModel(tab)).toBe('');
  });

  await test.step('a long answer with hostile text stays text', async () => {
    const hostile = `<script>window.hit = 1</script><img src=x onerror="window.hit = 1">`;
    const long = Array.from({ length: 200 }, (_, index) => `${index} ${hostile}`);
    expect(long.join('').length).toBeGreaterThan(12_000);
    expect(await insert(panel, { text: paragraphs(...long) })).toMatchObject({ kind: 'inserted' });
    expect(await chatwootModel(tab)).toBe(long.join('\n\n'));
    expect(await tab.evaluate(() => Reflect.get(window, 'hit') as unknown)).toBeUndefined();
  });

  await test.step('a composer made anew between preview and insertion', async () => {
    await navigate(home);
    await waitForSubject(panel, home);
    // Until the composer is made anew, it is the one that holds the long text.
    await expect.poll(() => chatwootModel(tab)).toBe('');
    await typeDraft(tab, proseMirror, 'Kept draft ', '');
    await navigate(away);
    await navigate(home);
    await expect.poll(() => chatwootModel(tab)).toContain('Kept draft');
    await expect
      .poll(() => insert(panel, { text: paragraphs('and this') }))
      .toMatchObject({ kind: 'inserted' });
    expect(await chatwootModel(tab)).toContain('and this');
  });

  await test.step('a reply does not become a note, nor a note a reply', async () => {
    const text = paragraphs('hello');
    const refused = { kind: 'refused', reason: 'mode-changed' };
    expect(await insert(panel, { text, mode: 'note' })).toEqual(refused);
    await tab.locator('.reply-box__panel button').first().click();
    await expect(tab.locator('.reply-box.is-private')).toBeVisible();
    const written = await chatwootModel(tab);
    expect(await insert(panel, { text, mode: 'reply' })).toEqual(refused);
    expect(await chatwootModel(tab)).toBe(written);
    expect(await insert(panel, { text, mode: 'note' })).toMatchObject({
      kind: 'inserted',
      mode: 'note',
      limit: 10_000,
    });
    expect((await chatwootModel(tab)).replace(written, '')).toBe('hello');
  });

  await test.step('nothing goes into a closed reply window', async () => {
    await showComposer(desk, chatwoot.pageOf('thiago'), '.reply-box');
    expect(await insert(panel, { text: paragraphs('hello') })).toEqual({
      kind: 'refused',
      reason: 'replies-closed',
    });
  });
});

test('Kustomer: of two composers the one with the caret', async ({ desk }) => {
  const url = desk.helpdesks.kustomer.pageOf('amelie');
  const [tab, panel] = await openComposer(desk, url, noteEditor, 'off-screen');
  await typeDraft(tab, noteEditor, 'Note: ', '');
  const text = paragraphs('called back');
  expect(await insert(panel, { text, mode: 'reply' })).toEqual({
    kind: 'refused',
    reason: 'mode-changed',
  });
  expect(await insert(panel, { text, mode: 'note' })).toMatchObject({ kind: 'inserted' });
  expect(await composerText(tab, noteEditor)).toBe('Note: called back');
  expect(await composerText(tab, replyEditor)).toBe('');

  await test.step('a reply that was popped out into a window of its own', async () => {
    const popOut = url.replace(/\/app\/.*\//, '/app/popout/');
    const [window] = await showComposer(desk, popOut, replyEditor);
    await expect(window.locator(noteEditor)).toHaveCount(0);
    await typeDraft(window, replyEditor, 'One ', 'three');
    expect(await insert(panel, { text: paragraphs('two ') })).toMatchObject({ kind: 'inserted' });
    expect(await composerText(window, replyEditor)).toBe('One two three');
  });
});

test('what cannot be inserted is refused whole, with the reason', async ({ desk }) => {
  const { chaport, chatra } = desk.helpdesks;

  await test.step('Chaport: joining is explained and never done', async () => {
    chaport.switches.joined = 'join-first';
    const [tab, panel] = await openComposer(desk, chaport.pageOf('amelie'), '.chat-join-button');
    const sent = await watchForSending(tab);
    expect(await insert(panel, { text: paragraphs('hello') })).toEqual({
      kind: 'refused',
      reason: 'join-first',
    });
    await expect(tab.locator('.chat-join-button')).toBeVisible();
    expect(await sent()).toEqual(nothingSent);
  });

  const page = chatra.pageOf('amelie');
  const [tab, panel] = await openComposer(desk, page, chatraField, 'display-none');
  await test.step('Chatra: a text that is too long', async () => {
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

  await test.step('a permission taken back, and a page that left', async () => {
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
});
