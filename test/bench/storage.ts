import { runInBrowser } from './in-browser';
import { type Figure, goal, peer } from './report';
import type { WriteFigures } from './storage-in-browser';

/** The figure that practices.md §3 gives for records in one transaction. */
const GOAL = 6_700;

/** How many messages are stored in a second in a real browser's IndexedDB. */
export async function benchStorage(): Promise<Figure[]> {
  const rates = await runInBrowser<WriteFigures>('storage-in-browser.ts', 'measureWrites()');
  const unit = 'in a second';
  return [
    { ...goal('messages stored', rates.product, unit, GOAL), isMoreBetter: true },
    peer(rates.product, unit, 'bare IndexedDB calls into equal indexes', rates.bare),
  ];
}
