import { type ContactRef, refsOfLines } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { PersonFeed, type PersonHistory } from './person-feed';
import { useScrollAnchorStore } from './scroll-anchor-store';

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
 * Begins to read the history of the first person, whose records these `refLines` are. `onRead` is called when
 * there is something to show, and when it cannot be read.
 */
export function beginFirstFeed(anchor: ContactRef, records: string, onRead: () => void): void {
  const feed = feedOf(anchor);
  first = { anchor, records, feed };
  feed.listen({ onChange: () => feed.read() !== undefined && onRead(), onError: onRead });
  feed.follow(refsOfLines(records));
}
