import type { FullTextFigures } from './full-text-in-browser';
import { runInBrowser } from './in-browser';
import { type Figure, goal, peer } from './report';

const FIRST_MS = 50;
const TURN_MS = 50;
const SIZE = 1.3;

/** The search over everything stored, in a real browser's IndexedDB: 100,000 messages of 2,000 people. */
export async function benchFullText(): Promise<Figure[]> {
  const { queries, indexBytes, textBytes, building, longestTurn, longestSearchTurn } =
    await runInBrowser<FullTextFigures>('full-text-in-browser.ts', 'measureFullText()');
  for (const { query, found, scanned } of queries) {
    if (scanned <= 2_500 && found !== scanned)
      throw new Error(`${query}: ${found} found of ${scanned}`);
  }
  const slowest = queries.reduce((one, other) => (other.first > one.first ? other : one));
  const quickestScan = Math.min(...queries.map(({ scan }) => scan));
  return [
    goal(
      `first finds among 100,000 messages, slowest of ${queries.length} queries ("${slowest.query}")`,
      slowest.first,
      'ms',
      FIRST_MS,
    ),
    peer(slowest.first, 'ms', 'a plain scan of the messages', quickestScan),
    goal('size of the index', indexBytes / textBytes, '× the text', SIZE),
    goal('longest turn while it is built', longestTurn, 'ms', TURN_MS),
    goal('longest turn while it is searched', longestSearchTurn, 'ms', TURN_MS),
    { ...goal('messages indexed', 100_000 / building, 'in a second', 2_000), isMoreBetter: true },
  ];
}
