import { inBrowser } from './in-browser';
import { longestTasks } from './page-tasks';
import { beside, type Figure, goal } from './report';
import type { ListKind, WalkOutcome } from './walk-in-browser';

const MESSAGES = 5_000;

/** What the issue and practices.md promise for a page that is being read. */
const FRAME_MS = 50;

const kinds: Readonly<Record<ListKind, string>> = {
  whole: 'all of it in the page',
  growing: 'older messages come in by scrolling',
  'near-window': 'only what is near the window is drawn',
};

/**
 * The walk through a Chatra conversation of 5,000 messages, by the three kinds of list there are: for how
 * long at a time the page is blocked, by us and by its own drawing of the list. Throws where a message was
 * not read, or not in order.
 */
export async function benchWalk(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [kind, words] of Object.entries(kinds)) {
    const { scrolled, walked, reported, outcome } = await measure(kind);
    if (outcome.count !== MESSAGES || !outcome.isWhole) {
      throw new Error(`${kind}: ${outcome.count} messages were read`);
    }
    figures.push(
      beside(
        goal(`walk ${MESSAGES} messages, ${words}: longest of ours`, walked.ours, 'ms', FRAME_MS),
        'what the page itself does in the same run',
        walked.page,
      ),
      {
        // Where the page itself takes longer to draw its list, this also happens without us.
        ...goal('longest task, both together', walked.all, 'ms', Math.max(FRAME_MS, scrolled.all)),
        against: 'the goal, or the same page scrolled by hand',
      },
      beside(
        goal('one more is reported: longest of ours', reported.ours, 'ms', FRAME_MS),
        'what the page itself does in the same run',
        reported.page,
      ),
      {
        ...goal('messages read', outcome.count / outcome.took, 'in a second', 100),
        isMoreBetter: true,
      },
    );
  }
  return figures;
}

function measure(kind: string) {
  return inBrowser('walk-in-browser.ts', async (page) => {
    const open = `openList(${JSON.stringify(kind)})`;
    await page.call(open);
    const scrolled = longestTasks((await page.record('scrollAlone()')).trace);
    await page.call(open);
    const walk = await page.record<WalkOutcome>('measureWalk()');
    const report = await page.record('report()');
    const [walked, reported] = [walk, report].map(({ trace }) => longestTasks(trace));
    if (walked === undefined || reported === undefined) throw new Error('nothing was recorded');
    return { scrolled, walked, reported, outcome: walk.value };
  });
}
