import { expect, type Page } from '@playwright/test';
import { findBarriers } from '../browser/axe';
import { addShopCard } from '../browser/connect';
import { extensionPage } from '../browser/extension';
import { panelStates, settingsStates } from '../browser/main-states';
import { misfits, tooWide } from '../browser/misfits';
import { pseudoSentences, replaceEnglish, sayIn } from '../browser/sentences';
import { waitForTimeline } from '../browser/timeline';
import { allAccounts, test } from './fixtures';

/** Nothing keeps anybody out, in the light and in the dark; nothing is wider than the page. */
async function checkState(page: Page, state: string): Promise<void> {
  await test.step(state, async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await findBarriers(page), `${state}, ${colorScheme}`).toEqual([]);
    }
    await expect.poll(() => tooWide(page), `${state}: wider than the page`).toEqual([]);
  });
}

/** The words on the tiles that are cut, at the width that the panel has now. */
function cutWords(panel: Page, list = 'Platforms'): Promise<string[]> {
  return panel.getByRole('list', { name: list }).evaluate((tiles) =>
    [...tiles.querySelectorAll('span')]
      .filter((span) => span.scrollWidth > span.clientWidth && span.children.length === 0)
      .filter((span) => getComputedStyle(span).display !== 'inline')
      .map((span) => span.textContent ?? ''),
  );
}

