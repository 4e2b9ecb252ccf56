import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { insert, paragraphs, waitForSubject } from '../browser/insertion';
import { openNotes } from '../browser/notes';
import { readTable, waitForTimeline } from '../browser/timeline';
import { updateExtension } from '../browser/update-extension';
import { test } from './fixtures';

// Where a panel that shuts takes no time at all, Chromium now and then starts the worker in the very moment in which
// the extension is exchanged, and that one cannot do anything.
test.use({ slides: true });

/** How many listeners content scripts, past ones too, have on the page's window. */
async function contentScriptListeners(tab: Page): Promise<number> {
  const session = await tab.context().newCDPSession(tab);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.auxData?.type === 'isolated' && context.origin.startsWith('chrome-extension:')) {
      worlds.push(context.id);
    }
  });
  await session.send('Runtime.enable');
  let count = 0;
  for (const contextId of worlds) {
    const { result } = await session.send('Runtime.evaluate', { expression: 'window', contextId });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', {
      objectId: String(result.objectId),
    });
    count += listeners.length;
  }
  await session.detach();
  return count;
}

test('practice 18: an update beside an open panel loses no draft, and the same tab is read and written to again', async ({
  desk,
}) => {
  await desk.connect(accounts.chatwoot);
  const tab = await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie'));
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(String(error)));
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
  await openNotes(panel);
  await panel.getByRole('textbox', { name: 'New note' }).fill('half a thought');
  await expect
    .poll(async () => (await readTable(panel, 'noteDrafts')).map(({ text }) => text))
    .toEqual(['half a thought']);
  const before = await contentScriptListeners(tab);
  expect(before).toBeGreaterThan(0);

  const gone = panel.waitForEvent('close');
  await updateExtension(desk.browser);
  await gone;

  const panelAgain = await desk.openPanel(tab);
  await waitForSubject(panelAgain);
  await openNotes(panelAgain);
  await expect(panelAgain.getByRole('textbox', { name: 'New note' })).toHaveValue('half a thought');
  const answer = await insert(panelAgain, { text: paragraphs('after the update') });
  expect(answer).toMatchObject({ kind: 'inserted' });
  await expect(tab.locator('.ProseMirror').first()).toContainText('after the update');
  // One copy runs there, as before.
  await expect.poll(() => contentScriptListeners(tab)).toBe(before);
  expect(errors).toEqual([]);
});
