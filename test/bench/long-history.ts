import type { Page } from '@playwright/test';
import {
  type LongHistory,
  openLongHistory,
  scrollToTheOldest,
  seenAndTold,
  walk,
} from '../browser/long-history';
import { tenThousand } from '../helpdesks/world/long-history';
import { longestFrame } from './page-tasks';
import { beside, type Figure, goal } from './report';

/** What practices.md §3 promises for a timeline of 10,000 items. */
const FRAME_MS = 50;
const MOST_ROWS = 60;

/**
 * Ten thousand items over four platforms in the real panel: loaded by going to the end again and again, then
 * walked through from the newest to the oldest. Throws when an item did not appear exactly once and in the
 * order in which the platforms deliver them.
 */
export async function benchLongHistory(): Promise<Figure[]> {
  const history = await openLongHistory(tenThousand);
  try {
    const { panel } = history;
    await watchFrames(panel);
    const processor = await timeFrames(history, () => scrollToTheOldest(panel, 300_000));
    const loading = await takeLongFrames(panel);
    const walked = await walk(panel);
    const walking = await takeLongFrames(panel);
    for (const { seen, told } of seenAndTold(walked, tenThousand)) {
      const wrong = told.findIndex((text, index) => text !== seen[index]);
      if (wrong !== -1) throw new Error(`${told[wrong]} was expected, ${seen[wrong]} came by`);
      if (seen.length > told.length) throw new Error(`${seen[told.length]} came by twice`);
    }
    const isInOrder = walked.times.every(
      (time, index) => time <= (walked.times[index - 1] ?? time),
    );
    if (!isInOrder) throw new Error('the platforms are not in one order of time');
    return [
      beside(
        longFrames('while 10,000 items are loaded', loading),
        'the most processor time that the panel itself took for a frame',
        processor,
      ),
      longFrames('while walking through all of them', walking),
      goal('rows in the page at most', walked.mostRows, 'rows', MOST_ROWS),
    ];
  } finally {
    await history.close();
  }
}

/** The most processor time (ms) that the panel took for one frame during the work. */
async function timeFrames({ browser, panel }: LongHistory, work: () => Promise<void>) {
  const tracing = browser.context.browser();
  if (tracing === null) throw new Error('the browser cannot be traced');
  await tracing.startTracing(panel, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await panel.evaluate(() => console.timeStamp('panel'));
  await work();
  return longestFrame((await tracing.stopTracing()).toString(), 'panel');
}

/** The browser itself reports every frame that took more than 50 ms. */
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

function longFrames(when: string, long: readonly number[]): Figure {
  const what = long.length === 0 ? 'no frame is long' : `longest frame of ${long.length} long ones`;
  return goal(`${what} ${when}`, Math.max(0, ...long), 'ms', FRAME_MS);
}
