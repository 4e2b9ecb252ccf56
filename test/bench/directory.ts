import type { DirectoryFigures } from './directory-in-browser';
import { runInBrowser } from './in-browser';

export interface DirectoryFigure {
  name: string;
  value: number;
  unit: string;
  goal: number;
}

/**
 * The directory of 100,000 visitors in a real browser's IndexedDB: how long a lookup by e-mail
 * takes, what storing a page costs beside the half second between two requests, and the room it
 * takes on disk and in memory. It uses the product's own job and lookup, without the network.
 */
export async function benchDirectory(): Promise<DirectoryFigure[]> {
  return toFigures(await runInBrowser('directory-in-browser.ts', 'measureDirectory()'));
}

function toFigures(figures: DirectoryFigures): DirectoryFigure[] {
  const sorted = [...figures.lookups].sort((a, b) => a - b);
  const place = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  const among = `among ${figures.visitors.toLocaleString('en')} visitors`;
  const megabyte = 1_000_000;
  return [
    { name: `lookup by e-mail ${among}, median`, value: place(0.5), unit: 'ms', goal: 10 },
    { name: `lookup by e-mail ${among}, 95th of 100`, value: place(0.95), unit: 'ms', goal: 10 },
    {
      name: 'storing one page of 50 visitors (the pace between two requests)',
      value: figures.indexMs / figures.pages,
      unit: 'ms',
      goal: 500,
    },
    {
      name: 'visitors stored in one second',
      value: (figures.visitors / figures.indexMs) * 1_000,
      unit: '/s',
      goal: 1_000,
    },
    {
      name: 'room of the directory on disk',
      value: figures.storedBytes / megabyte,
      unit: 'MB',
      goal: 150,
    },
    {
      name: 'growth of the heap while it is read',
      value: figures.heapGrowthBytes / megabyte,
      unit: 'MB',
      goal: 50,
    },
  ];
}
