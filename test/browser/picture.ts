import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { pictureOfScreen } from './display';
import { expect } from './expect';

/**
 * Saves what a person sees: the helpdesk page with the panel beside it. On a (faked) screen it is
 * a picture of the whole window; headless, page and panel are photographed and put side by side.
 */
export async function takePicture(
  tab: Page,
  panel: Page,
  file: string,
  onScreen: boolean,
): Promise<void> {
  await settled(panel);
  if (onScreen) {
    pictureOfScreen(file);
    return;
  }
  const [left, right] = [await tab.screenshot(), await panel.screenshot()];
  const frame = await tab.context().newPage();
  await frame.setContent(
    `<body style="margin:0;display:flex;gap:1px;background:#999;width:max-content">${[left, right]
      .map((image) => `<img src="data:image/png;base64,${image.toString('base64')}">`)
      .join('')}</body>`,
  );
  await writeFile(file, await frame.locator('body').screenshot());
  await frame.close();
  await tab.bringToFront();
}

/** The panel reports no size for a moment after it opened; pictures need its fonts, and nothing half faded in. */
async function settled(panel: Page): Promise<void> {
  await expect.poll(() => panel.evaluate(() => window.innerWidth)).toBeGreaterThan(0);
  await panel.evaluate(() => document.fonts.ready.then(() => true));
  await expect.poll(() => panel.evaluate(movesToAnEnd)).toBe(false);
}

/** Whether something in the page is still coming or going; what turns for ever does not count. */
function movesToAnEnd(): boolean {
  return document.getAnimations().some((each) => {
    const { endTime } = each.effect?.getComputedTiming() ?? {};
    return each.playState === 'running' && endTime !== Number.POSITIVE_INFINITY;
  });
}
