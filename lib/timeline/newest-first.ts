import { clampTime } from '../text/format-time';

/** What decides an item's position in the timeline. */
export interface TimelinePosition {
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
export function newestFirst(a: TimelinePosition, b: TimelinePosition): number {
  return (
    clampTime(b.sentAt) - clampTime(a.sentAt) ||
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
