import { path } from '../../../http/encode-path';
import type { TransportError } from '../../../http/transport-error';
import type { Coverage } from '../../../model/coverage';
import type { ApiPorts } from '../../contract/api';
import { isRefusal } from '../calls';
import { PagedList } from '../paged-list';
import { needs } from '../roles';
import { type SavedKustomerProgress, writeKustomerCursor } from './cursor';

const listNames = ['conversations', 'messages', 'notes'] as const;

/** The lists that make up a history; each needs a role of its own. */
export type ListName = (typeof listNames)[number];

/** Pages that one call reads of a list in no known order; stopping earlier could hide the newest. */
const MOST_PAGES_UNORDERED = 40;

/** How far the lists of one history were read, what to read next, and what coverage follows. */
export class KustomerProgress {
  readonly lists: Readonly<Record<ListName, PagedList>>;
  readonly #wanted: number;
  readonly #failures: TransportError[] = [];
  /** Epoch ms of the messages and notes read by this call. */
  readonly #times: number[] = [];
  /** Ids of the notes that the list has had from its beginning; absent where one may be missing. */
  #notes: string[] | undefined;
  #dropped: number;

  /** `wanted`: about how many messages and notes this call is to load. */
  constructor(ports: ApiPorts, customerId: string, wanted: number, saved?: SavedKustomerProgress) {
    const conversations = path`/v1/customers/${customerId}/conversations`;
    const messages = path`/v1/customers/${customerId}/messages`;
    const notes = path`/v1/customers/${customerId}/notes`;
    const attached = { include: 'attachments' };
    this.#wanted = wanted;
    this.#dropped = saved?.dropped ?? 0;
    this.#notes = saved === undefined ? [] : undefined;
    this.lists = {
      conversations: new PagedList(ports, conversations, {}, saved?.conversations),
      messages: new PagedList(ports, messages, attached, saved?.messages),
      notes: new PagedList(ports, notes, {}, saved?.notes),
    };
  }

  /**
   * The lists to read a page of: those that may hide the newest items, which at first are all, then
   * the one that was cut latest. None when everything is read, or one screen without a gap.
   */
  listsToRead(): ListName[] {
    const open = this.#open();
    if (this.#wanted === Number.POSITIVE_INFINITY) return open;
    const unordered = open.filter((name) => this.lists[name].since === undefined);
    if (unordered.length > 0) {
      return unordered.filter((name) => this.lists[name].pagesRead < MOST_PAGES_UNORDERED);
    }
    // A list that broke off cannot be read on, however late it was cut: the others are.
    const since = Math.max(0, ...open.map((name) => this.lists[name].since ?? 0));
    if (this.#times.filter((time) => time >= since).length >= this.#wanted) return [];
    return open.filter((name) => this.lists[name].since === since).slice(0, 1);
  }

  /** Counts a page: how many items were unreadable, the times of new messages and notes (epoch ms). */
  countPage(page: { dropped: number; times: readonly number[] }): void {
    this.#dropped += page.dropped;
    if (this.#wanted !== Number.POSITIVE_INFINITY) this.#times.push(...page.times);
  }

  /** Records a page of notes: how many were unreadable, and the ids of the others. */
  countNotes(dropped: number, ids: readonly string[]): void {
    this.#notes = dropped > 0 ? undefined : this.#notes?.concat(ids);
  }

  /** Ids of all notes there are, the first time after the list has come to its end. */
  takeAllNotes(): string[] | undefined {
    if (this.lists.notes.end !== 'whole') return undefined;
    const all = this.#notes;
    this.#notes = undefined;
    return all;
  }

  /** A refused list is not requested again until reading starts again. */
  addFailure(name: ListName, failure: TransportError): void {
    this.#failures.push(failure);
    if (isRefusal(failure)) this.lists[name].end = 'refused';
  }

  /** Whether all lists that this key may read have come to their end on a first page without items. */
  get isEmpty(): boolean {
    return listNames
      .map((name) => this.lists[name])
      .filter(({ end }) => end !== 'refused')
      .every(
        ({ end, pagesRead, itemsRead }) => end === 'whole' && pagesRead === 1 && itemsRead === 0,
      );
  }

  /** Whether this key may not read one of the lists. */
  get isRefused(): boolean {
    return this.#ended('refused').length > 0;
  }

  get hasFailed(): boolean {
    return this.#failures.length > 0;
  }

  /**
   * Throws what kept a list from being read. A list that is refused alone lacks its role and is only
   * reported in the coverage; when all are refused, the key itself is.
   */
  throwIfFailed(): void {
    const worst = this.#failures.find((failure) => !isRefusal(failure));
    if (worst !== undefined) throw worst;
    const [first] = this.#failures;
    if (first !== undefined && this.#ended('refused').length === listNames.length) throw first;
  }

  /** What was read so far; `now` in epoch ms. */
  coverage(now: number): Coverage {
    const base = { dropped: this.#dropped, checkedAt: now };
    const more = this.#open().length > 0 ? true : undefined;
    const refused = this.#ended('refused');
    const unreadable = this.#ended('unreadable');
    if (unreadable.length === listNames.length) {
      return { ...base, state: 'unreachable', reason: 'bad-answer' };
    }
    const partial = { ...base, state: 'partial', since: this.#since(), more } as const;
    if (refused.length > 0) {
      const right = refused.map((name) => needs[name].right).join(', ');
      return { ...partial, reason: 'missing-right', right };
    }
    if (more) return { ...partial, reason: 'more-on-platform' };
    if (unreadable.length > 0) return { ...partial, reason: 'bad-answer' };
    return { ...base, state: 'complete' };
  }

  /** Where to go on; `undefined` when nothing is left to read. */
  cursor(): string | undefined {
    if (this.#open().length === 0) return undefined;
    const { conversations, messages, notes } = this.lists;
    return writeKustomerCursor({
      conversations: conversations.saved(),
      messages: messages.saved(),
      notes: notes.saved(),
      dropped: this.#dropped,
    });
  }

  #open(): ListName[] {
    return listNames.filter((name) => this.lists[name].end === undefined);
  }

  #ended(end: PagedList['end']): ListName[] {
    return listNames.filter((name) => this.lists[name].end === end);
  }

  /**
   * Epoch ms: before this something may be missing, the oldest item of the list that was cut latest.
   * `undefined` when nothing is cut, or where a list in no order may hide anything.
   */
  #since(): number | undefined {
    const cut = listNames
      .map((name) => this.lists[name])
      .filter(({ end }) => end === undefined || end === 'unreadable')
      .map(({ since }) => since);
    const known = cut.filter((time) => time !== undefined);
    return known.length === 0 || known.length < cut.length ? undefined : Math.max(...known);
  }
}
