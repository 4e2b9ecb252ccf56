import { expect, type Page } from '@playwright/test';
import { composeMarkdown } from '../../lib/replies/markdown';
import { type ComposerCase, composers, readComposer } from '../browser/composers';
import {
  insert,
  nothingSent,
  paragraphs,
  pretendPanelHasFocus,
  typeDraft,
  undoInsert,
  watchForSending,
} from '../browser/insertion';
import { paneValues } from '../helpdesks/core/panes';
import { test } from './fixtures';
import { openComposer, showComposer } from './show-composer';

const answer = paragraphs(
  'Hi Amélie 👩‍👩‍👧‍👦, e\u0301\u0302 <b>not bold</b> & **neither**',
  'שלום עולם\nمرحبا 12\tafter a tab',
  '/refund is not a command  two spaces',
);
const plain = answer.blocks.map(({ spans }) => spans[0]?.text).join('\n\n');

/** The ways in which the conversation before stays in the document, one after the other. */
const kept = paneValues.leftPane.filter((how) => how !== 'removed');

const signs = [
  '24. Dezember bis 2. Januar geschlossen, 20*30*40 cm',
  '3. one\n4. two\n\n1) three\n2) four',
  '> said: **重要：**请 C:\\Users\\_temp\\*.log',
  'Best regards,\n--\nAcme https://example.com/_foo_ a_b@example.com',
].join('\n\n');

/** Numbers, addresses and signs within a draft are those of the response. */
async function insertSigns(tab: Page, panel: Page, each: ComposerCase): Promise<void> {
  await typeDraft(tab, each.composer, 'Since 1999: ', ' (2)');
  const outcome = await insert(panel, { text: composeMarkdown(signs) });
  expect(outcome).toMatchObject({ kind: 'inserted' });
  const text = await readComposer(tab, each);
  const digits = (whole: string) => whole.match(/\d+/g);
  expect(digits(text)).toEqual(digits(`1999 ${signs} 2`));
  for (const sign of ['20*30*40', 'C:\\Users\\_temp\\*.log', '--', '/_foo_ a_b@', '1) three']) {
    expect(text).toContain(sign);
  }
}

for (const [index, each] of composers.entries()) {
  const { name, composer, page, expected } = each;
  test(`practice 12: ${name}: exact text at the caret, one undo, taken back, nothing sent`, async ({
    desk,
  }) => {
    await test.step('numbers, addresses and signs within a draft', async () => {
      const leftPane = kept[(index + 3) % kept.length];
      await insertSigns(
        ...(await openComposer(desk, page(desk.helpdesks), composer, leftPane)),
        each,
      );
    });

    const leftPane = kept[index % kept.length];
    const [tab, panel] = await showComposer(desk, page(desk.helpdesks), composer, leftPane);
    const read = () => readComposer(tab, each);
    const as = expected ?? ((text: string) => text);
    const sent = await watchForSending(tab);
    const begin = async (head: string, tail: string) => {
      await tab.locator(composer).first().focus();
      await tab.keyboard.press('Control+a');
      await tab.keyboard.press('Delete');
      await expect.poll(read).toBe('');
      await typeDraft(tab, composer, head, tail);
      await expect.poll(read).toBe(head + tail);
    };

    await test.step('exact text at the caret, one undo', async () => {
      await begin('Dear you, ', ' Bye');
      const outcome = await insert(panel, { text: answer });
      expect(outcome).toMatchObject({ kind: 'inserted', mode: 'reply', canUndo: true });
      expect(await read()).toBe(as(`Dear you, ${plain} Bye`));
      expect(await sent()).toEqual(nothingSent);

      await tab.locator(composer).first().focus();
      await tab.keyboard.press('Control+z');
      await expect.poll(read).toBe('Dear you,  Bye');
      // The editor's model is what the next key builds on.
      await tab.keyboard.type('!');
      await expect.poll(read).toContain('!');
      expect((await read()).replace('!', '')).toBe('Dear you,  Bye');
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
      await expect.poll(read).toBe('One newer');
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
