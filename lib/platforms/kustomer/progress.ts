import type { TransportError } from '../../http/errors';
import type { Coverage } from '../../model/coverage';
import type { ListEnd } from './pages';
import { isRefusal } from './requests';
import { needs } from './roles';

const listNames = ['conversations', 'messages', 'notes'] as const;

/** The lists that make up a history; each needs a role of its own. */
export type ListName = (typeof listNames)[number];

interface ListProgress {
  end?: ListEnd;
  failure?: TransportError;
  /** Epoch ms of the oldest item read. */
  oldest?: number;
}

/** How far the lists of one history were read, and what coverage follows from it. */
export class Progress {
  readonly #lists: Record<ListName, ListProgress> = { conversations: {}, messages: {}, notes: {} };
  #dropped = 0;

  /** Notes a page: how many items were unreadable, the times of the others, whether it was the last. */
  add(name: ListName, page: { dropped: number; times: number[]; end?: ListEnd | undefined }): void {
    const list = this.#lists[name];
    this.#dropped += page.dropped;
    if (page.end !== undefined) list.end = page.end;
    const times = list.oldest === undefined ? page.times : [...page.times, list.oldest];
    if (times.length > 0) list.oldest = Math.min(...times);
  }

  fail(name: ListName, failure: TransportError): void {
    this.#lists[name].failure = failure;
  }

  /**
   * Throws what kept a list from being read. A list that is refused alone lacks its role and is only
   * told in the coverage; when all are refused, the key itself is.
   */
  throwIfFailed(): void {
    const failures = listNames
      .map((name) => this.#lists[name].failure)
      .filter((failure) => failure !== undefined);
    const worst = failures.find((failure) => !isRefusal(failure));
    if (worst !== undefined) throw worst;
    const [first] = failures;
    if (first !== undefined && failures.length === listNames.length) throw first;
  }

  /** What is held now; `now` in epoch ms. */
  coverage(now: number): Coverage {
    const base = { dropped: this.#dropped, checkedAt: now };
    const lists = listNames.map((name) => this.#lists[name]);
    if (lists.some((list) => list.end === undefined && list.failure === undefined)) {
      return { ...base, state: 'partial', reason: 'more-on-platform' };
    }
    if (lists.every((list) => list.end === 'unreadable')) {
      return { ...base, state: 'unreachable', reason: 'bad-answer' };
    }
    const refused = listNames.filter((name) => this.#lists[name].failure !== undefined);
    const right = refused.map((name) => needs[name].right).join(', ');
    const partial = { ...base, state: 'partial', since: this.#since() } as const;
    if (refused.length > 0) return { ...partial, reason: 'missing-right', right };
    if (lists.some((list) => list.end === 'unreadable')) {
      return { ...partial, reason: 'bad-answer' };
    }
    if (lists.some((list) => list.end !== 'whole')) {
      return { ...partial, reason: 'more-on-platform' };
    }
    return { ...base, state: 'complete' };
  }

  /** Before this time something may be missing: the oldest item of the list that was cut latest. */
  #since(): number | undefined {
    const cuts = listNames
      .map((name) => this.#lists[name])
      .filter((list) => list.end === 'bound')
      .map((list) => list.oldest)
      .filter((time) => time !== undefined);
    return cuts.length === 0 ? undefined : Math.max(...cuts);
  }
}
