import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { languageTags } from '../../lib/language/languages';
import { expect } from '../browser/expect';
import { extensionPage } from '../browser/extension';
import { panelStates, settingsStates } from '../browser/main-states';
import { type Say, sayInLanguage } from '../browser/sentences';
import { openSidePanel } from '../browser/side-panel';
import { waitForTimeline } from '../browser/timeline';
import { setStage } from './stage';

const widths = [240, 320, 360, 480];

/**
 * `npm run screenshot -- --widths`: each main state in each language at each width, to be looked at one by
 * one. The pictures are `<language>/<state>-<width>.png` in the folder; nothing of them is kept in the repository.
 */
export async function photographWidths(folder: string): Promise<void> {
  const stage = await setStage({ headless: true, looksPlain: true });
  const tab = stage.tabs[0]?.page;
  if (tab === undefined) throw new Error('no helpdesk was opened');
  const { page: panel } = await openSidePanel(stage.browser, tab);
  await waitForTimeline(panel);
  const settings = await stage.browser.context.newPage();
  await settings.goto(extensionPage('options.html'));
  for (const language of languageTags) {
    const say: Say = sayInLanguage(language);
    await settings.bringToFront();
    await settings.locator('main select').first().selectOption(language);
    await expect(settings.locator('html')).toHaveAttribute('lang', language);
    await mkdir(path.join(folder, language), { recursive: true });
    const picture = (page: Page, state: string) =>
      photographAt(page, path.join(folder, language, state));
    for await (const state of settingsStates(settings, say)) await picture(settings, state);
    await tab.bringToFront();
    await expect(panel.getByRole('article').first()).toBeVisible();
    for await (const state of panelStates(panel, say)) await picture(panel, state);
  }
  await stage.close();
}

async function photographAt(page: Page, file: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 765 });
    await page.screenshot({ path: `${file}-${width}.png`, fullPage: true, animations: 'disabled' });
  }
  await page.setViewportSize({ width: 360, height: 765 });
}
