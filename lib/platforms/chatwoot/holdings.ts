import type { Coverage } from '../../model/coverage';
import type { Conversation, Message } from '../../model/history';
import type { ConversationPage } from './conversations';
import { type SavedHoldings, writeCursor } from './cursor';
import { type ListedRows, Listing } from './listing';
import { type MessagePage, type MessagesBetween, PAGE_SIZE } from './messages';
import { newThread, noteBetween, notePage, readsInBulk, type Thread } from './threads';

/** From so many wanted messages on, 1,000 at once are worth a call more for each conversation. */
const BULK_FROM = 200;

/** What to read next. */
export type Job =
  | { kind: 'listing'; page: number }
  | { kind: 'page'; thread: Thread }
  | { kind: 'between'; thread: Thread; before: string };

/**
 * What is held of a contact's history while it is being read: decides what to read next, always
 * where the newest gap is, and states the coverage. It never claims more than the server showed.
 */
export class Holdings {
  readonly #listing: Listing;
  readonly #threads: Thread[];
  readonly #known: Set<string>;
  readonly #wanted: number;
  /** Epoch ms of what this call has read, to see when one screen is without a gap. */
  readonly #times: number[] = [];
  #isListing = false;
  #dropped: number;

  /** `saved` is where an earlier call stopped; `wanted` how many messages to read about. */
  constructor(wanted: number, saved?: SavedHoldings) {
    this.#wanted = wanted;
    this.#listing = new Listing(saved?.listing);
    this.#threads = saved?.open ?? [];
    const open = this.#threads.map(({ place }) => place.id);
    this.#known = new Set([...(saved?.read ?? []), ...open]);
    this.#dropped = saved?.dropped ?? 0;
  }

  /** Notes a page of conversations. `preview` holds the newest message of some of them. */
  listed(
    conversations: readonly Conversation[],
    preview: readonly Message[],
    page: ConversationPage,
    rows: Pick<ListedRows, 'others' | 'repeated' | 'oldest'>,
  ): void {
    for (const conversation of conversations) {
      const newest = preview.find((message) => message.conversationId === conversation.id);
      const heldSince = newest?.sentAt ?? activityOf(conversation) ?? 0;
      this.#threads.push(newThread(conversation, heldSince));
      this.#known.add(conversation.id);
    }
    const known = this.#known.size;
    this.#listing.note(page, { ...rows, fresh: conversations.length, known });
    this.#isListing = false;
  }

  knows(conversationId: string): boolean {
    return this.#known.has(conversationId);
  }

  drop(count: number): void {
    this.#dropped += count;
  }

  /** What to read now, marked as being read; `undefined` when there is nothing or it is enough. */
  next(): Job | undefined {
    if (this.#isEnough()) return undefined;
    const thread = newest(this.#threads.filter(({ state }) => state === 'waiting'));
    const gap = this.#listing.hasEnded || this.#isListing ? undefined : this.#listing.gap;
    if (gap !== undefined && gap >= (thread?.heldSince ?? 0)) {
      this.#isListing = true;
      return { kind: 'listing', page: this.#listing.state.page };
    }
    if (thread === undefined) return undefined;
    thread.state = 'reading';
    const { before } = thread;
    const isWorthBulk = this.#wanted - this.#times.length >= BULK_FROM && readsInBulk(thread);
    return isWorthBulk && before !== undefined
      ? { kind: 'between', thread, before }
      : { kind: 'page', thread };
  }

  /** Notes the answer to a `page` job. */
  read(thread: Thread, page: MessagePage): void {
    this.#note(page.messages, page.dropped);
    notePage(thread, page);
    this.#forgetRead();
  }

  /** Notes the answer to a `between` job; `undefined` when the server could not give it. */
  readBetween(thread: Thread, answer: MessagesBetween | undefined): void {
    if (answer !== undefined) this.#note(answer.messages, answer.dropped);
    noteBetween(thread, answer);
  }

  coverage(now: number): Coverage {
    const gaps = this.#gaps();
    const since = Math.max(0, ...gaps);
    const isCapOnly = this.#threads.length === 0 && this.#listing.state.end === 'capped';
    const incomplete = isCapOnly ? 'platform-cap' : 'more-on-platform';
    return {
      state: gaps.length === 0 ? 'complete' : 'partial',
      reason: gaps.length === 0 ? undefined : incomplete,
      since: since > 0 && Number.isFinite(since) ? since : undefined,
      more: this.#leadsOn() ? true : undefined,
      dropped: this.#dropped,
      checkedAt: now,
    };
  }

  /** Where to go on; `undefined` when nothing is left to read. */
  cursor(): string | undefined {
    if (!this.#leadsOn()) return undefined;
    const open = new Set(this.#threads.map(({ place }) => place.id));
    return writeCursor({
      listing: this.#listing.state,
      open: this.#threads,
      read: [...this.#known].filter((id) => !open.has(id)),
      dropped: this.#dropped,
    });
  }

  #leadsOn(): boolean {
    return !this.#listing.hasEnded || this.#threads.some(({ state }) => state !== 'stuck');
  }

  #gaps(threads: readonly Thread[] = this.#threads): number[] {
    const gaps = threads.map(({ heldSince }) => heldSince);
    const { gap } = this.#listing;
    return gap === undefined ? gaps : [...gaps, gap];
  }

  /** Whether one screen without a gap is held, counting on full pages from what is under way. */
  #isEnough(): boolean {
    if (this.#wanted === Number.POSITIVE_INFINITY) return false;
    const moving = this.#threads.filter(({ state }) => state !== 'stuck');
    const since = this.#listing.hasEnded
      ? Math.max(0, ...moving.map(({ heldSince }) => heldSince))
      : Math.max(0, ...this.#gaps(moving));
    const gapless = this.#times.filter((time) => time >= since).length;
    const underWay = moving.filter(({ state }) => state === 'reading').length;
    return gapless + underWay * PAGE_SIZE >= this.#wanted;
  }

  #note(messages: readonly Message[], dropped: number): void {
    this.#dropped += dropped;
    if (this.#wanted === Number.POSITIVE_INFINITY) return;
    for (const { sentAt } of messages) this.#times.push(sentAt);
  }

  #forgetRead(): void {
    for (let index = this.#threads.length - 1; index >= 0; index -= 1) {
      if (this.#threads[index]?.state === 'read') this.#threads.splice(index, 1);
    }
  }
}

function newest(threads: readonly Thread[]): Thread | undefined {
  return threads.reduce<Thread | undefined>(
    (best, thread) => (best === undefined || thread.heldSince > best.heldSince ? thread : best),
    undefined,
  );
}

/** Epoch ms of the last activity, where the server tells any. */
export function activityOf(conversation: Conversation): number | undefined {
  return conversation.lastActivityAt ?? conversation.createdAt;
}
