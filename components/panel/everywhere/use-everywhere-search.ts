import { useEffect, useRef, useState } from 'react';
import { type FullTextQuery, termPrefixes } from '../../../lib/full-text/match-query';
import type { Contact } from '../../../lib/model/contact';
import type { ContactRef } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import type { CandidateFilter, IndexReader } from '../../../lib/storage/index-reader';
import { follow } from '../../../lib/storage/live-query';
import { useIndexReader } from '../../hooks/use-index-reader';
import { readRecordsOf, withStoredRecord } from './find-groups';
import { findAmongHeld, type HeldPassage, holdSmallTables, readSmallTables } from './held-passages';
import { type Find, findInIndex } from './held-search';

/** What has been found so far. */
export interface EverywhereFinds {
  /** The query that found them. */
  query: FullTextQuery;
  /** Newest first. */
  finds: readonly Find[];
  /** The contacts they belong to, as far as they are stored. */
  contacts: ReadonlyMap<ContactRef, Contact>;
  /** Everything was searched. */
  isComplete: boolean;
}

/** Further finds are collected for this long (ms) before they are shown too. */
const collectTime = 120;

/**
 * Finds what matches the query in everything stored, of histories and records at most about `wanted`; the finds
 * of the previous query stay until the first of the new one are there. `undefined` before the first search.
 * Throws while rendering when the database fails.
 */
export function useEverywhereSearch(
  query: FullTextQuery,
  filter: CandidateFilter,
  wanted: number,
): EverywhereFinds | undefined {
  const { reader, version } = useIndexReader();
  const held = useHeldPassages();
  const [found, setFound] = useState<EverywhereFinds>();
  const [failure, setFailure] = useState<Error>();
  const contacts = useRef(new Map<ContactRef, Contact>());
  const shown = useRef<Shown>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state of the index is a reason to search again
  useEffect(() => {
    if (reader === undefined) return;
    let isOver = false;
    const show = async (finds: readonly Find[], state: SearchState) => {
      await readRecordsOf(finds, contacts.current);
      const before = shown.current;
      const isSame = before?.query === query && before.filter === filter;
      // The same search again, for more or in a changed index: what is being read stays where it is meanwhile.
      if (isOver || (isSame && state === 'going-on' && finds.length < before.count)) return;
      shown.current = { query, filter, count: finds.length };
      const sorted = finds
        .map((find) => withStoredRecord(find, contacts.current))
        .sort((a, b) => b.time - a.time);
      const isComplete = state === 'complete';
      setFound({ query, finds: sorted, contacts: contacts.current, isComplete });
    };
    collectFinds(reader, { held, query, filter, wanted }, show, () => !isOver).catch(
      (error: unknown) => {
        if (!isOver) setFailure(error instanceof Error ? error : new Error('database'));
      },
    );
    return () => {
      isOver = true;
    };
  }, [reader, version, held, query, filter, wanted]);
  if (failure !== undefined) throw failure;
  return found;
}

/** What is shown was found by these, and is so much. */
interface Shown {
  query: FullTextQuery;
  filter: CandidateFilter;
  count: number;
}

/** Whether more will be found at once, more could be found if it were wanted, or everything was searched. */
type SearchState = 'going-on' | 'enough' | 'complete';

interface Search {
  held: readonly HeldPassage[];
  query: FullTextQuery;
  filter: CandidateFilter;
  wanted: number;
}

/** Shows the finds as they come, until there are enough, no more exist, or they are no longer wanted. */
async function collectFinds(
  reader: IndexReader,
  { held, query, filter, wanted }: Search,
  show: (finds: readonly Find[], state: SearchState) => Promise<void>,
  isWanted: () => boolean,
): Promise<void> {
  const isSearchable = termPrefixes(query).length > 0;
  const finds: Find[] = isSearchable ? await findAmongHeld(held, query, filter) : [];
  // Notes and responses come all at once: however many, they must not stand in the way of messages.
  const enough = finds.length + wanted;
  let shownAt = Number.NEGATIVE_INFINITY;
  for await (const piece of findInIndex(database, reader, query, filter)) {
    if (!isWanted()) return;
    finds.push(...piece.finds);
    if (finds.length >= enough) return show(finds, piece.left === 0 ? 'complete' : 'enough');
    if (finds.length === 0 || performance.now() < shownAt + collectTime) continue;
    shownAt = performance.now();
    await show(finds, 'going-on');
  }
  await show(finds, 'complete');
}

const none: readonly HeldPassage[] = [];

function useHeldPassages(): readonly HeldPassage[] {
  const [held, setHeld] = useState(none);
  useEffect(() => {
    let isOver = false;
    const { notes, nativeNotes, replies } = database;
    const stop = follow(
      database,
      { tables: [notes, nativeNotes, replies], read: () => readSmallTables(database) },
      {
        next: (tables) =>
          void holdSmallTables(tables).then((passages) => isOver || setHeld(passages)),
        // The search itself reads the database too, and reports the error.
        error: () => undefined,
      },
    );
    return () => {
      isOver = true;
      stop();
    };
  }, []);
  return held;
}
