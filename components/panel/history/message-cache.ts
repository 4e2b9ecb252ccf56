import type { Message } from '../../../lib/model/history';
import type { DesksideDatabase } from '../../../lib/storage/database';
import { readMessagesById } from '../../../lib/storage/history-queries';
import type { TimelineItem } from '../../../lib/timeline/listed-message';

/** A few dozen screens. */
const mostKept = 1_000;

/**
 * Whole messages of the rows in sight and around them. All others are only listed, and are read from the
 * database when they come near. The least recently used one is removed first.
 */
export class MessageCache {
  readonly #messages = new Map<TimelineItem, Message>();
  readonly #loading = new Set<TimelineItem>();

  constructor(private readonly database: DesksideDatabase) {}

  /** The message, if it is in the cache. An item whose message was changed is another item. */
  get(item: TimelineItem): Message | undefined {
    const message = this.#messages.get(item);
    if (message !== undefined) this.keep(item, message);
    return message;
  }

  keep(item: TimelineItem, message: Message): void {
    this.#messages.delete(item);
    this.#messages.set(item, message);
    if (this.#messages.size <= mostKept) return;
    const [oldest] = this.#messages.keys();
    if (oldest !== undefined) this.#messages.delete(oldest);
  }

  /** Reads those that are not in the cache. True when any arrived. */
  async load(items: readonly TimelineItem[]): Promise<boolean> {
    const missing = items.filter((item) => !this.#messages.has(item) && !this.#loading.has(item));
    if (missing.length === 0) return false;
    for (const item of missing) this.#loading.add(item);
    try {
      const read = await readMessagesById(this.database, missing);
      for (const [index, message] of read.entries()) {
        const item = missing[index];
        if (item !== undefined && message !== undefined) this.keep(item, message);
      }
      return read.some((message) => message !== undefined);
    } finally {
      for (const item of missing) this.#loading.delete(item);
    }
  }
}
