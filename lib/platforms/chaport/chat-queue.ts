import { type AcceptedLink, acceptLink } from './answer';

/**
 * Older chats of one visitor that are still to be read, newest first. An answer may list all of
 * them or only some, and a later answer may list more; each is handed out once.
 */
export class ChatQueue {
  /** Links that left the platform's API and were not followed. */
  refused = 0;
  readonly #origin: string;
  readonly #seen = new Set<string>();
  readonly #readChats = new Set<string>();
  #waiting: AcceptedLink[] = [];

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Takes the links of an answer, absolute or root-relative. */
  add(links: readonly string[]): void {
    for (const text of links) {
      if (this.#seen.has(text)) continue;
      this.#seen.add(text);
      const link = acceptLink(text, this.#origin);
      if (link === undefined) this.refused += 1;
      else if (link.key === text || !this.#seen.has(link.key)) this.#take(link);
    }
    this.#waiting = newestFirst(this.#waiting);
  }

  /** Notes that a chat was read, so that a link to it is not followed again. */
  markRead(chatId: string): void {
    this.#readChats.add(chatId);
    this.#waiting = this.#waiting.filter((link) => chatIdOf(link) !== chatId);
  }

  get size(): number {
    return this.#waiting.length;
  }

  next(): AcceptedLink | undefined {
    return this.#waiting.shift();
  }

  #take(link: AcceptedLink): void {
    this.#seen.add(link.key);
    const chatId = chatIdOf(link);
    if (chatId === undefined || !this.#readChats.has(chatId)) this.#waiting.push(link);
  }
}

/** The chat's id in a path like `/api/v1/visitors/{visitor}/chats/{chat}`. */
export function chatIdOf(link: { path: string }): string | undefined {
  return /\/chats\/(\d+)(?:\/|$)/.exec(link.path)?.[1];
}

/** Chat ids read as times of creation, so the greatest is the newest; else the order given stays. */
function newestFirst(links: AcceptedLink[]): AcceptedLink[] {
  const keyed = links.map((link) => ({ link, id: Number(chatIdOf(link) ?? Number.NaN) }));
  if (keyed.some((entry) => Number.isNaN(entry.id))) return links;
  return keyed.sort((a, b) => b.id - a.id).map((entry) => entry.link);
}
