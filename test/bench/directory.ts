import type { DirectoryFigures } from './directory-in-browser';
import { runInBrowser } from './in-browser';
import { type Figure, goal } from './report';

/**
 * The directory of 100,000 visitors in a real browser's IndexedDB: how long a lookup by e-mail
 * takes, what storing a page costs beside the half second between two requests, and the room it
 * takes on disk and in memory. It uses the product's own job and lookup, without the network.
 */
export async function benchDirectory(): Promise<Figure[]> {
  return toFigures(await runInBrowser('directory-in-browser.ts', 'measureDirectory()'));
}

function toFigures(figures: DirectoryFigures): Figure[] {
  const sorted = [...figures.lookups].sort((a, b) => a - b);
  const place = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  const among = `among ${figures.visitors.toLocaleString('en')} visitors`;
  const megabyte = 1_000_000;
  return [
    goal(`lookup by e-mail ${among}, median`, place(0.5), 'ms', 10),
    goal(`lookup by e-mail ${among}, 95th of 100`, place(0.95), 'ms', 10),
    goal(
      'storing one page of 50 visitors (the pace between two requests)',
      figures.indexMs / figures.pages,
      'ms',
      500,
    ),
    goal('room of the directory on disk', figures.storedBytes / megabyte, 'MB', 150),
    goal('growth of the heap while it is read', figures.heapGrowthBytes / megabyte, 'MB', 50),
  ];
}
