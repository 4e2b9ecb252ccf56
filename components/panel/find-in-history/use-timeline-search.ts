import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { searchTerms } from '../../../lib/text/search-terms';
import type { TimelineItem } from '../../../lib/timeline/listed-message';
import { matchingKeys } from '../../../lib/timeline/matching-rows';
import { indexOfRow, type TimelineRow } from '../../../lib/timeline/timeline-rows';
import type { PersonHistory } from '../history/person-feed';
import { useScrollAnchorStore } from '../history/scroll-anchor-store';
import { useSearchStore } from './search-store';
import { type SearchIndexState, useSearchIndex } from './use-search-index';

const noRows: readonly TimelineRow[] = [];

/** What the search found. */
export interface TimelineSearch {
  /** Folded; empty while nothing is searched for. */
  terms: readonly string[];
  /** Keys of the rows, newest first. */
  found: readonly string[];
  /** Which of them the user has gone to; -1 for none. */
  index: number;
  /** Goes to the next older (1) or next newer (-1) one, from the end back to the start. */
  go(step: 1 | -1): void;
}

/**
 * Searches the rows of a history for what is in the search field, and goes to the first find of a new
 * query.
 */
export function useTimelineSearch(
  history: PersonHistory | undefined,
  rows: readonly TimelineRow[] = noRows,
): TimelineSearch {
  const isOpen = useSearchStore((search) => search.isOpen);
  const query = useSearchStore((search) => (search.isOpen ? search.query : ''));
  const current = useSearchStore((search) => search.current);
  const terms = useMemo(() => searchTerms(query), [query]);
  const index = useSearchIndex(history, isOpen);
  const result = useFinds(index, terms);
  const found = useMemo(() => matchingKeys(rows, result.terms, result.items), [rows, result]);
  const at = current === undefined ? -1 : found.indexOf(current);

  const settled = useRef(noFinds.terms);
  useEffect(() => {
    if (!useSearchStore.getState().isPicked) return;
    settled.current = result.terms;
    // Once it is shown, whoever comes on screen later is searched as ever.
    const isShown = result.terms.length > 0 && indexOfRow(rows, current ?? '') !== -1;
    if (isShown) useSearchStore.setState({ isPicked: false });
  }, [result, current, rows]);
  useEffect(() => {
    if (settled.current === result.terms) return;
    const [first] = found;
    // The row the user has gone to, or wants to go to, may still be found.
    if (current !== undefined && at === -1 && !result.isComplete) return;
    // More finds may come until everything is searched; after that only another query is a reason to move.
    if (first !== undefined || result.isComplete) settled.current = result.terms;
    if (first !== undefined && at === -1) goTo(first);
  }, [found, at, result, current]);

  const go = useCallback(
    (step: 1 | -1) => {
      const start = at === -1 && step === -1 ? 0 : at;
      const key = found[(start + step + found.length) % found.length];
      if (key !== undefined) goTo(key);
    },
    [found, at],
  );
  return useMemo(
    () => ({ terms: result.terms, found, index: at, go }),
    [result.terms, found, at, go],
  );
}

interface Finds {
  terms: readonly string[];
  items: ReadonlySet<TimelineItem>;
  /** Everything stored was searched. */
  isComplete: boolean;
}

const noFinds: Finds = { terms: [], items: new Set(), isComplete: true };

/** A turn of the search may take this long (ms), so that the browser can draw every frame. */
const turnLength = 12;

/**
 * Typing comes first: a key press never waits for the search of the one before it. While the terms stay the
 * same, only newly added text is searched.
 */
function useFinds(state: SearchIndexState | undefined, terms: readonly string[]): Finds {
  const [finds, setFinds] = useState(noFinds);
  const index = state?.index;
  // biome-ignore lint/correctness/useExhaustiveDependencies: finds belong to this index and these terms
  const known = useMemo(
    () => ({ items: new Set<TimelineItem>(), searched: new Set<readonly TimelineItem[]>() }),
    [index, terms],
  );
  useEffect(() => {
    if (state === undefined || terms.length === 0) return setFinds(noFinds);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const search = state.index.find(terms, known.searched);
    const { items } = known;
    const turn = () => {
      const end = performance.now() + turnLength;
      for (let step = search.next(); step.done !== true; step = search.next()) {
        for (const item of step.value) items.add(item);
        if (performance.now() > end) {
          timer = setTimeout(turn);
          return;
        }
      }
      setFinds({ terms, items, isComplete: state.isComplete });
    };
    turn();
    return () => clearTimeout(timer);
  }, [state, terms, known]);
  return finds;
}

function goTo(key: string): void {
  useSearchStore.getState().setCurrent(key);
  useScrollAnchorStore.getState().jumpTo(key, 'center');
}
