import type { Attachment, Message } from '../../model/history';
import type { CapturedItem } from '../../model/page';
import type { CapturePlace } from '../contract/definition';
import { madeIdMark } from './capture-entry';
import { toldTime } from './capture-times';

/** Makes stored messages of items that were not known before, each with an id of its own. */
export class MessageMaker {
  readonly now: number;
  readonly #place: CapturePlace;
  readonly #taken: Set<string>;

  constructor(known: readonly Message[], place: CapturePlace) {
    this.now = place.now;
    this.#place = place;
    this.#taken = new Set(known.map((message) => message.id));
  }

  /**
   * The same items in the same order always get the same ids. An item that the page names like one
   * already known is that one, at another place: it gives `undefined`.
   */
  make(item: CapturedItem): Message | undefined {
    const { connectionId, contactId, conversationId } = this.#place;
    const id = item.pageId === undefined ? this.#freeId(item) : `${conversationId}/${item.pageId}`;
    if (this.#taken.has(id)) return undefined;
    this.#taken.add(id);
    const told = toldTime(item, this.now);
    return {
      connectionId,
      id,
      contactId,
      conversationId,
      kind: item.kind,
      direction: item.direction,
      author: { name: item.author, role: roleOf(item) },
      text: item.text,
      sentAt: told?.at ?? Number.NaN,
      timeQuality: told?.quality ?? 'unknown',
      sequence: -1,
      attachments: item.attachments.map(attachment),
      ...(item.edited === true ? { edited: true } : {}),
    };
  }

  #freeId(item: CapturedItem): string {
    const own = hash(JSON.stringify([item.kind, item.direction, item.text, item.attachments]));
    for (let copy = 0; ; copy += 1) {
      const id = `${this.#place.conversationId}/${madeIdMark}${own}-${copy}`;
      if (!this.#taken.has(id)) return id;
    }
  }
}

const rank = { unknown: 0, approximate: 1, exact: 2 } as const;

/** A known message after another look at it; the same object when there is nothing new. */
export function updated(message: Message, item: CapturedItem, now: number): Message {
  const news: Partial<Message> = {};
  const told = toldTime(item, now);
  if (told !== undefined && rank[told.quality] > rank[message.timeQuality]) {
    news.sentAt = told.at;
    news.timeQuality = told.quality;
  }
  if (item.text !== message.text) news.text = item.text;
  if (item.text !== message.text || (item.edited === true && message.edited !== true)) {
    news.edited = true;
  }
  if (message.deleted === true) news.deleted = false;
  if (message.author.name === undefined && item.author !== undefined) {
    news.author = { ...message.author, name: item.author };
  }
  return Object.keys(news).length === 0 ? message : { ...message, ...news };
}

/** A known message that its author took back; what it said is kept. */
export function asDeleted(message: Message): Message {
  return message.deleted === true ? message : { ...message, deleted: true };
}

function roleOf(item: CapturedItem): Message['author']['role'] {
  if (item.kind === 'activity') return 'system';
  return item.direction === 'in' ? 'contact' : 'agent';
}

function attachment(name: string): Attachment {
  return { name, kind: /\.(png|jpe?g|gif|webp|heic|svg)$/i.test(name) ? 'image' : 'file' };
}

/** Short and well spread, for ids; not for secrets (two FNV-like halves of 32 bits). */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xc9dc5118;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + index), 0x85ebca6b);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
