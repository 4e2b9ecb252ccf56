import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { capturedOf, waitForCapture } from '../browser/chatra';
import { lengthen, toldInChat } from '../browser/chatra-story';
import { inFront } from '../browser/panes';
import { tile } from '../browser/timeline';
import { test } from './fixtures';

const total = 90;
const draft = 'Half a sentence';

/** Where the list is, to the pixel, and what stands in the composer. */
function standing(tab: Page) {
  return tab.evaluate((front) => {
    const area = document.querySelector(`.chat-message-area${front}`);
    const field = document.querySelector(`.chat-textarea${front}`);
    const rest = area === null ? -1 : area.scrollHeight - area.scrollTop;
    return [Math.round(rest), Reflect.get(field ?? {}, 'value')];
  }, inFront);
}

test('a whole Chatra conversation is read off a list that draws only what is near, and stays whole', async ({
  desk,
}) => {
  const { chatra } = desk.helpdesks;
  Object.assign(chatra.switches, { drawn: 'near-window', olderTake: 30, startMark: 'absent' });
  const client = lengthen(chatra, 'amelie', total);
  await desk.connect(accounts.chatra);
  const tab = await desk.openTab(chatra.pageOf('amelie'));
  const panel = await desk.openPanel(tab);
  await waitForCapture(panel, client, 1);
  await tab.locator(`.chat-textarea${inFront}`).fill(draft);
  const before = await standing(tab);

  const part = panel.getByRole('region', { name: 'Whole conversation' });
  await part.getByRole('button', { name: 'Read the whole conversation' }).click();
  await expect(part).toContainText(/Reading Chatra’s page\. .*\d+ messages/);
  // The first key on the page ends it, and goes where it was meant for.
  await tab.keyboard.press('End');
  await expect(part).toContainText('Stopped because the page was used.');
  await expect.poll(() => standing(tab)).toEqual(before);

  await part.getByRole('button', { name: 'Read the whole conversation' }).click();
  // It has given way to the end of the list, and comes back with the focus.
  await tile(panel, 'Chatra', 'Complete').press('Enter');
  const details = panel.getByRole('dialog', { name: 'Chatra' });
  await expect(details).toContainText('Complete as of');
  await expect(details).toContainText('until there were no more');
  await expect.poll(() => standing(tab)).toEqual(before);
  const captured = await capturedOf(panel, client);
  expect(captured.map(({ text }) => text)).toEqual(toldInChat(client));
  expect(captured.some(({ deleted }) => deleted)).toBe(false);

  await panel.keyboard.press('Escape');
  await tab.evaluate(() => Reflect.get(window, 'emulator').receive('one more thing'));
  await waitForCapture(panel, client, 1);
  await expect(tile(panel, 'Chatra', 'Complete')).toBeVisible();
});
