import { runInBrowser } from './in-browser';
import { beside, type Figure, goal } from './report';
import type { ListKind, WalkFigures } from './walk-in-browser';

const MESSAGES = 5_000;

/** What issue and practices promise of a page that is read. */
const FRAME_MS = 50;

const kinds: Readonly<Record<ListKind, string>> = {
  whole: 'all of it in the page',
  growing: 'older messages come in by scrolling',
  'near-window': 'only what is near the window is drawn',
};

/**
 * The walk through a Chatra conversation of 5,000 messages, by the three kinds of list there are: for
 * how long the page is held up at a stretch. Throws where a message was not read, or not in its order.
 */
export async function benchWalk(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [kind, words] of Object.entries(kinds)) {
    const { longest, scrolledAlone, reporting, still, took, count, isWhole } =
      await runInBrowser<WalkFigures>('walk-in-browser.ts', `measureWalk(${JSON.stringify(kind)})`);
    if (count !== MESSAGES || !isWhole) throw new Error(`${kind}: ${count} messages were read`);
    const what = `walk ${MESSAGES} messages, ${words}: longest task in the page`;
    figures.push(
      beside(goal(what, longest, 'ms', FRAME_MS), 'the same scrolled by hand', scrolledAlone),
      beside(
        goal('one more is reported: longest task', reporting, 'ms', FRAME_MS),
        'a page in which nothing happens',
        still,
      ),
      { ...goal('messages read', count / took, 'in a second', 100), isMoreBetter: true },
    );
  }
  return figures;
}
