import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { type ComposerCase, composers, readComposer } from '../browser/composers';
import { connectAccounts } from '../browser/connect';
import { extensionPage } from '../browser/extension';
import { nothingSent, watchForSending } from '../browser/insertion';
import {
  canTypeForReal,
  hasFocus,
  openRealDesktop,
  type RealDesktop,
} from '../browser/real-desktop';
import { test } from './fixtures';

const answer = [
  'Hi 👩‍👩‍👧‍👦, e\u0301\u0302 <b>not bold</b> & tea',
  'שלום עולם\nمرحبا 12',
  'two  spaces',
].join('\n\n');

const search = (panel: Page) => panel.getByRole('combobox', { name: 'Find a canned response' });

/** Browser tools give every page the focus, which hides what a person with the panel in hand meets. */
test('with the panel really focused: the keys of the command, three letters, Enter', async ({
  helpdesks,
}, info) => {
  const reason = 'Xvfb, ImageMagick and xdotool are needed to press keys as a person does';
  if (!canTypeForReal()) console.log(`Skipped: ${reason}.`);
  info.skip(!canTypeForReal(), reason);
  info.setTimeout(180_000);
  helpdesks.reset();
  const desktop = await openRealDesktop(helpdesks.server.browserFlags);
  try {
    await connectAccounts(desktop.context, Object.values(accounts));
    await keepResponse(desktop);
    const tab = await desktop.context.newPage();
    for (const each of composers) {
      await test.step(each.name, async () => {
        helpdesks.reset();
        await tab.goto(each.page(helpdesks));
        await answerByKeyboard(desktop, tab, each);
      });
    }
    await test.step('what is typed while the panel comes up is searched for', async () => {
      await typeAtOnce(desktop, tab);
    });
  } finally {
    await desktop.close();
  }
});

async function answerByKeyboard(desktop: RealDesktop, tab: Page, each: ComposerCase) {
  const read = () => readComposer(tab, each);
  await expect(tab.locator(each.composer).first()).toBeVisible();
  await desktop.click(tab, each.composer);
  await expect.poll(() => hasFocus(tab)).toBe(true);
  desktop.type('Dear you, Bye');
  desktop.press('Left', 'Left', 'Left');
  await expect.poll(read).toBe('Dear you, Bye');
  const sent = await watchForSending(tab);

  const panel = await openSearch(desktop, tab);
  desktop.type('zqx');
  await expect(panel.getByRole('option')).toHaveCount(1);
  desktop.press('Return');
  await expect(panel.getByText('Inserted into the reply. Nothing was sent.')).toBeVisible();
  expect(await hasFocus(tab)).toBe(false);
  const as = each.expected ?? ((text: string) => text);
  expect(await read()).toBe(as(`Dear you, ${answer}Bye`));
  expect(await sent()).toEqual(nothingSent);

  await desktop.click(tab, each.composer);
  desktop.press('ctrl+z');
  await expect.poll(read).toBe('Dear you, Bye');
  // Helpdesks keep drafts; the next composer begins empty.
  desktop.press('ctrl+a', 'Delete');
  await expect.poll(read).toBe('');
}

/** Nobody waits for the search: from when the panel has the keyboard, letters are not lost. */
async function typeAtOnce(desktop: RealDesktop, tab: Page) {
  const last = composers.at(-1);
  if (last === undefined) throw new Error('there is no composer');
  // The panel that is just being shut may be taken for the one that comes up.
  await expect(async () => {
    await desktop.click(tab, last.composer);
    await expect.poll(() => hasFocus(tab)).toBe(true);
    desktop.press('ctrl+shift+y');
    const panel = await desktop.panel();
    desktop.press('z', 'q', 'x');
    await expect(search(panel)).toHaveValue('zqx', { timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  expect(await readComposer(tab, last)).toBe('');
}

/** From the helpdesk's composer, whether the panel is open or not. */
async function openSearch(desktop: RealDesktop, tab: Page): Promise<Page> {
  desktop.press('ctrl+shift+y');
  let panel = await desktop.panel();
  // The panel that is just being shut may be taken for the one that comes up.
  await expect(async () => {
    panel = await desktop.panel();
    await expect(search(panel)).toBeFocused({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  expect(await hasFocus(tab)).toBe(false);
  return panel;
}

/** One response in the own library, made as the settings make it. */
async function keepResponse({ context }: RealDesktop): Promise<void> {
  const page = await context.newPage();
  await page.goto(extensionPage('options.html'));
  const saved = await page.evaluate((body) => {
    const reply = { source: 'own', title: 'Zqx', shortcut: 'zqx', body };
    const payload = { reply: { ...reply, tags: [], variants: [], platforms: [] } };
    return chrome.runtime.sendMessage({ type: 'replies.save', payload }) as Promise<unknown>;
  }, answer);
  expect(saved).toMatchObject({ value: { kind: 'ok' } });
  await page.close();
}
