import { ABOVE_ALL, heldFrom, highestGap, type IdRange, LOWEST_ID, rangesBelow } from './id-ranges';
import type { ParentConversation } from './message-mapping';
import { ANSWER_LIMIT, type MessageRequest } from './messages';
import { nextOfWalk, type PageWalk, startWalk } from './page-walk';

/** A window is chosen so that it contains about this many messages, because a full one proves nothing. */
export const AIM = 950;

/**
 * How far the messages of one conversation, its thread, were read. Ids and times disagree wherever
 * messages were imported or backdated, so only what an answer proves counts: a window of ids that was not
 * cut off is stored completely, and the newest page shows the time from which on none is missing.
 */
export interface ThreadProgress {
  conversation: ParentConversation;
  state: 'waiting' | 'reading' | 'stuck';
  /** Epoch ms: every message made later is stored; `Infinity` while nothing is known. */
  since: number;
  /** Ids of which every message is stored. */
  held: readonly IdRange[];
  /** The greatest id seen; 0 before any. */
  highest: number;
  /** Id of the message that is newest by its time, where the list named one. */
  newest?: number | undefined;
  /** What the list last said about the conversation, to see whether anything has changed. */
  mark: string;
  /** Something was written above `highest` that is not stored yet. */
  hasNews?: boolean | undefined;
  /** The page below this id was read last: `since` is its oldest. */
  pagedBelow?: number | undefined;
  /** Ids per message, as seen last. */
  spacing?: number | undefined;
  /** How many messages a window should bring. */
  aim: number;
  /** From how many messages on the answer to a window may be cut off. */
  limit: number;
  /** How many ids the next window spans; absent: all of the gap. */
  span?: number | undefined;
  /** Where an answer up to the greatest id would be too large: the id up to which to read first. */
  reach?: number | undefined;
  /** Messages that were given up because each is too large by itself. */
  lost?: number | undefined;
  /** Where the next window begins, this once. */
  splitAt?: number | undefined;
  /** True once a window was answered as asked. */
  hasWindows?: boolean | undefined;
  /** Where the server answers no windows: how the thread is read page by page. */
  walk?: PageWalk | undefined;
}

/** A conversation of which at most its newest message, with the id `newest`, is known. */
export function startThread(
  conversation: ParentConversation,
  mark: string,
  newest?: number,
): ThreadProgress {
  return {
    conversation,
    state: 'waiting',
    since: Number.POSITIVE_INFINITY,
    held: [],
    highest: newest ?? 0,
    newest,
    mark,
    aim: AIM,
    limit: ANSWER_LIMIT.window,
  };
}

export function isWhole(thread: ThreadProgress): boolean {
  return highestGap(thread.held) === undefined;
}

/** The list shows that something happened in a conversation since it was read. */
export function noticeNews(thread: ThreadProgress, mark: string, newest?: number): void {
  const isAnchored = heldFrom(thread.held) < ABOVE_ALL;
  if (thread.state === 'stuck') thread.state = 'waiting';
  thread.held = rangesBelow(thread.held, thread.highest + 1);
  thread.mark = mark;
  thread.newest = newest ?? thread.newest;
  thread.splitAt = undefined;
  thread.walk = thread.walk && startWalk(ABOVE_ALL);
  if (isAnchored) thread.hasNews = true;
  else Object.assign(thread, { since: Number.POSITIVE_INFINITY, pagedBelow: undefined });
}

/**
 * What to ask for next, for a thread that is not whole. `showsNewest`: the newest messages come
 * first, with the time back to which none is missing, and not just all of them in the end.
 */
export function nextRequest(thread: ThreadProgress, showsNewest: boolean): MessageRequest {
  const top = heldFrom(thread.held);
  if (thread.walk !== undefined) return nextOfWalk(thread.walk);
  const [low, below] = highestGap(thread.held) ?? [LOWEST_ID, ABOVE_ALL];
  const { splitAt, span } = thread;
  if (splitAt !== undefined && splitAt > low && splitAt < below) {
    return { kind: 'window', from: splitAt, below };
  }
  const isLost =
    thread.highest === 0 || (thread.span !== undefined && thread.spacing === undefined);
  const isPaged = thread.pagedBelow === top || thread.hasNews === true;
  if (!isPaged && (showsNewest || isLost)) return { kind: 'page', below: top };
  const { reach } = thread;
  const end = below === ABOVE_ALL && reach !== undefined && reach >= low ? reach + 1 : below;
  const from = span === undefined ? low : Math.max(low, topOf(thread, end) - span);
  return { kind: 'window', from, below: end };
}

/** The upper end of a gap as far as messages are known to reach into it. */
export function topOf(thread: ThreadProgress, below: number): number {
  return below < ABOVE_ALL ? below : thread.highest + 1;
}
