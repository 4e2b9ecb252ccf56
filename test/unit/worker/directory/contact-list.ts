import type { Contact } from '../../../../lib/model/contact';
import type { DirectoryPage } from '../../../../lib/platforms/contract/api';
import { contact } from '../world';

export const connectionName = 'beta';

/** A visitor whose e-mail address is `<id>@example.com`. */
export function visitor(id: string, lastSeenAt?: number): Contact {
  return contact(connectionName, id, { emailKeys: [`${id}@example.com`], lastSeenAt });
}

/**
 * A platform's list of visitors, most recent chat first, paged by page number: a visitor who
 * chats moves to the head, one who is deleted lets all below move up.
 */
export class VisitorList {
  visitors: Contact[] = [];
  /** Cursors of the pages served. */
  served: (string | undefined)[] = [];
  /** Called before each page; what it throws is the answer. */
  beforePage: (served: number) => void | Promise<void> = () => undefined;
  #chats = 0;

  constructor(
    count: number,
    readonly pageSize: number,
  ) {
    for (let index = 0; index < count; index += 1) this.add(`v${count - 1 - index}`);
  }

  /** At the head, as everybody who is new. */
  add(id: string): void {
    this.#chats += 1;
    this.visitors.unshift(visitor(id, this.#chats));
  }

  addNew(): void {
    this.add(`new${this.#chats}`);
  }

  chat(place: number): void {
    const [moved] = this.visitors.splice(place % Math.max(1, this.visitors.length), 1);
    if (moved !== undefined) this.add(moved.id);
  }

  delete(place: number): void {
    this.visitors.splice(place % Math.max(1, this.visitors.length), 1);
  }

  page = async (cursor: string | undefined): Promise<DirectoryPage> => {
    this.served.push(cursor);
    await this.beforePage(this.served.length);
    const from = Number(cursor ?? 0) * this.pageSize;
    const hasMore = from + this.pageSize < this.visitors.length;
    return {
      contacts: this.visitors.slice(from, from + this.pageSize),
      next: hasMore ? String(Number(cursor ?? 0) + 1) : undefined,
      dropped: 0,
    };
  };
}
