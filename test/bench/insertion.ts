import { accounts } from '../browser/accounts';
import { insert, paragraphs, subjectOnScreen, waitForSubject } from '../browser/insertion';
import type { Helpdesks } from '../helpdesks/start';
import { besidePanel } from './beside-panel';
import { type Figure, goal, median } from './report';

const ROUNDS = 7;

/**
 * From the panel's command to the answer that the text is in the composer and was read back. The
 * composer has focus, so that no time is spent waiting for it to notice one.
 */
export async function benchInsertion(helpdesks: Helpdesks): Promise<Figure[]> {
  const place = { forms: [accounts.chatwoot], url: helpdesks.chatwoot.pageOf('jonas') };
  const times = await besidePanel(helpdesks, place, async (tab, panel) => {
    const taken: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // Anew each time: after typing, an insertion waits for the editor's own step of history.
      await tab.reload();
      await tab.locator('.reply-box .ProseMirror').focus();
      await waitForSubject(panel);
      const subject = await subjectOnScreen(panel);
      const began = performance.now();
      await insert(panel, { text: paragraphs('Thank you for waiting.', 'Kind regards'), subject });
      taken.push(performance.now() - began);
    }
    return taken;
  });
  const what = 'text in the composer and read back, beyond the wait for focus';
  return [goal(what, median(times), 'ms', 50)];
}
