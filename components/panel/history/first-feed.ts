import { useLayoutEffect, useState } from 'react';
import type { Contact } from '../../../lib/model/contact';
import { type ContactRef, refLines, refsOfLines } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { PersonFeed, type PersonHistory } from './person-feed';
import { useScrollAnchorStore } from './scroll-anchor-store';

/** The history is awaited for this long (ms) before the person is shown without it. */
const mostWait = 100;

/** Read for the first person of a panel that opens, until their timeline takes it over. */
let first: { anchor: ContactRef; records: string; feed: PersonFeed } | undefined;

/** The feed of this person's history: the one that is already being read, or a new one. */
export function feedOf(anchor: ContactRef): PersonFeed {
  const known = first?.anchor === anchor ? first.feed : undefined;
  if (known === undefined) first?.feed.close();
  first = undefined;
  return (
    known ?? new PersonFeed(database, useScrollAnchorStore.getState().scrollAnchors.get(anchor)?.at)
  );
}

/** What `feedOf` would have at once for this person, made of these `refLines`; it is not taken over. */
export function firstHistory(anchor: ContactRef, records: string): PersonHistory | undefined {
  // Others may have been joined or parted since.
  return first?.anchor === anchor && first.records === records ? first.feed.read() : undefined;
}

/**
 * Reads the history of the first known person while nothing is on screen yet, so that the panel is drawn
 * once, with the history, and not first without it. True when there is nothing left to wait for, and for
 * good once something else is on screen (`isDrawn`): that must not go while a history is read.
 */
export function useFirstFeed(
  anchor: ContactRef | undefined,
  contacts: readonly Contact[],
  isDrawn: boolean,
): boolean {
  const [isReady, setReady] = useState(false);
  const records = refLines(contacts);
  useLayoutEffect(() => {
    if (isDrawn) setReady(true);
    if (isReady || isDrawn || anchor === undefined) return;
    const feed = feedOf(anchor);
    first = { anchor, records, feed };
    const end = () => setReady(true);
    feed.listen({ onChange: () => feed.read() !== undefined && end(), onError: end });
    feed.follow(refsOfLines(records));
    const timer = setTimeout(end, mostWait);
    return () => clearTimeout(timer);
  }, [isReady, isDrawn, anchor, records]);
  return isReady || anchor === undefined;
}
