import { expect } from '@playwright/test';
import { accounts } from '../../browser/accounts';
import { composers } from '../../browser/composers';
import type { Firefox } from '../../browser/firefox/firefox';
import { ADDON_URL } from '../../browser/firefox/preferences';
import { noteDesks } from '../../browser/note-desks';
import { hand } from '../../browser/real-keys';
import { sentByPages } from '../../browser/sent-by-pages';
import { clickInto, emptyComposer, readComposer } from './composers';
import { expectText, isTypedInto, named, showPanel } from './documents';
import { test } from './fixtures';
import { cutOffAt } from './layout';

test.describe.configure({ mode: 'serial' });

const search = 'Find a canned response';
const answer = [
  'Hi 👩‍👩‍👧‍👦, e\u0301\u0302 <b>not bold</b> & tea',
  'שלום עולם\nمرحبا 12',
  'two  spaces',
].join('\n\n');

test('connects all four helpdesks by the form and the browser’s own question', async ({ desk }) => {
  for (const form of Object.values(accounts)) await desk.connect(form);
  await keepResponse(desk.firefox);
});

test('the toolbar button opens and shuts the panel; nothing in it is cut off at any width', async ({
  desk,
}) => {
  const { firefox, helpdesks } = desk;
  await firefox.closeTabs();
  await firefox.openTab(helpdesks.chatwoot.pageOf('amelie'));
  await firefox.browser('SidebarController.hide()');
  await pressToolbarButton(firefox);
  await expectTimeline(firefox);
  for (const part of ['History', 'Replies', 'Notes']) {
    await firefox.click('panel', named, part);
    for (const width of [240, 300, 340, 600]) {
      const message = `${part} at ${width} pixels`;
      await expect.poll(() => cutOffAt(firefox, width), { message }).toEqual([]);
    }
  }
  await firefox.click('panel', named, 'History');
  await pressToolbarButton(firefox);
  await expect.poll(() => firefox.has('panel')).toBe(false);
  await pressToolbarButton(firefox);
  await expect.poll(() => firefox.has('panel')).toBe(true);
});

test('a timeline beside each helpdesk; it follows the tab, and the page within it', async ({
  desk,
}) => {
  const { firefox, helpdesks } = desk;
  await firefox.closeTabs();
  for (const emulator of helpdesks.all) {
    await firefox.openTab(emulator.pageOf('amelie'));
    await expectTimeline(firefox);
  }
  await firefox.openTab(helpdesks.chatwoot.pageOf('jonas'));
  await expectText(firefox, 'panel', /Jonas/);
  await firefox.browser('gBrowser.selectedTab = gBrowser.tabs[1]');
  await expectText(firefox, 'panel', /Am[eé]lie/);
  await firefox.browser('gBrowser.selectedTab = gBrowser.tabs[gBrowser.tabs.length - 1]');
  await expectText(firefox, 'panel', /Jonas/);
  await firefox.in(
    'tab',
    (page, path) => Reflect.get(page, 'emulator').navigate(path),
    new URL(helpdesks.chatwoot.pageOf('haruka')).pathname,
  );
  await expectText(firefox, 'panel', /Haruka/);
});

for (const each of composers) {
  test(`${each.name}: from the panel and by the keys, exact, one undo, nothing sent`, async ({
    desk,
  }) => {
    const { firefox, helpdesks } = desk;
    await firefox.closeTabs();
    await expectText(firefox, 'panel', /No helpdesk in this tab|No conversation is open/);
    for (const emulator of helpdesks.all) emulator.log.clear();
    await firefox.openTab(each.page(helpdesks));
    // Without a conversation the panel offers responses as well, and begins anew once there is one.
    await expectText(firefox, 'panel', /History/);
    const as = each.expected ?? ((text: string) => text);
    const read = () => readComposer(firefox, each);

    for (const way of [fromPanel, byKeys]) {
      await clickInto(firefox, each.composer);
      await emptyComposer(firefox, each);
      hand.type('Dear you, Bye', 5);
      hand.press(['Left', 'Left', 'Left'], 5);
      await expect.poll(read).toBe('Dear you, Bye');
      await way(firefox);
      expect(await read(), way.name).toBe(as(`Dear you, ${answer}Bye`));
      hand.press(['ctrl+z']);
      await expect.poll(read, { message: way.name }).toBe('Dear you, Bye');
    }
    await emptyComposer(firefox, each);
    expect(sentByPages(helpdesks)).toEqual([]);
  });
}

/** With mouse and keyboard in the panel; then the person clicks into the composer. */
async function fromPanel(firefox: Firefox): Promise<void> {
  await firefox.click('panel', named, 'Replies');
  await firefox.click('panel', named, search);
  await expect.poll(() => isTypedInto(firefox, 'panel', search)).toBe(true);
  hand.press(['ctrl+a'], 5);
  hand.type('zqx', 5);
  await chooseIn(firefox, 'panel');
  await firefox.click('tab', (page) =>
    page.document.querySelector(
      '.reply-box [contenteditable], .chat-textarea, textarea, #chat-input, [aria-label="Reply"]',
    ),
  );
  await expect.poll(() => isTypedInto(firefox, 'tab')).toBe(true);
}

