import type { Attachment, Message } from '../../../model/history';
import type { CapturedItem } from '../../../model/page';
import type { CaptureTarget } from '../../contract/definition';
import { comparedText, madeIdMark } from './compared-message';
import { reportedTime } from './times';

/** Makes stored messages of items that were not known before, each with an id of its own. */
export class MessageMaker {
  readonly now: number;
  readonly #target: CaptureTarget;
  readonly #taken: Set<string>;

  constructor(known: readonly Message[], target: CaptureTarget) {
    this.now = target.now;
    this.#target = target;
    this.#taken = new Set(known.map((message) => message.id));
  }

  /**
   * The same items in the same order always get the same ids. An item to which the page gives the id of
   * one already known is that item in another place: it gives `undefined`.
   */
  make(item: CapturedItem): Message | undefined {
    const { connectionId, contactId, conversationId } = this.#target;
    const id = item.pageId === undefined ? this.#freeId(item) : `${conversationId}/${item.pageId}`;
    if (this.#taken.has(id)) return undefined;
    this.#taken.add(id);
    const reported = reportedTime(item, this.now);
    return {
      connectionId,
      id,
      contactId,
      conversationId,
      kind: item.kind,
      direction: item.direction,
      author: { name: item.author, role: authorRoleOf(item) },
      text: item.text,
      sentAt: reported?.at ?? Number.NaN,
      timeQuality: reported?.quality ?? 'unknown',
      sequence: -1,
      attachments: item.attachments.map(attachmentNamed),
      ...(item.edited === true ? { edited: true } : {}),
      ...(item.deleted === true ? { deleted: true } : {}),
    };
  }

  #freeId(item: CapturedItem): string {
    const own = idHash(JSON.stringify([item.kind, item.direction, item.text, item.attachments]));
    for (let copy = 0; ; copy += 1) {
      const id = `${this.#target.conversationId}/${madeIdMark}${own}-${copy}`;
      if (!this.#taken.has(id)) return id;
    }
  }
}

const qualityRank = { unknown: 0, approximate: 1, exact: 2 } as const;

/** A known message after another reading of it; the same object when there is nothing new. */
export function updated(message: Message, item: CapturedItem, now: number): Message {
  // The text shown in place of a message that was taken back is not what it said.
  if (item.deleted === true) return asDeleted(message);
  const news: Partial<Message> = {};
  const reported = reportedTime(item, now);
  if (reported !== undefined && qualityRank[reported.quality] > qualityRank[message.timeQuality]) {
    news.sentAt = reported.at;
    news.timeQuality = reported.quality;
  }
  if (item.text !== message.text) news.text = item.text;
  const isOther = comparedText(item.text) !== comparedText(message.text);
  if (isOther || (item.edited === true && message.edited !== true)) {
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

function authorRoleOf(item: CapturedItem): Message['author']['role'] {
  if (item.kind === 'activity') return 'system';
  return item.direction === 'in' ? 'contact' : 'agent';
}

function attachmentNamed(name: string): Attachment {
  return { name, kind: /\.(png|jpe?g|gif|webp|heic|svg)$/i.test(name) ? 'image' : 'file' };
}

/** Short and well spread, for ids; not for secrets (two FNV-like halves of 32 bits). */
function idHash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xc9dc5118;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + index), 0x85ebca6b);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
