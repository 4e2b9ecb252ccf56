import { expect } from '@playwright/test';
import { items, tile, waitForTimeline, waitUntilLooked } from '../browser/timeline';
import { allAccounts, test } from './fixtures';

test('what stands above the messages gives way to a reading hand, and no word of them moves', async ({
  desk,
}) => {
  await desk.connect(...allAccounts);
  const panel = await desk.openPanel(await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie')));
  await waitForTimeline(panel);
  // Nothing comes above the messages any more.
  await waitUntilLooked(panel);
  const list = panel.getByRole('region', { name: 'Timeline' });
  const box = async () => (await list.boundingBox()) ?? { x: 0, y: 0, height: 0 };
  const { x, y, height } = await box();
  await panel.mouse.move(x + 40, y + 40);
  // A hand turns the wheel until it reads well into the messages.
  await expect(async () => {
    await panel.mouse.wheel(0, 240);
    await expect.poll(async () => (await box()).height, { timeout: 1_000 }).toBeGreaterThan(height);
  }).toPass();
  const larger = (await box()).height;
  const item = items(panel).filter({ visible: true }).nth(3);
  await item.evaluate((element) => element.setAttribute('data-read', ''));
  const read = panel.locator('[data-read]');
  const place = async () => Math.round((await read.boundingBox())?.y ?? 0);
  const before = await place();
  await panel.keyboard.press('i');
  await expect.poll(async () => (await box()).height).toBeLessThan(larger);
  expect(await place()).toBe(before);
  await panel.keyboard.press('i');
  await expect.poll(async () => (await box()).height).toBe(larger);
  expect(await place()).toBe(before);
  // The focus inside brings it back.
  await tile(panel, 'Chatwoot').focus();
  await expect.poll(async () => (await box()).height).toBeLessThan(larger);
});
