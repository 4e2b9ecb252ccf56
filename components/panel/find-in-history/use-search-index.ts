import { useEffect, useRef, useState } from 'react';
import type { SearchIndex } from '../../../lib/timeline/search-index';
import type { PersonHistory } from '../history/person-feed';
import { shownWords } from './shown-words';

/** An index and how much it covers; a new object with each part that was added. */
export interface SearchIndexState {
  index: SearchIndex;
  /** Everything stored has been added. */
  isComplete: boolean;
}

/** Further parts are collected for this long (ms) before they are searched too. */
const pause = 200;

/**
 * The searchable text of a history while it is wanted, read from the database part by part, newest first;
 * `undefined` before and after that, because it takes memory.
 */
export function useSearchIndex(
  history: PersonHistory | undefined,
  isWanted: boolean,
): SearchIndexState | undefined {
  const index = useRef<SearchIndex>(undefined);
  const [state, setState] = useState<SearchIndexState>();
  useEffect(() => {
    if (isWanted) return;
    index.current = undefined;
    setState(undefined);
  }, [isWanted]);
  useEffect(() => {
    if (!isWanted || history === undefined) return;
    const ending = new AbortController();
    const { signal } = ending;
    let toldAt = performance.now();
    const complete = async () => {
      const { SearchIndex } = await import('../../../lib/timeline/search-index');
      signal.throwIfAborted();
      index.current ??= new SearchIndex();
      const own = index.current;
      for (const part of own.missing(history.parts)) {
        const messages = await history.readPart(part);
        signal.throwIfAborted();
        const words = await shownWords(messages);
        signal.throwIfAborted();
        own.add(part, messages, words);
        if (performance.now() < toldAt + pause) continue;
        toldAt = performance.now();
        setState({ index: own, isComplete: false });
      }
      own.keepOnly(history.parts);
      setState({ index: own, isComplete: true });
    };
    // When the database fails here, the feed reports the error.
    complete().catch(() => undefined);
    return () => ending.abort();
  }, [history, isWanted]);
  return state;
}
