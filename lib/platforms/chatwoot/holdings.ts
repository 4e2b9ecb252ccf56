import type { Coverage } from '../../model/coverage';
import type { Conversation, Message } from '../../model/history';
import type { ConversationPage } from './conversations';
import type { MessagePage } from './messages';

/** So many of the newest conversations get their newest messages before any gets older ones. */
const FIRST_ROUND = 10;

/** How far one conversation has been read. */
export interface Thread {
  conversation: Conversation;
  /** Epoch ms: nothing of this conversation is missing from here on. */
  heldSince: number;
  /** Id of the oldest message read; `undefined` before the first page. */
  before: string | undefined;
  state: 'waiting' | 'reading' | 'read' | 'stuck';
}

/**
 * What is held of a contact's history while it is being read: decides what to read next, and
 * states the coverage. It never claims more than the server showed.
 */
export class Holdings {
  readonly #threads: Thread[] = [];
  #listing: { missing: ConversationPage['missing']; since: number } = {
    missing: 'more-on-platform',
    since: 0,
  };
  #dropped = 0;

  /** Notes a page of conversations. `preview` holds the newest message of some of them. */
  listed(
    conversations: readonly Conversation[],
    preview: readonly Message[],
    page: ConversationPage,
  ): void {
    for (const conversation of conversations) {
      const newest = preview.find((message) => message.conversationId === conversation.id);
      const heldSince = newest?.sentAt ?? activityOf(conversation);
      this.#threads.push({ conversation, heldSince, before: undefined, state: 'waiting' });
    }
    const oldest = conversations.at(-1);
    this.#listing = {
      missing: page.last ? page.missing : 'more-on-platform',
      since: oldest === undefined ? this.#listing.since : activityOf(oldest),
    };
  }

  knows(conversationId: string): boolean {
    return this.#threads.some(({ conversation }) => conversation.id === conversationId);
  }

  drop(count: number): void {
    this.#dropped += count;
  }

  /** The conversation to read on in, now marked as being read; `undefined` if there is none. */
  next(): Thread | undefined {
    const fresh = this.#threads
      .slice(0, FIRST_ROUND)
      .find((thread) => thread.state === 'waiting' && thread.before === undefined);
    const waiting = this.#threads.filter(({ state }) => state === 'waiting');
    const thread = fresh ?? waiting.toSorted((a, b) => b.heldSince - a.heldSince)[0];
    if (thread !== undefined) thread.state = 'reading';
    return thread;
  }

  /** Notes a page of messages of a conversation that `next` gave. */
  read(thread: Thread, page: MessagePage): void {
    this.#dropped += page.dropped;
    const known = thread.before === undefined ? Number.POSITIVE_INFINITY : thread.heldSince;
    const oldest = Math.min(known, ...page.messages.map(({ sentAt }) => sentAt));
    if (Number.isFinite(oldest)) thread.heldSince = oldest;
    thread.state = stateAfter(thread, page);
    thread.before = page.oldestId ?? thread.before;
  }

  coverage(now: number): Coverage {
    const open = this.#threads.filter(({ state }) => state !== 'read');
    const gaps = open.map(({ heldSince }) => heldSince);
    if (this.#listing.missing !== undefined) gaps.push(this.#listing.since);
    const since = gaps.reduce((latest, time) => Math.max(latest, time), 0);
    return {
      state: gaps.length === 0 ? 'complete' : 'partial',
      reason: open.length > 0 ? 'more-on-platform' : this.#listing.missing,
      since: since > 0 ? since : undefined,
      dropped: this.#dropped,
      checkedAt: now,
    };
  }
}

/** A page that leads no further back, against the server's own order, must not be asked for again. */
function stateAfter(thread: Thread, page: MessagePage): Thread['state'] {
  if (page.reachedStart) return 'read';
  if (page.oldestId === undefined) return 'stuck';
  const further = thread.before === undefined || Number(page.oldestId) < Number(thread.before);
  return further ? 'waiting' : 'stuck';
}

function activityOf(conversation: Conversation): number {
  return conversation.lastActivityAt ?? conversation.createdAt ?? 0;
}
