import type { Coverage } from '../../../model/coverage';
import type { Conversation, Message } from '../../../model/history';
import type { ConversationPage } from './conversations';
import { type SavedChatwootProgress, writeChatwootCursor } from './cursor';
import { type ConversationPageCounts, ListProgress } from './list-progress';
import { MESSAGES_PER_PAGE, type MessagePage, type MessagesBetween } from './messages';
import {
  readsInBulk,
  recordMessagePage,
  recordMessagesBetween,
  startThread,
  type ThreadProgress,
} from './thread-progress';

/** From so many wanted messages on, 1,000 at once are worth a call more for each conversation. */
const BULK_FROM = 200;

/** What to read next. */
export type HistoryJob =
  | { kind: 'listing'; page: number }
  | { kind: 'page'; thread: ThreadProgress }
  | { kind: 'between'; thread: ThreadProgress; before: string };

/**
 * What was read of a contact's history so far: decides what to read next, always
 * where the newest gap is, and states the coverage. It never claims more than the server showed.
 */
export class ChatwootProgress {
  readonly #list: ListProgress;
  readonly #threads: ThreadProgress[];
  readonly #known: Set<string>;
  readonly #wanted: number;
  /** Epoch ms of what this call has read, to see when one screen is without a gap. */
  readonly #times: number[] = [];
  #isListing = false;
  #dropped: number;

  /** `saved` is where an earlier call stopped; `wanted` how many messages to read about. */
  constructor(wanted: number, saved?: SavedChatwootProgress) {
    this.#wanted = wanted;
    this.#list = new ListProgress(saved?.listing);
    this.#threads = saved?.open ?? [];
    const open = this.#threads.map(({ conversation }) => conversation.id);
    this.#known = new Set([...(saved?.read ?? []), ...open]);
    this.#dropped = saved?.dropped ?? 0;
  }

  /** Records a page of conversations. `preview` holds the newest message of some of them. */
  recordConversations(
    conversations: readonly Conversation[],
    preview: readonly Message[],
    page: ConversationPage,
    rows: Pick<ConversationPageCounts, 'others' | 'repeated' | 'oldest'>,
  ): void {
    for (const conversation of conversations) {
      const newest = preview.find((message) => message.conversationId === conversation.id);
      const completeSince = newest?.sentAt ?? lastActivityOf(conversation) ?? 0;
      this.#threads.push(startThread(conversation, completeSince));
      this.#known.add(conversation.id);
    }
    const known = this.#known.size;
    this.#list.record(page, { ...rows, fresh: conversations.length, known });
    this.#isListing = false;
  }

  knows(conversationId: string): boolean {
    return this.#known.has(conversationId);
  }

  countDropped(count: number): void {
    this.#dropped += count;
  }

  /** What to read now, marked as being read; `undefined` when there is nothing or it is enough. */
  nextJob(): HistoryJob | undefined {
    if (this.#isEnough()) return undefined;
    const thread = newest(this.#threads.filter(({ state }) => state === 'waiting'));
    const gap = this.#list.hasEnded || this.#isListing ? undefined : this.#list.gap;
    if (gap !== undefined && gap >= (thread?.completeSince ?? 0)) {
      this.#isListing = true;
      return { kind: 'listing', page: this.#list.state.page };
    }
    if (thread === undefined) return undefined;
    thread.state = 'reading';
    const { before } = thread;
    const isWorthBulk = this.#wanted - this.#times.length >= BULK_FROM && readsInBulk(thread);
    return isWorthBulk && before !== undefined
      ? { kind: 'between', thread, before }
      : { kind: 'page', thread };
  }

  /** Records the answer to a `page` job. */
  recordPage(thread: ThreadProgress, page: MessagePage): void {
    this.#countMessages(page.messages, page.dropped);
    recordMessagePage(thread, page);
    this.#dropReadThreads();
  }

  /** Records the answer to a `between` job; `undefined` when the server could not give it. */
  recordBetween(thread: ThreadProgress, answer: MessagesBetween | undefined): void {
    if (answer !== undefined) this.#countMessages(answer.messages, answer.dropped);
    recordMessagesBetween(thread, answer);
  }

  coverage(now: number): Coverage {
    const gaps = this.#gaps();
    const since = Math.max(0, ...gaps);
    const isCapOnly = this.#threads.length === 0 && this.#list.state.end === 'capped';
    const incomplete = isCapOnly ? 'platform-cap' : 'more-on-platform';
    return {
      state: gaps.length === 0 ? 'complete' : 'partial',
      reason: gaps.length === 0 ? undefined : incomplete,
      since: since > 0 && Number.isFinite(since) ? since : undefined,
      more: this.#hasMore() ? true : undefined,
      dropped: this.#dropped,
      checkedAt: now,
    };
  }

  /** Where to go on; `undefined` when nothing is left to read. */
  cursor(): string | undefined {
    if (!this.#hasMore()) return undefined;
    const open = new Set(this.#threads.map(({ conversation }) => conversation.id));
    return writeChatwootCursor({
      listing: this.#list.state,
      open: this.#threads,
      read: [...this.#known].filter((id) => !open.has(id)),
      dropped: this.#dropped,
    });
  }

  #hasMore(): boolean {
    return !this.#list.hasEnded || this.#threads.some(({ state }) => state !== 'stuck');
  }

  #gaps(threads: readonly ThreadProgress[] = this.#threads): number[] {
    const gaps = threads.map(({ completeSince }) => completeSince);
    const { gap } = this.#list;
    return gap === undefined ? gaps : [...gaps, gap];
  }

  /** Whether one screen without a gap was read, counting on full pages from what is under way. */
  #isEnough(): boolean {
    if (this.#wanted === Number.POSITIVE_INFINITY) return false;
    const moving = this.#threads.filter(({ state }) => state !== 'stuck');
    const since = this.#list.hasEnded
      ? Math.max(0, ...moving.map(({ completeSince }) => completeSince))
      : Math.max(0, ...this.#gaps(moving));
    const gapless = this.#times.filter((time) => time >= since).length;
    const underWay = moving.filter(({ state }) => state === 'reading').length;
    return gapless + underWay * MESSAGES_PER_PAGE >= this.#wanted;
  }

  #countMessages(messages: readonly Message[], dropped: number): void {
    this.#dropped += dropped;
    if (this.#wanted === Number.POSITIVE_INFINITY) return;
    for (const { sentAt } of messages) this.#times.push(sentAt);
  }

  #dropReadThreads(): void {
    for (let index = this.#threads.length - 1; index >= 0; index -= 1) {
      if (this.#threads[index]?.state === 'read') this.#threads.splice(index, 1);
    }
  }
}

function newest(threads: readonly ThreadProgress[]): ThreadProgress | undefined {
  return threads.reduce<ThreadProgress | undefined>(
    (best, thread) =>
      best === undefined || thread.completeSince > best.completeSince ? thread : best,
    undefined,
  );
}

/** Epoch ms of the last activity, where the server tells any. */
export function lastActivityOf(conversation: Conversation): number | undefined {
  return conversation.lastActivityAt ?? conversation.createdAt;
}