async function byKeys(firefox: Firefox): Promise<void> {
  hand.press(['alt+shift+y']);
  await expect.poll(() => isTypedInto(firefox, 'picker', search)).toBe(true);
  hand.type('zqx', 5);
  await chooseIn(firefox, 'picker');
  hand.press(['Escape']);
  await expect.poll(() => firefox.has('picker')).toBe(false);
  await expect.poll(() => isTypedInto(firefox, 'tab')).toBe(true);
}

async function chooseIn(firefox: Firefox, place: 'panel' | 'picker'): Promise<void> {
  const options = () =>
    firefox.in(place, (page) => page.document.querySelectorAll('[role="option"]').length);
  await expect.poll(options).toBe(1);
  hand.press(['Return']);
  await expectText(firefox, place, 'Inserted into the reply. Nothing was sent.');
}

test('a note goes to all helpdesks, also when the background is stopped in the middle', async ({
  desk,
}) => {
  const { firefox, helpdesks } = desk;
  await firefox.closeTabs();
  await firefox.openTab(helpdesks.chatwoot.pageOf('amelie'));
  await firefox.click('panel', named, 'History');
  await expectTimeline(firefox);
  helpdesks.kustomer.faults.add({ fault: { kind: 'held' }, methods: ['POST'], times: 1 });
  await firefox.click('panel', named, 'Notes');
  await firefox.click('panel', named, 'New note');
  await expect.poll(() => isTypedInto(firefox, 'panel', 'New note')).toBe(true);
  hand.type('Prefers French', 5);
  hand.press(['ctrl+Return']);
  const places = async () => {
    const seen = noteDesks(helpdesks, 'amelie').map(async ({ name, see }) => {
      const all = (await see()).map(({ text }) => text).join('\n');
      return `${name} ${all.split('Prefers French').length - 1}`;
    });
    return Promise.all(seen);
  };
  const everywhere = ['chatwoot 1', 'kustomer 1', 'chaport 1', 'chatra 1'];
  const others = ['chatwoot 1', 'kustomer 0', 'chaport 1', 'chatra 1'];
  await expect.poll(places, { timeout: 60_000 }).toEqual(others);
  expect(await firefox.stopBackground()).toBe('stopped');
  helpdesks.kustomer.faults.clear();
  await firefox.click('panel', named, 'History');
  await firefox.click('panel', named, 'Notes');
  await expect.poll(places, { timeout: 60_000 }).toEqual(everywhere);
  await expectText(firefox, 'panel', 'In Chaport, Chatra, Chatwoot and Kustomer');
});

test('a restart of the browser keeps connections, history and notes', async ({ desk }) => {
  await desk.restart();
  const { firefox, helpdesks } = desk;
  await firefox.openTab(helpdesks.kustomer.pageOf('amelie'));
  // It may come up by itself, just now: the button would shut it.
  await showPanel(firefox);
  await expectTimeline(firefox);
  await expectText(firefox, 'panel', 'Prefers French');
});

/** The panel shows a timeline, and no helpdesk is being asked any longer. */
async function expectTimeline(firefox: Firefox): Promise<void> {
  await expectText(firefox, 'panel', /Am[eé]lie/);
  const items = () =>
    firefox.in('panel', (page) => page.document.querySelectorAll('article time').length);
  await expect.poll(() => items().catch(() => 0)).toBeGreaterThan(0);
  await expect
    .poll(() =>
      firefox.in('panel', (page) => {
        const tiles = [...page.document.querySelectorAll('[aria-label="Platforms"] button')];
        return tiles.filter((tile) =>
          /Searching|Loading/.test(tile.getAttribute('aria-label') ?? ''),
        ).length;
      }),
    )
    .toBe(0);
}

async function pressToolbarButton(firefox: Firefox): Promise<void> {
  const [x, y] = (await firefox.browser(
    `const button = document.querySelector('[data-extensionid^="deskside"] .unified-extensions-item-action-button');
     const { left, top, width, height } = button.getBoundingClientRect();
     return [mozInnerScreenX + left + width / 2, mozInnerScreenY + top + height / 2];`,
  )) as [number, number];
  hand.click(Math.round(x), Math.round(y));
}

/** One response in the own library, made as the settings make it. */
async function keepResponse(firefox: Firefox): Promise<void> {
  const reply = { source: 'own', title: 'Zqx', shortcut: 'zqx', body: answer };
  const payload = { reply: { ...reply, tags: [], variants: [], platforms: [] } };
  await firefox.openTab(`${ADDON_URL}options.html`);
  const saved = await firefox.in(
    'tab',
    async (page, message) => {
      const { runtime } = Reflect.get(page, 'browser');
      return JSON.stringify(await runtime.sendMessage(page.JSON.parse(message)));
    },
    JSON.stringify({ type: 'replies.save', payload }),
  );
  expect(saved).toContain('"kind":"ok"');
}

test.afterEach(async ({ desk }, info) => {
  if (info.status !== info.expectedStatus) await desk.tell();
});
