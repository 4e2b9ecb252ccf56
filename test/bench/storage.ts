import { runInBrowser } from './in-browser';
import type { Figure } from './report';
import type { WriteFigures } from './storage-in-browser';

/** What practices.md §3 measured for records in one transaction. */
const GOAL = 6_700;

/** How long storing a thousand messages takes in a real browser's IndexedDB. */
export async function benchStorage(): Promise<Figure[]> {
  const rates = await runInBrowser<WriteFigures>('storage-in-browser.ts', 'measureWrites()');
  const perThousand = (rate: number) => 1_000_000 / rate;
  const what = `1,000 messages stored (${Math.round(rates.product).toLocaleString('en')} in a second)`;
  const value = perThousand(rates.product);
  return [
    {
      what,
      value,
      unit: 'ms',
      against: 'the goal of 6,700 in a second',
      limit: perThousand(GOAL),
    },
    {
      what: 'the same',
      value,
      unit: 'ms',
      against: 'bare IndexedDB calls into equal indexes',
      limit: perThousand(rates.bare),
    },
  ];
}