test('axe finds nothing in the panel of a person and its cards, in light and dark and forced colours, at any width', async ({
  desk,
}) => {
  await desk.connect(...allAccounts);
  await addShopCard(desk.browser.context);
  const panel = await desk.openPanel(await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie')));
  await waitForTimeline(panel);
  await expect(panel.getByRole('region', { name: 'Data cards' })).toContainText('AC-11873');

  await checkState(panel, 'history');
  await panel.emulateMedia({ forcedColors: 'active' });
  expect(await findBarriers(panel), 'forced colours').toEqual([]);
  await panel.emulateMedia({ forcedColors: 'none' });
  // The narrowest is what a panel of 480 pixels is at 200 %.
  for (const width of [240, 320, 360, 480]) {
    await panel.setViewportSize({ width, height: 765 });
    await expect.poll(() => cutWords(panel), `cut at ${width}`).toEqual([]);
    await checkState(panel, `history, ${width} pixels wide`);
  }
  await panel.setViewportSize({ width: 360, height: 765 });
  await panel.getByRole('button', { name: /^Chatra: / }).focus();
  await expect(panel.getByRole('tooltip')).toBeVisible();
  await checkState(panel, 'a hint');

  for (const name of [/^Who is this/, 'Details', /^Coverage|incomplete|failed/, /^Chatra: /]) {
    const opener = panel.getByRole('button', { name, exact: true }).first();
    await opener.click();
    await expect(panel.getByRole('dialog')).toBeVisible();
    await checkState(panel, `card of ${name}`);
    await panel.keyboard.press('Escape');
    await expect(panel.getByRole('dialog')).toBeHidden();
  }

  const part = (name: string) =>
    panel.getByRole('navigation', { name: 'Parts of the panel' }).getByRole('button', { name });
  for (const [keys, state, role] of [
    ['Control+F', 'search in the timeline', 'searchbox'],
    ['Control+K', 'palette', 'combobox'],
    ['?', 'shortcuts', 'dialog'],
    ['Control+Shift+F', 'search over everything', 'combobox'],
  ] as const) {
    await panel.keyboard.press(keys);
    await expect(panel.getByRole(role).first()).toBeVisible();
    await checkState(panel, state);
    await panel.keyboard.press('Escape');
    await expect(panel.getByRole('dialog')).toHaveCount(0);
  }
  await part('Replies').click();
  await expect(panel.getByRole('option').first()).toBeVisible();
  await checkState(panel, 'responses');
  await part('Notes').click();
  await expect(panel.getByRole('textbox', { name: 'New note' })).toBeVisible();
  await checkState(panel, 'notes');

  const settings = await desk.openTab(extensionPage('options.html'));
  await expect(settings.getByRole('heading', { name: 'Data cards' })).toBeVisible();
  await checkState(settings, 'settings');
});

test('the interface is in Chinese as soon as it is chosen, fits at any width, and is English again', async ({
  desk,
}) => {
  await desk.connect(...allAccounts);
  const panel = await desk.openPanel(await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie')));
  await waitForTimeline(panel);
  const settings = await desk.openTab(extensionPage('options.html'));
  await settings.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText('Deskside 设置');
  await expect(panel.getByText('此标签页中没有客服系统')).toBeVisible();

  await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie'));
  await expect(panel.getByRole('button', { name: '历史记录' })).toBeVisible();
  await expect(panel.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(panel.getByRole('button', { name: /^Kustomer：完整/ })).toBeVisible();
  for (const width of [240, 320, 360, 480]) {
    await panel.setViewportSize({ width, height: 765 });
    await expect.poll(() => cutWords(panel, '平台'), `cut at ${width}`).toEqual([]);
    await expect.poll(() => tooWide(panel), `wider than ${width}`).toEqual([]);
  }
  await settings.getByRole('combobox', { name: '语言' }).selectOption('');
  await expect(panel.getByRole('button', { name: 'History', exact: true })).toBeVisible();
});

test('a language with words 40 % longer breaks nothing at any width, and axe finds nothing there', async ({
  desk,
}) => {
  test.setTimeout(300_000);
  const pseudo = pseudoSentences();
  const say = sayIn(pseudo);
  const settings = await desk.openTab(`${extensionPage('options.html')}#set-up`);
  const language = settings.locator('main select').first();
  await language.selectOption('zh-CN');
  await expect(settings.locator('html')).toHaveAttribute('lang', 'zh-CN');
  for (const place of [settings, await desk.browser.worker()]) await replaceEnglish(place, pseudo);
  await language.selectOption('en');
  await expect(settings.locator('html')).toHaveAttribute('lang', 'en');

  const checkWidths = async (page: Page, state: string) =>
    test.step(state, async () => {
      for (const width of [480, 360, 320, 240]) {
        await page.setViewportSize({ width, height: 765 });
        await expect.poll(() => misfits(page), `${state}: cut at ${width}`).toEqual([]);
        await expect.poll(() => tooWide(page), `${state}: wider than ${width}`).toEqual([]);
      }
      // As narrow as 480 pixels are at 200 %.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      expect(await findBarriers(page), state).toEqual([]);
      await page.setViewportSize({ width: 360, height: 765 });
    });
  await expect(settings.getByRole('checkbox').first()).toBeVisible();
  await checkWidths(settings, 'set-up');
  await desk.connect(...allAccounts);
  await addShopCard(desk.browser.context);
  await settings.goto(extensionPage('options.html'));
  for await (const state of settingsStates(settings, say)) await checkWidths(settings, state);

  const tab = await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie'));
  const panel = await desk.openPanel(tab);
  await replaceEnglish(panel, pseudo);
  await panel.reload();
  await expect(panel.getByRole('article').first()).toBeVisible();
  for await (const state of panelStates(panel, say)) await checkWidths(panel, state);

  // Somebody whose records can be completed, and somebody who writes from right to left.
  const dialog = panel.getByRole('dialog');
  for (const [person, name] of [
    ['jonas', /Jonas/],
    ['yasmin', /ياسمين/],
  ] as const) {
    await tab.goto(desk.helpdesks.chatwoot.pageOf(person));
    await expect(panel.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(panel.getByRole('article').first()).toBeVisible();
    await checkWidths(panel, `history of ${person}`);
    await panel.getByRole('button', { name: say('Details'), exact: true }).click();
    await expect(dialog).toContainText(/\S/);
    await checkWidths(panel, `details of ${person}`);
    await panel.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await panel.locator('header [aria-haspopup="dialog"]').first().click();
  await dialog.getByRole('button', { name: say('Find another record…') }).click();
  await expect(panel.getByRole('dialog', { name: say('Find another record') })).toBeVisible();
  await checkWidths(panel, 'find another record');
  await panel.keyboard.press('Escape');

  await settings.bringToFront();
  await expect(panel.getByRole('heading', { name: say('No helpdesk in this tab') })).toBeVisible();
  await checkWidths(panel, 'no helpdesk');
});
