import { showableTime } from './time-words';

/** What decides an item's place in the timeline. */
export interface Placed {
  connectionId: string;
  conversationId: string;
  id: string;
  /** Epoch ms. */
  sentAt: number;
  sequence: number;
}

/**
 * Order of the timeline, newest first: time, then (for equal times) conversation, the sequence
 * within it, and the id. Total: two different items never compare equal, whatever order they
 * arrived in, so the list is the same in every browser and after every fetch.
 */
export function newestFirst(a: Placed, b: Placed): number {
  return (
    showableTime(b.sentAt) - showableTime(a.sentAt) ||
    ascending(a.connectionId, b.connectionId) ||
    ascending(a.conversationId, b.conversationId) ||
    b.sequence - a.sequence ||
    ascending(a.id, b.id)
  );
}

/** By code unit: `localeCompare` is slow and depends on the browser's language. */
function ascending(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** One string for a thing of a connection: a connection id holds no slash. */
export function placeKey(connectionId: string, id: string): string {
  return `${connectionId}/${id}`;
}
