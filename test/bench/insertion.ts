import type { Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import {
  insert,
  paragraphs,
  pretendPanelHasFocus,
  subjectOnScreen,
  waitForSubject,
} from '../browser/insertion';
import type { Helpdesks } from '../helpdesks/start';
import { besidePanel } from './beside-panel';
import { type Figure, goal, median } from './report';

const ROUNDS = 7;

/**
 * From the panel's command to the answer that the text is in the composer and was read back: with
 * the composer in focus, so that no time is spent waiting for it to notice one, and as it is for a
 * person, who has the keyboard in the panel.
 */
export function benchInsertion(helpdesks: Helpdesks): Promise<Figure[]> {
  const place = { forms: [accounts.chatwoot], url: helpdesks.chatwoot.pageOf('jonas') };
  return besidePanel(helpdesks, place, async (tab, panel) => {
    const focused = await insertionTime(tab, panel, () => Promise.resolve());
    const fromPanel = await insertionTime(tab, panel, pretendPanelHasFocus);
    return [
      goal('text in the composer and read back, beyond the wait for focus', focused, 'ms', 50),
      {
        what: 'text in the composer and read back, from the panel',
        value: fromPanel,
        unit: 'ms',
        against: 'a quarter of the two seconds from thought to text',
        limit: 500,
      },
    ];
  });
}

async function insertionTime(
  tab: Page,
  panel: Page,
  prepare: (tab: Page) => Promise<void>,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Anew each time: after typing, an insertion waits for the editor's own step of history.
    await tab.reload();
    await tab.locator('.reply-box .ProseMirror').focus();
    await waitForSubject(panel);
    await prepare(tab);
    const subject = await subjectOnScreen(panel);
    const began = performance.now();
    await insert(panel, { text: paragraphs('Thank you for waiting.', 'Kind regards'), subject });
    times.push(performance.now() - began);
  }
  return median(times);
}
