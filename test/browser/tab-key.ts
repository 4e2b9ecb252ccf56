import type { Locator, Page } from '@playwright/test';
import { expect } from './expect';

/** More than any page of the product has places for the Tab key. */
const MOST_PRESSES = 80;

/** Goes to an element with the Tab key alone, as somebody without a mouse does, once it is there and enabled. */
export async function reachByTab(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  await expect(target).toBeEnabled();
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to ${target}`);
}

/** Goes there in this way and presses a key. */
export async function pressByTab(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await reachByTab(page, target);
  await page.keyboard.press(key);
}
