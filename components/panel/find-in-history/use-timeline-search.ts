import { useCallback, useDeferredValue, useEffect, useMemo } from 'react';
import { searchTerms } from '../../../lib/text/search-terms';
import type { TimelineRow } from '../../../lib/timeline/rows';
import { matchingKeys, prepareSearch } from '../../../lib/timeline/search';
import { useScrollAnchorStore } from '../history/scroll-anchor-store';
import { useSearchStore } from './search-store';

const noRows: readonly TimelineRow[] = [];

/** What the search found. */
export interface TimelineSearch {
  /** Folded; empty while nothing is searched for. */
  terms: readonly string[];
  /** Keys of the rows, newest first. */
  found: readonly string[];
  /** Which of them the person is at; -1 for none. */
  index: number;
  /** Goes to the next older (1) or next newer (-1) one, from the end back to the start. */
  go(step: 1 | -1): void;
}

/** Searches the rows for what is in the search field, and goes to the first find of a new query. */
export function useTimelineSearch(rows: readonly TimelineRow[] = noRows): TimelineSearch {
  const isOpen = useSearchStore((search) => search.isOpen);
  const query = useSearchStore((search) => (search.isOpen ? search.query : ''));
  usePreparation(rows, isOpen);
  const current = useSearchStore((search) => search.current);
  // Typing goes first: a key press never waits for the list.
  const settled = useDeferredValue(query);
  const terms = useMemo(() => searchTerms(settled), [settled]);
  const found = useMemo(() => matchingKeys(rows, terms), [rows, terms]);
  const index = current === undefined ? -1 : found.indexOf(current);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another query is a reason to move
  useEffect(() => {
    const first = found[0];
    if (first !== undefined && index === -1) goTo(first);
  }, [terms]);

  const go = useCallback(
    (step: 1 | -1) => {
      const start = index === -1 && step === -1 ? 0 : index;
      const key = found[(start + step + found.length) % found.length];
      if (key !== undefined) goTo(key);
    },
    [found, index],
  );
  return useMemo(() => ({ terms, found, index, go }), [terms, found, index, go]);
}

/** So long (ms) a turn of the preparation may take, to leave every frame its time. */
const turnLength = 8;

/** Makes the first key press as fast as the others, while the hand is still on its way. */
function usePreparation(rows: readonly TimelineRow[], isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let done = 0;
    const turn = () => {
      const end = performance.now() + turnLength;
      done = prepareSearch(rows, done, () => performance.now() > end);
      if (done < rows.length) timer = setTimeout(turn);
    };
    turn();
    return () => clearTimeout(timer);
  }, [rows, isWanted]);
}

function goTo(key: string): void {
  useSearchStore.getState().setCurrent(key);
  useScrollAnchorStore.getState().jumpTo(key, 'center');
}
