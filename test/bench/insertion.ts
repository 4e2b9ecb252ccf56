import { accounts } from '../browser/accounts';
import { connectAccounts } from '../browser/connect';
import { insert, paragraphs, subjectOnScreen, waitForSubject } from '../browser/insertion';
import { launchWithExtension } from '../browser/launch';
import { openSidePanel } from '../browser/side-panel';
import type { Helpdesks } from '../helpdesks/start';
import { type Figure, median } from './report';

const ROUNDS = 7;

/**
 * From the panel's command to the answer that the text is in the composer and was read back. The
 * composer has focus, so that no time is spent waiting for it to notice one.
 */
export async function benchInsertion(helpdesks: Helpdesks): Promise<Figure[]> {
  helpdesks.reset();
  const browser = await launchWithExtension({
    headless: true,
    flags: helpdesks.server.browserFlags,
  });
  try {
    await browser.worker();
    await connectAccounts(browser.context, [accounts.chatwoot]);
    const tab = await browser.context.newPage();
    await tab.goto(helpdesks.chatwoot.pageOf('jonas'));
    const { page: panel, detach } = await openSidePanel(browser, tab);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // Anew each time: after typing, an insertion waits for the editor's own step of history.
      await tab.reload();
      await tab.locator('.reply-box .ProseMirror').focus();
      await waitForSubject(panel);
      const subject = await subjectOnScreen(panel);
      const began = performance.now();
      await insert(panel, { text: paragraphs('Thank you for waiting.', 'Kind regards'), subject });
      times.push(performance.now() - began);
    }
    await detach();
    return [
      {
        what: 'text in the composer and read back, beyond the wait for focus',
        value: median(times),
        unit: 'ms',
        against: 'the goal',
        limit: 50,
      },
    ];
  } finally {
    await browser.close();
  }
}
