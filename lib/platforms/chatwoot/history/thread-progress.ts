import type { ParentConversation } from './message-mapping';
import { BETWEEN_LIMIT, type MessagePage, type MessagesBetween } from './messages';

/** How far the messages of one conversation, its thread, were read. */
export interface ThreadProgress {
  conversation: ParentConversation;
  /** Epoch ms: nothing of this conversation is missing from here on. */
  completeSince: number;
  /** Id of the oldest message from which on none is missing; `undefined` before the first page. */
  before?: string | undefined;
  /** Id up to which all messages from the first one on were read, when read from that end too. */
  low?: string | undefined;
  /** Whether many messages are to be asked for at once; `no` where the server has no such answer. */
  bulk: 'yes' | 'check-first' | 'no';
  state: 'waiting' | 'reading' | 'read' | 'stuck';
}

/** A conversation of which at most its newest message (epoch ms `completeSince`) was read. */
export function startThread(
  conversation: ParentConversation,
  completeSince: number,
): ThreadProgress {
  return {
    conversation,
    completeSince,
    bulk: 'yes',
    state: 'waiting',
  };
}

/** Whether the next call should ask for all messages between `low` and `before` at once. */
export function readsInBulk(thread: ThreadProgress): boolean {
  return thread.bulk === 'yes' && thread.before !== undefined;
}

/** Records a page of the messages right before `thread.before`, or of the newest ones. */
export function recordMessagePage(thread: ThreadProgress, page: MessagePage): void {
  const known = thread.before === undefined ? Number.POSITIVE_INFINITY : thread.completeSince;
  const oldest = page.messages.reduce((time, { sentAt }) => Math.min(time, sentAt), known);
  if (Number.isFinite(oldest)) thread.completeSince = oldest;
  thread.state = stateAfter(thread, page);
  thread.before = page.oldestId ?? thread.before;
  if (thread.bulk === 'check-first') thread.bulk = 'yes';
}

/** A page that leads no further back, against the server's own order, is not asked for again. */
function stateAfter(thread: ThreadProgress, page: MessagePage): ThreadProgress['state'] {
  if (page.reachedStart) return 'read';
  if (page.oldestId === undefined) return 'stuck';
  if (thread.low !== undefined && Number(page.oldestId) <= Number(thread.low)) return 'read';
  const further = thread.before === undefined || Number(page.oldestId) < Number(thread.before);
  return further ? 'waiting' : 'stuck';
}

/**
 * Records the answer to "all between `low` and `before`": the oldest of them, as many as fit.
 * Whether they reach up to `before` is for the next page to show, where they meet. Sizes that other
 * forms of the call have (20 before an id, 100 after one) mean that the server ignored one half of
 * the question, so they are no ground to build on; nor is a failure (`undefined`).
 */
export function recordMessagesBetween(
  thread: ThreadProgress,
  answer: MessagesBetween | undefined,
): void {
  thread.state = 'waiting';
  const isOtherForm = answer === undefined || [0, 20, 100].includes(answer.rows);
  const isFirst = thread.low === undefined;
  const isInside = answer !== undefined && liesBetween(thread, answer);
  if (!isInside || (isFirst && isOtherForm)) {
    thread.bulk = 'no';
    return;
  }
  thread.low = answer.newestId ?? thread.low;
  thread.bulk = answer.rows < BETWEEN_LIMIT ? 'check-first' : 'yes';
}

function liesBetween(thread: ThreadProgress, { oldestId, newestId }: MessagesBetween): boolean {
  if (oldestId === undefined || newestId === undefined) return false;
  return Number(oldestId) > Number(thread.low ?? 0) && Number(newestId) < Number(thread.before);
}
