import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import type { PeopleSearchRow } from '../../../lib/model/people-search';
import { database } from '../../../lib/storage/database';
import { readPeopleSearch } from '../../../lib/storage/people-queries';
import { usePanelCommand } from '../use-panel-command';

/** So long (ms) the typing has to rest before the helpdesks are asked. */
const restTime = 350;

const shortest = 2;
const none: PeopleSearchRow[] = [];

/** Whether a query is long enough to be asked. */
export function isSearchable(query: string): boolean {
  return query.trim().length >= shortest;
}

/**
 * Looks for people while this is shown, and lets the worker forget what it found afterwards. Only
 * what answers the query as it stands now.
 */
export function usePeopleSearch(windowId: number, query: string): PeopleSearchRow[] {
  const send = usePanelCommand();
  const wanted = query.trim();
  useEffect(() => {
    if (!isSearchable(wanted)) return;
    const timer = setTimeout(() => send('people.search', { windowId, query: wanted }), restTime);
    return () => clearTimeout(timer);
  }, [send, windowId, wanted]);
  useEffect(() => () => send('people.search-end', { windowId }), [send, windowId]);
  const rows = useLiveQuery(() => readPeopleSearch(database, windowId), [windowId]) ?? none;
  return rows.filter((row) => row.query === wanted);
}
