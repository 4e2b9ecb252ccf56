import type { Contact } from '../../../../lib/model/contact';
import type { Message } from '../../../../lib/model/history';
import type { HistoryOptions, HistoryPart } from '../../../../lib/platforms/contract/api';
import { message } from '../world';

/**
 * A platform that keeps messages, oldest first, and gives them newest first in pages: a history as
 * the contract asks for it. Messages may be added, changed and deleted at any time.
 */
export class PagedHistory {
  readonly messages: { id: string; at: number; text: string; deleted?: boolean }[] = [];
  /** Each call's cursor, in order. */
  readonly calls: (string | undefined)[] = [];
  /** Called before each page; may throw, wait or change the messages. */
  beforePage: () => void | Promise<void> = () => undefined;

  constructor(
    readonly pageSize: number,
    readonly now: () => number,
  ) {}

  add(count: number, from: number): void {
    for (let at = from; at < from + count; at += 1) {
      this.messages.push({ id: `m${at}`, at, text: `said at ${at}` });
    }
  }

  readonly history = this.#read.bind(this);

  async *#read(of: Contact, options: HistoryOptions): AsyncGenerator<HistoryPart, void, void> {
    const { cursor, wanted, signal } = options;
    this.calls.push(cursor);
    let before = Number(cursor ?? Number.POSITIVE_INFINITY);
    for (let read = 0; read < wanted; read += this.pageSize) {
      await this.beforePage();
      signal.throwIfAborted();
      const older = this.messages.filter(({ at }) => at < before);
      const page = older.slice(-this.pageSize);
      const more = older.length > page.length;
      before = page[0]?.at ?? before;
      yield {
        conversations: [],
        messages: page.map((each) => messageOf(of, each)),
        coverage: {
          ...(more
            ? { state: 'partial', reason: 'more-on-platform', since: before, more: true }
            : { state: 'complete' }),
          dropped: 0,
          checkedAt: this.now(),
        },
        cursor: more ? String(before) : undefined,
      };
      if (!more) return;
    }
  }
}

function messageOf(of: Contact, each: PagedHistory['messages'][number]): Message {
  return { ...message(of, each.id, each.text), sentAt: each.at, deleted: each.deleted };
}
