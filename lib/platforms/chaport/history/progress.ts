import * as v from 'valibot';
import { path } from '../../../http/encode-path';
import { readCursor } from '../../shared/cursor';
import { type AcceptedLink, acceptLink } from '../calls';

/**
 * Older chats of one visitor that are still to be read, newest first. An answer may list all of them or
 * only some, and a later answer may list more; each is returned once.
 */
export class ChatQueue {
  /** Links that left the platform's API, or had an unknown form, and were not followed. */
  refused: number;
  readonly #origin: string;
  readonly #chats: string;
  readonly #seen = new Set<string>();
  readonly #done: Set<string>;
  #waiting: AcceptedLink[] = [];

  /** `saved` is where an earlier queue of this visitor stopped. */
  constructor(
    origin: string,
    visitorId: string,
    saved: { waiting: string[]; read: string[]; refused: number } = {
      waiting: [],
      read: [],
      refused: 0,
    },
  ) {
    this.#origin = origin;
    this.#chats = path`/api/v1/visitors/${visitorId}/chats`;
    this.#done = new Set(saved.read);
    this.refused = saved.refused;
    this.add(saved.waiting);
  }

  /** Takes the links of an answer: absolute, root-relative, or bare ids of chats. */
  add(links: readonly string[]): void {
    for (const text of links) {
      if (this.#seen.has(text)) continue;
      this.#seen.add(text);
      const link = this.#accept(text);
      if (link === undefined) this.refused += 1;
      else if (link.key === text || !this.#seen.has(link.key)) this.#take(link);
    }
    this.#waiting = newestFirst(this.#waiting);
  }

  /** Whether a text is the address of one of this visitor's chats, or of its events. */
  isChatAddress(text: string): boolean {
    return (
      text.includes('/chats/') && this.#accept(text)?.path.startsWith(`${this.#chats}/`) === true
    );
  }

  /** The events of a chat alone do not describe the chat: links to them are changed to lead to the chat. */
  #accept(text: string): AcceptedLink | undefined {
    const link = acceptLink(isChatId(text) ? `${this.#chats}/${text}` : text, this.#origin);
    if (link === undefined || !/\/events\/?$/.test(link.path)) return link;
    const chatId = chatIdOf(link);
    return chatId === undefined ? link : acceptLink(`${this.#chats}/${chatId}`, this.#origin);
  }

  /** Records that a chat was read, so that a link to it is not followed again. */
  markRead(chatId: string): void {
    this.#done.add(chatId);
    this.#waiting = this.#waiting.filter((link) => chatIdOf(link) !== chatId);
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** The next chat; it stays in the queue until it is taken out with `finish`. */
  next(): AcceptedLink | undefined {
    return this.#waiting[0];
  }

  /** Removes a link for good: what it led to was read, or cannot be had. */
  finish(link: AcceptedLink): void {
    this.#done.add(chatIdOf(link) ?? link.key);
    this.#waiting = this.#waiting.filter((each) => each !== link);
  }

  /** What is left, and what need not be read again, in a form that can be stored. */
  saved(): { waiting: string[]; read: string[] } {
    const waiting = this.#waiting.map((link) => {
      const chatId = chatIdOf(link);
      return link.key === `${this.#chats}/${chatId}` ? String(chatId) : link.key;
    });
    return { waiting, read: [...this.#done] };
  }

  #take(link: AcceptedLink): void {
    this.#seen.add(link.key);
    if (!this.#done.has(chatIdOf(link) ?? link.key)) this.#waiting.push(link);
  }
}

/** The chat's id in a path like `/api/v1/visitors/{visitor}/chats/{chat}`. */
export function chatIdOf(link: { path: string }): string | undefined {
  return /\/chats\/(\d+)(?:\/|$)/.exec(link.path)?.[1];
}

function isChatId(text: string): boolean {
  return /^\d+$/.test(text);
}

/** Chat ids read as times of creation, so the greatest is the newest; else the order given stays. */
function newestFirst(links: AcceptedLink[]): AcceptedLink[] {
  const keyed = links.map((link) => ({ link, id: Number(chatIdOf(link) ?? Number.NaN) }));
  if (keyed.some((entry) => Number.isNaN(entry.id))) return links;
  return keyed.sort((a, b) => b.id - a.id).map((entry) => entry.link);
}

/** Where reading a visitor's chats stopped, as it is stored between calls and restarts. */
const cursorSchema = v.object({
  v: v.literal(1),
  /** Chats still to be read: a chat's id, or path and query of a link of another form. */
  waiting: v.array(v.string()),
  /** Ids of chats that need not be read again. */
  read: v.array(v.string()),
  /** Epoch ms: the beginning of the oldest chat read. */
  since: v.optional(v.number()),
  dropped: v.number(),
  /** Links that left the platform's API. */
  refused: v.number(),
  /** Chats that the platform did not return. */
  withheld: v.number(),
  /** The list of older chats may have been one page of several. */
  mayGoOn: v.optional(v.boolean()),
});
export type ChaportProgress = v.InferOutput<typeof cursorSchema>;

export function writeChaportCursor(saved: Omit<ChaportProgress, 'v'>): string {
  return JSON.stringify({ v: 1, ...saved });
}

/** `undefined` for what is no cursor of this form; reading then starts at the newest again. */
export function readChaportCursor(text: string | undefined): ChaportProgress | undefined {
  return readCursor(cursorSchema, text);
}
