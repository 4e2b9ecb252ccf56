import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { type ComposerCase, chatraField, composers, readComposer } from '../browser/composers';
import { connectAccounts } from '../browser/connect';
import { extensionPage } from '../browser/extension';
import { nothingSent, watchForSending } from '../browser/insertion';
import { hasFocus, openRealDesktop, type RealDesktop } from '../browser/real-desktop';
import { canTypeForReal, hand } from '../browser/real-keys';
import { sentByPages } from '../browser/sent-by-pages';
import { stopWorker } from '../browser/stop-worker';
import type { Helpdesks } from '../helpdesks/start';
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
  const reason = 'Xvfb and xdotool are needed to press keys as a person does';
  const canType = canTypeForReal();
  if (!canType) console.log(`Skipped: ${reason}.`);
  info.skip(!canType, reason);
  info.setTimeout(480_000);
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
    await tab.goto(helpdesks.chatra.pageOf('amelie'));
    for (const each of impatient) {
      await test.step(`no draft is sent: ${each.name}`, async () => {
        await pressImpatiently(desktop, tab, helpdesks, each);
      });
    }
    for (const held of stillHeld) {
      await test.step(`no draft is sent: ${held.join(', ')} with Ctrl and Shift held down`, async () => {
        await pressBeforeLettingGo(desktop, tab, helpdesks, held);
      });
    }
    await test.step('no draft is sent: pressed again from the panel, which shuts and comes up', async () => {
      await writeDraft(desktop, tab, helpdesks);
      await openSearch(desktop, tab);
      hand.press(['ctrl+shift+y', 'a', 'Return', 'b', 'Return'], 0);
      await expectDraftAlone(desktop, tab, helpdesks);
    });
    await test.step('no draft is sent where the panel never comes', async () => {
      await pressInVain(desktop, tab, helpdesks);
    });
  } finally {
    await desktop.close();
  }
});

async function answerByKeyboard(desktop: RealDesktop, tab: Page, each: ComposerCase) {
  const read = () => readComposer(tab, each);
  await expect(tab.locator(each.composer).first()).toBeVisible();
  await clickInto(desktop, tab, each.composer);
  // Who changes the layout of the keyboard presses Ctrl and Shift, too: not one letter may be lost.
  hand.pressWith(['ctrl', 'shift'], []);
  hand.type('Dear you, Bye', 0);
  await expect.poll(read).toBe('Dear you, Bye');
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

  await clickInto(desktop, tab, each.composer);
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
    await clickInto(desktop, tab, last.composer);
    desktop.press('ctrl+shift+y');
    const panel = await desktop.panel();
    desktop.press('z', 'q', 'x');
    await expect(search(panel)).toHaveValue('zqx', { timeout: 10_000 });
  }).toPass({ timeout: 120_000 });
  expect(await readComposer(tab, last)).toBe('');
}

interface ImpatientCase {
  name: string;
  /** Pause between two keys (ms). */
  delay: number;
  isPanelOpen: boolean;
  isWorkerStopped: boolean;
}

const impatient: readonly ImpatientCase[] = [0, 100].flatMap((delay) =>
  [true, false].flatMap((isPanelOpen) =>
    [true, false].map((isWorkerStopped) => {
      const [panel, worker] = [isPanelOpen ? 'open' : 'shut', isWorkerStopped ? 'asleep' : 'awake'];
      const name = `panel ${panel}, worker ${worker}, ${delay} ms between keys`;
      return { name, delay, isPanelOpen, isWorkerStopped };
    }),
  ),
);

/** The keys of the command, letters and Enter, one upon the other. */
async function pressImpatiently(
  desktop: RealDesktop,
  tab: Page,
  helpdesks: Helpdesks,
  { delay, isPanelOpen, isWorkerStopped }: ImpatientCase,
) {
  const isShown = () => desktop.hasPanel();
  if ((await isShown()) !== isPanelOpen) {
    await writeDraft(desktop, tab, helpdesks);
    // One that is there takes the keyboard a moment later: the draft below would be typed into its search.
    if (isPanelOpen) await openSearch(desktop, tab);
    else await desktop.shutPanel();
    await expect.poll(isShown).toBe(isPanelOpen);
  }
  await writeDraft(desktop, tab, helpdesks);
  if (isWorkerStopped) await stopWorker(tab);
  hand.press(['ctrl+shift+y', 'a', 'b', 'Return', 'c', 'Return'], delay);
  await expect.poll(() => hasFocus(tab)).toBe(false);
  hand.press(['Return'], 0);
  await expectDraftAlone(desktop, tab, helpdesks);
}

/** Once the panel has the keyboard: the page got none of the keys. */
async function expectDraftAlone(desktop: RealDesktop, tab: Page, helpdesks: Helpdesks) {
  await desktop.panel();
  expect(await tab.locator(chatraField).inputValue()).toBe('half a draft');
  expect(sentByPages(helpdesks)).toEqual([]);
}

/** What is pressed after the command, before its modifiers are let go. */
const stillHeld = [['Return'], ['x'], ['x', 'Return']];

async function pressBeforeLettingGo(
  desktop: RealDesktop,
  tab: Page,
  helpdesks: Helpdesks,
  held: readonly string[],
) {
  await desktop.shutPanel();
  await writeDraft(desktop, tab, helpdesks);
  await stopWorker(tab);
  hand.pressWith(['ctrl', 'shift'], ['y', ...held]);
  hand.press(['b', 'Return'], 0);
  await expectDraftAlone(desktop, tab, helpdesks);
}

async function pressInVain(desktop: RealDesktop, tab: Page, helpdesks: Helpdesks) {
  await desktop.shutPanel();
  await writeDraft(desktop, tab, helpdesks);
  await desktop.inWorker(() => {
    Object.assign(chrome.sidePanel, { open: () => Promise.reject(new Error('no panel here')) });
  });
  hand.press(['ctrl+shift+y', 'a', 'Return'], 0);
  await expect(tab.locator('[role="alert"]:popover-open')).toBeAttached();
  hand.press(['b', 'Return', 'ctrl+Return'], 0);
  expect(await tab.locator(chatraField).inputValue()).toBe('half a draft');
  expect(sentByPages(helpdesks)).toEqual([]);
  // Back on purpose: then Enter sends, as it always does.
  hand.press(['Escape', 'Return']);
  await expect.poll(() => sentByPages(helpdesks).length).toBe(1);
}

async function writeDraft(desktop: RealDesktop, tab: Page, helpdesks: Helpdesks) {
  for (const emulator of helpdesks.all) emulator.log.clear();
  await clickInto(desktop, tab, chatraField);
  hand.press(['ctrl+a'], 0);
  hand.type('half a draft', 0);
  await expect(tab.locator(chatraField)).toHaveValue('half a draft');
}

/** Clicks until the composer has the caret: the page is laid out anew when the panel comes and goes. */
async function clickInto(desktop: RealDesktop, tab: Page, composer: string): Promise<void> {
  const hasCaret = (selector: string): boolean =>
    document.hasFocus() && document.activeElement?.closest(selector) != null;
  await expect(async () => {
    await desktop.click(tab, composer);
    await expect.poll(() => tab.evaluate(hasCaret, composer), { timeout: 5_000 }).toBe(true);
  }).toPass({ timeout: 45_000 });
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
