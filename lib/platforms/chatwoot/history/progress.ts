import type { TransportFailure } from '../../../http/transport-error';
import type { Coverage } from '../../../model/coverage';
import { ChangeCheck, type RereadJob } from './change-check';
import type { ConversationPage, PageRequest } from './conversations';
import { type SavedChatwootProgress, writeChatwootCursor } from './cursor';
import { type ConversationPageCounts, ListProgress } from './list-progress';
import type { ParentConversation } from './message-mapping';
import {
  ANSWER_LIMIT,
  type AnsweredMessages,
  type MappedMessages,
  type MessageRequest,
} from './messages';
import { isWhole, nextRequest, noticeNews, startThread, type ThreadProgress } from './thread';

/** A check for news reads this many pages of conversations (25 each), even if nothing is new. */
const PAGES_FOR_NEWS = 4;
/** One screen asks for at most this many windows: thousands of imported messages may precede the next one. */
const WINDOWS_PER_SCREEN = 6;

/** What to read next. A `reread` looks for changes in what is stored and proves nothing. */
export type HistoryJob =
  | ({ kind: 'listing' } & PageRequest)
  | { kind: 'messages'; thread: ThreadProgress; request: MessageRequest }
  | RereadJob;

/** A conversation as a page of the list gave it. */
export interface ListedConversation {
  conversation: ParentConversation;
  /** Epoch ms of any change, as far as the server records it. */
  updatedAt?: number | undefined;
  /** Its newest message, where the list has one. */
  preview: MappedMessages;
}

/**
 * What is stored of a contact's history: decides what to read next, and states the coverage. It never
 * claims more than the server proved. After a check for news it describes everything that is stored.
 */
export class ChatwootProgress {
  readonly #threads = new Map<string, ThreadProgress>();
  /** Epoch ms of what this call has read, by id, to see when one screen is without a gap. */
  readonly #times = new Map<string, number>();
  readonly #changes = new ChangeCheck();
  /** Conversations that the list gave since its beginning. */
  readonly #listed: Set<string>;
  /** What this call may read further; absent: all. A check for news reads the conversations that have any. */
  readonly #readable: Set<ThreadProgress> | undefined;
  readonly #looksForNews: boolean;
  readonly #isUnfinished: boolean;
  readonly #pass: ListProgress;
  #listing: ListProgress;
  #isListing = false;
  #pages = 0;
  #windows = 0;
  #dropped: number;

  /**
   * `saved` is where an earlier call stopped; `wanted` how many messages to read about. With
   * `looksForNews`, the list is read again, and messages only where something happened since; where the
   * earlier call was broken off (`isUnfinished`), what it left out is read as well.
   */
  constructor(
    private readonly wanted: number,
    saved?: SavedChatwootProgress,
    look: { looksForNews?: boolean; isUnfinished?: boolean | undefined } = {},
  ) {
    const { looksForNews = false, isUnfinished = false } = look;
    this.#looksForNews = looksForNews;
    this.#isUnfinished = isUnfinished;
    for (const thread of saved?.threads ?? []) this.#threads.set(thread.conversation.id, thread);
    this.#listing = new ListProgress(saved?.listing);
    this.#pass = looksForNews ? new ListProgress() : this.#listing;
    this.#listed = new Set(looksForNews ? [] : this.#threads.keys());
    this.#readable = looksForNews && !isUnfinished ? new Set() : undefined;
    this.#dropped = saved?.dropped ?? 0;
  }

  /** Whether the list gave this conversation before. */
  wasListed(conversationId: string): boolean {
    return this.#listed.has(conversationId);
  }

