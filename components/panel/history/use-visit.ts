import { create } from 'zustand';
import type { ContactRef } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { readSeenUntil } from '../../../lib/storage/visits';

/** It lasts as long as a person is on screen, whichever part of the panel is looked at meanwhile. */
export interface Visit {
  anchor: ContactRef;
  /** The time (epoch ms) up to which the items of this person had been seen when the visit began. */
  seenUpTo: number;
  /** Row keys of what was seen since. */
  seen: ReadonlySet<string>;
}

const useVisitStore = create<{ visit: Visit | undefined }>(() => ({ visit: undefined }));

/**
 * Begins the visit to whoever came on screen; what it returns is to be called when they go. At the first visit
 * only what arrives during it is new.
 */
export function startVisit(anchor: ContactRef): () => void {
  let isOver = false;
  const openedAt = Date.now();
  const begin = (newest = openedAt) => {
    const visit = { anchor, seenUpTo: Math.min(newest, openedAt), seen: new Set<string>() };
    if (!isOver) useVisitStore.setState({ visit });
  };
  readSeenUntil(database, anchor, openedAt).then(begin, () => begin());
  return () => {
    isOver = true;
    useVisitStore.setState({ visit: undefined });
  };
}

/** The visit to this person; `undefined` until it is known what had been seen before. */
export function useVisit(anchor: ContactRef): Visit | undefined {
  return useVisitStore(({ visit }) => (visit?.anchor === anchor ? visit : undefined));
}

/** From now on, and until the visit is over, these rows have been seen. */
export function markSeen(keys: readonly string[]): void {
  useVisitStore.setState(({ visit }) => ({
    visit: visit && { ...visit, seen: new Set([...visit.seen, ...keys]) },
  }));
}
