import { expect } from '@playwright/test';
import { accounts } from '../../browser/accounts';
import { chatraField } from '../../browser/composers';
import type { Firefox } from '../../browser/firefox/firefox';
import { ADDON_ID } from '../../browser/firefox/preferences';
import { hand } from '../../browser/real-keys';
import { sentByPages } from '../../browser/sent-by-pages';
import { clickInto } from './composers';
import { expectText, isTypedInto, showPanel } from './documents';
import { type FirefoxDesk, test } from './fixtures';

test.describe.configure({ mode: 'serial' });

const search = 'Find a canned response';

test('connects', async ({ desk }) => {
  const { firefox, helpdesks } = desk;
  await desk.connect(accounts.chatra);
  await firefox.closeTabs();
  await firefox.openTab(helpdesks.chatra.pageOf('amelie'));
  // Then the page's script is there, and was answered.
  await showPanel(firefox);
  await expectText(firefox, 'panel', /Am[eé]lie/);
});

/** What the sidebar may be like when the keys are pressed, and how to make it so. */
const sidebars: readonly (readonly [state: string, setUp: string])[] = [
  ['the panel shut', 'SidebarController.hide()'],
  [
    'the panel open',
    `await SidebarController.show([...SidebarController.sidebars.keys()].find((key) => key.includes('deskside')))`,
  ],
  ['another sidebar open', `await SidebarController.show('viewHistorySidebar')`],
];

for (const design of ['old', 'new']) {
  for (const [state, setUp] of sidebars) {
    for (const delay of [0, 150]) {
      test(`${state}, ${design} sidebar, ${delay} ms between keys: the draft stays a draft`, async ({
        desk,
      }) => {
        const { firefox } = desk;
        await firefox.browser(
          `Services.prefs.setBoolPref('sidebar.revamp', args[0]);
           if (args[0]) await window.customElements.whenDefined('sidebar-main');
           await SidebarController.promiseInitialized;
           ${setUp}`,
          design === 'new',
        );
        await writeDraft(desk);
        hand.press(['alt+shift+y', 'a', 'b', 'Return', 'c', 'Return'], delay);
        await expect.poll(() => isTypedInto(firefox, 'picker', search)).toBe(true);
        await expect.poll(() => typedIn(firefox)).toBe('abc');
        hand.press(['Return']);
        await expectDraft(desk);
      });
    }
  }
}

test('while the background is being started, and with the modifiers of the command held down', async ({
  desk,
}) => {
  const { firefox } = desk;
  await writeDraft(desk);
  expect(await firefox.stopBackground()).toBe('stopped');
  hand.pressWith(['alt', 'shift'], ['y', 'Return']);
  hand.press(['a', 'b', 'Return'], 0);
  await expect.poll(() => typedIn(firefox)).toBe('ab');
  await expect.poll(() => firefox.barriers('picker')).toEqual([]);
  await expectDraft(desk);
});

test('where the picker never comes: the keys stay away from the page, which says so', async ({
  desk,
}) => {
  const { firefox } = desk;
  await writeDraft(desk);
  await firefox.browser(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     extension.wakeupBackgroundBefore = extension.wakeupBackground;
     await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
     extension.wakeupBackground = () => new Promise(() => {});`,
    ADDON_ID,
  );
  hand.press(['alt+shift+y', 'a', 'Return'], 0);
  const isSaid = () =>
    firefox.in(
      'tab',
      (page) => page.document.querySelector('[role="alert"]:popover-open') !== null,
    );
  await expect.poll(isSaid).toBe(true);
  hand.press(['b', 'Return']);
  await expectDraft(desk);
  // On purpose: a click into the page, and Enter sends as it always does.
  await clickInto(firefox, chatraField);
  await expect.poll(isSaid).toBe(false);
  await firefox.browser(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     extension.wakeupBackground = extension.wakeupBackgroundBefore;`,
    ADDON_ID,
  );
  hand.press(['Return']);
  await expect.poll(() => sentByPages(desk.helpdesks).length).toBe(1);
});

test.afterAll(async ({ desk }) => {
  await desk.firefox.browser(`Services.prefs.clearUserPref('sidebar.revamp')`);
});

async function writeDraft({ firefox, helpdesks }: FirefoxDesk): Promise<void> {
  for (const emulator of helpdesks.all) emulator.log.clear();
  await clickInto(firefox, chatraField);
  hand.press(['ctrl+a'], 0);
  hand.type('half a draft', 0);
  await expect.poll(() => draftIn(firefox)).toBe('half a draft');
}

/** Whether the page got none of the keys; then the person goes back on purpose, and types on. */
async function expectDraft({ firefox, helpdesks }: FirefoxDesk): Promise<void> {
  expect(await draftIn(firefox)).toBe('half a draft');
  if (await firefox.has('picker')) {
    hand.press(['Escape']);
    await expect.poll(() => firefox.has('picker')).toBe(false);
    await expect.poll(() => isTypedInto(firefox, 'tab')).toBe(true);
    hand.type('!');
    await expect.poll(() => draftIn(firefox)).toBe('half a draft!');
  }
  expect(sentByPages(helpdesks)).toEqual([]);
}

function draftIn(firefox: Firefox): Promise<string | undefined> {
  return firefox.in(
    'tab',
    (page, css) => page.document.querySelector<HTMLTextAreaElement>(css)?.value,
    chatraField,
  );
}

function typedIn(firefox: Firefox): Promise<string | undefined> {
  return firefox
    .in(
      'picker',
      (page) => page.document.querySelector<HTMLInputElement>('[role="combobox"]')?.value,
    )
    .catch(() => undefined);
}

test.afterEach(async ({ desk }, info) => {
  if (info.status !== info.expectedStatus) await desk.tell();
});