  /**
   * Records a page of conversations. Returns the ids of those that are no longer there, once that
   * is certain.
   */
  recordConversations(
    fresh: readonly ListedConversation[],
    page: ConversationPage,
    rows: Pick<ConversationPageCounts, 'others' | 'repeated' | 'oldest'>,
  ): string[] {
    for (const listed of fresh) this.#recordListed(listed);
    this.#pass.record(page, { ...rows, fresh: fresh.length, known: this.#listed.size });
    this.#isListing = false;
    this.#pages += 1;
    if (!this.#looksForNews || !this.#pass.hasEnded || this.#pass.state.end === 'stuck') return [];
    this.#listing = this.#pass;
    if (!this.#hasListedAll()) return [];
    const gone = [...this.#threads.keys()].filter((id) => !this.#listed.has(id));
    for (const id of gone) this.#threads.delete(id);
    return gone;
  }

  /** Whether what the list did not return is gone: none was unreadable, none slipped between pages. */
  #hasListedAll(): boolean {
    const { end, others, total } = this.#pass.state;
    const isCounted = total === undefined ? this.#pages === 1 : total === this.#listed.size;
    return end === 'whole' && others === 0 && isCounted;
  }

  #recordListed({ conversation, updatedAt, preview }: ListedConversation): void {
    const newest = preview.ids.at(-1);
    const mark = markOf(conversation, updatedAt, newest);
    this.#listed.add(conversation.id);
    const known = this.#threads.get(conversation.id);
    if (known === undefined) {
      const thread = startThread(conversation, mark, newest);
      if (isNewest(conversation, preview)) thread.since = preview.newestAt ?? thread.since;
      this.#threads.set(conversation.id, thread);
      this.#readable?.add(thread);
      this.#dropped += preview.dropped;
      return;
    }
    known.conversation = conversation;
    const { mark: before } = known;
    if (before !== mark) {
      noticeNews(known, mark, newest);
      this.#readable?.add(known);
    }
    if (before !== mark && isChangeOnly(before, mark)) {
      known.mark = before;
      this.#changes.addChanged(known, mark);
    } else if (this.#looksForNews) this.#changes.addOther(known);
  }

  /** Counts messages that were given up: the coverage mentions them whatever this call looks for. */
  countLost(count: number): void {
    this.#dropped += count;
  }

  countDropped(count: number): void {
    if (!this.#looksForNews) this.#dropped += count;
  }

  /** What to read now, marked as being read; `undefined` when there is nothing or it is enough. */
  nextJob(): HistoryJob | undefined {
    const open = [...(this.#readable ?? this.#threads.values())].filter(
      (thread) => thread.state === 'waiting' && !isWhole(thread),
    );
    const news = open.find(({ hasNews }) => hasNews === true);
    if (news !== undefined) return this.#messagesOf(news);
    if (this.#looksForNews && this.#mayList()) return this.#nextPage();
    const begun = this.#changes.nextOfBegun();
    if (begun !== undefined) return begun;
    if (this.#isEnough()) return undefined;
    const thread = newestGap(open);
    const gap = thread === undefined ? 0 : likelyGap(thread);
    if (this.#mayList() && this.#pass.likelyGap >= gap) return this.#nextPage();
    if (thread !== undefined) return this.#messagesOf(thread);
    return this.#changes.next();
  }

  #messagesOf(thread: ThreadProgress): HistoryJob {
    const request = nextRequest(thread, this.wanted !== Number.POSITIVE_INFINITY);
    thread.state = 'reading';
    if (request.kind === 'window') this.#windows += 1;
    return { kind: 'messages', thread, request };
  }

  #nextPage(): HistoryJob {
    this.#isListing = true;
    const { page, size } = this.#pass.state;
    return { kind: 'listing', page, size };
  }

  /** A check for news reads the whole list where it is short, or where its length has changed. */
  #mayList(): boolean {
    if (this.#isListing || this.#pass.hasEnded) return false;
    if (!this.#looksForNews || this.#pages === 0) return true;
    const { total } = this.#pass.state;
    const counted = this.#threads.size + this.#listing.state.others;
    const hasChanged = total !== undefined && total !== counted;
    const isShort = this.#pages < PAGES_FOR_NEWS;
    return this.#listing.hasEnded ? isShort || hasChanged : isShort && this.#isUnfinished;
  }

  /** A newest page that was read again may show a message that the list did not mention. */
  recordReread(job: RereadJob, answer: AnsweredMessages, trustsWindows: boolean): void {
    const { thread } = job;
    const { ids } = answer;
    this.#changes.record(job, answer, trustsWindows);
    if ((ids.at(-1) ?? 0) <= thread.highest) return;
    noticeNews(thread, thread.mark);
    this.#readable?.add(thread);
  }

  /** Whether the look for changes can do without what it asked for. */
  recordFailedReread(job: RereadJob, failure: TransportFailure): boolean {
    return this.#changes.recordFailure(job, failure);
  }

  /** Counts what was read, and how much of it could not be. */
  countMessages({ messages, dropped }: MappedMessages, isProof: boolean): void {
    if (isProof) this.#dropped += dropped;
    if (this.wanted === Number.POSITIVE_INFINITY) return;
    for (const { id, sentAt } of messages) this.#times.set(id, sentAt);
  }

  coverage(now: number): Coverage {
    const open = this.#open();
    const { end } = this.#listing.state;
    const isComplete = open.length === 0 && end === 'whole';
    const since = Math.max(0, ...open.map(claimOf));
    const isCapOnly = open.length === 0 && end === 'capped';
    const incomplete = isCapOnly ? 'platform-cap' : 'more-on-platform';
    const isSince = !isComplete && end === 'whole' && since > 0 && Number.isFinite(since);
    return {
      state: isComplete ? 'complete' : 'partial',
      reason: isComplete ? undefined : incomplete,
      since: isSince ? since : undefined,
      more: this.hasMore ? true : undefined,
      dropped: this.#dropped,
      checkedAt: now,
    };
  }

  /** What is stored, and where to go on. */
  bookmark(): string {
    const threads = [...this.#threads.values()];
    return writeChatwootCursor({ listing: this.#listing.state, threads, dropped: this.#dropped });
  }

  /** Whether something is left to read, from the bookmark on. */
  get hasMore(): boolean {
    return !this.#listing.hasEnded || this.#open().some(({ state }) => state !== 'stuck');
  }

  #open(): ThreadProgress[] {
    return [...this.#threads.values()].filter((thread) => !isWhole(thread));
  }

  /** Whether one screen without a gap was read, counting on full pages from what is under way. */
  #isEnough(): boolean {
    if (this.wanted === Number.POSITIVE_INFINITY) return false;
    if (this.#windows >= WINDOWS_PER_SCREEN) return true;
    const moving = this.#open().filter(({ state }) => state !== 'stuck');
    const ofList = this.#listing.hasEnded ? 0 : this.#listing.likelyGap;
    const since = Math.max(ofList, ...moving.map(likelyGap));
    const gapless = [...this.#times.values()].filter((time) => time >= since).length;
    const underWay = moving.filter(({ state }) => state === 'reading').length;
    return gapless + underWay * ANSWER_LIMIT.page >= this.wanted;
  }
}

/** What a list says about a conversation, to see whether anything has changed since. */
function markOf(
  { lastActivityAt }: ParentConversation,
  updatedAt: number | undefined,
  newest: number | undefined,
): string {
  return `${lastActivityAt ?? ''} ${updatedAt ?? ''} ${newest ?? ''}`;
}

/** Whether nothing was written between two marks: a message was changed or deleted, or a label was set. */
function isChangeOnly(before: string, after: string): boolean {
  const [active, , newest] = before.split(' ');
  const [activeAfter, , newestAfter] = after.split(' ');
  return active === activeAfter && newest === newestAfter;
}

/** A list may name a message that was written last instead of the newest: then it is an older one. */
function isNewest(
  { createdAt = 0, lastActivityAt = 0 }: ParentConversation,
  { newestAt = 0 }: MappedMessages,
): boolean {
  return newestAt >= Math.max(createdAt, lastActivityAt);
}

/** Epoch ms from which on nothing of the thread is missing, as far as that is proved. */
function claimOf({ since, hasNews }: ThreadProgress): number {
  return hasNews === true ? Number.POSITIVE_INFINITY : since;
}

/** Where the newest gap of a thread is, or else when it was last active. */
function likelyGap({ since, conversation }: ThreadProgress): number {
  if (Number.isFinite(since)) return since;
  return conversation.lastActivityAt ?? conversation.createdAt ?? 0;
}

function newestGap(threads: readonly ThreadProgress[]): ThreadProgress | undefined {
  return threads.reduce<ThreadProgress | undefined>(
    (best, thread) => (best === undefined || likelyGap(thread) > likelyGap(best) ? thread : best),
    undefined,
  );
}
