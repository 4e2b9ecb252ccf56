import type { Page } from '@playwright/test';
import { openLongHistory, scrollToTheOldest, seenAndTold, walk } from '../browser/long-history';
import { tenThousand } from '../helpdesks/world/long-history';
import type { Figure } from './report';

/** What practices.md §3 promises for a timeline of 10,000 items. */
const FRAME_MS = 50;
const MOST_ROWS = 60;
const SCREENS = 400;

/**
 * Ten thousand items over four platforms in the real panel: loaded by going to the end again and
 * again, then walked through from the newest on for some hundred screens. Throws when an item that came
 * by is out of order or one between is missing; the browser tests walk all the way, through fewer.
 */
export async function benchLongHistory(): Promise<Figure[]> {
  const history = await openLongHistory(tenThousand);
  try {
    const { panel } = history;
    await watchFrames(panel);
    await scrollToTheOldest(panel, 300_000);
    const loading = await takeLongFrames(panel);
    const walked = await walk(panel, SCREENS);
    const walking = await takeLongFrames(panel);
    for (const { seen, told } of seenAndTold(walked, tenThousand)) {
      const isInOrder = seen.every((text, index) => text === told[index]);
      if (!isInOrder || seen.length === 0) throw new Error('an item is missing or out of order');
    }
    return [
      ...frameFigures('while 10,000 items are loaded', loading),
      ...frameFigures(`while walking ${SCREENS} screens of them`, walking),
      {
        what: 'rows in the page at most',
        value: walked.mostRows,
        unit: '',
        against: 'the goal',
        limit: MOST_ROWS,
      },
    ];
  } finally {
    await history.close();
  }
}

/** The browser itself tells every frame that took more than 50 ms. */
function watchFrames(panel: Page): Promise<void> {
  return panel.evaluate(() => {
    const frames: number[] = [];
    Reflect.set(window, 'longFrames', frames);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) frames.push(entry.duration);
    }).observe({ type: 'long-animation-frame' });
  });
}

/** Durations (ms) of the long frames since the last call. */
function takeLongFrames(panel: Page): Promise<number[]> {
  return panel.evaluate(() => Reflect.get(window, 'longFrames').splice(0));
}

function frameFigures(when: string, long: readonly number[]): Figure[] {
  const longest = Math.max(0, ...long);
  const count = `${long.length} over ${FRAME_MS} ms`;
  const what =
    long.length === 0 ? `no frame over ${FRAME_MS} ms ${when}` : `longest frame ${when}, ${count}`;
  return [{ what, value: longest, unit: 'ms', against: 'the goal', limit: FRAME_MS }];
}
