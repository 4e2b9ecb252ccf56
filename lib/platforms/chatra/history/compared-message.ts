import type { Message } from '../../../model/history';
import type { CapturedItem } from '../../../model/page';
import { reportedTime } from './times';

/** The parts of a message that can be compared between two readings of the page. */
export interface ComparedMessage {
  pageId: string | undefined;
  kind: Message['kind'];
  direction: Message['direction'];
  author: string | undefined;
  text: string;
  /** Kind, direction, text and files in one string. */
  print: string;
  /** Epoch ms; absent where the page does not say. */
  at: number | undefined;
  exact: boolean;
  edited: boolean;
  /** Known to have been taken back: the page need not show it. */
  deleted: boolean;
  /** On the page: something before it may never have been on screen. */
  afterGap: boolean;
}

/** A joined message carries the time of the first of its group, so equal messages may differ. */
const slackMs = 10 * 60_000;
const dayMs = 24 * 60 * 60_000;

export function comparedOfMessage(message: Message): ComparedMessage {
  const known = message.timeQuality !== 'unknown';
  const files = message.attachments.map(({ name }) => name);
  return {
    pageId: pageIdOf(message),
    kind: message.kind,
    direction: message.direction,
    author: message.author.name,
    text: message.text,
    print: print(message, files),
    at: known ? message.sentAt : undefined,
    exact: message.timeQuality === 'exact',
    edited: message.edited ?? false,
    deleted: message.deleted ?? false,
    afterGap: false,
  };
}

/** `now` is epoch ms, for headings such as "Today". */
export function comparedOfItem(item: CapturedItem, now: number): ComparedMessage {
  const reported = reportedTime(item, now);
  return {
    pageId: item.pageId,
    kind: item.kind,
    direction: item.direction,
    author: item.author,
    text: item.text,
    print: print(item, item.attachments),
    at: reported === undefined || reported.quality === 'unknown' ? undefined : reported.at,
    exact: reported?.quality === 'exact',
    // The text shown in place of a message that was taken back differs from it, as an edited text does.
    edited: item.edited ?? item.deleted ?? false,
    deleted: false,
    afterGap: item.afterGap ?? false,
  };
}

/** How sure it is that the two are one message; 0 when they are not. */
export function likeness(a: ComparedMessage, b: ComparedMessage, printIsUnique: boolean): number {
  if (a.pageId !== undefined && b.pageId !== undefined) return a.pageId === b.pageId ? 1_000 : 0;
  if (a.print !== b.print || !mayBeSame(a, b)) return 0;
  if (printIsUnique) return 100;
  // The edit mark decides among equal matches, and never outweighs another message in common.
  if (a.at === undefined || a.at !== b.at) return a.edited === b.edited ? 1 + 2 ** -20 : 1;
  return a.exact && b.exact ? 100 : 10;
}

/** True when `now` may be `before` after its author changed the text. */
export function mayBeEditOf(now: ComparedMessage, before: ComparedMessage): boolean {
  const ids = now.pageId !== undefined && before.pageId !== undefined;
  return (
    now.edited &&
    !ids &&
    now.kind === before.kind &&
    now.direction === before.direction &&
    mayBeSame(now, before)
  );
}

/**
 * Different colleagues or different times distinguish two messages. A customer's name does not: it
 * changes once they introduce themselves. Nor does a colleague's where the time is the same: the app calls
 * them by their present name in old messages as well. Labels are compared by the time of day, since a heading such as
 * "Today" becomes wrong on a page that stays open over midnight.
 */
function mayBeSame(a: ComparedMessage, b: ComparedMessage): boolean {
  const authors = a.author !== undefined && b.author !== undefined && a.author !== b.author;
  const isSameTime = a.at !== undefined && a.at === b.at;
  if (authors && a.direction !== 'in' && !isSameTime) return false;
  if (a.at === undefined || b.at === undefined) return true;
  const apart = Math.abs(a.at - b.at);
  if (a.exact && b.exact) return apart <= slackMs;
  const within = apart % dayMs;
  return Math.min(within, dayMs - within) <= slackMs;
}

/** The page's own id, which follows the conversation's in the message's id. */
function pageIdOf(message: Message): string | undefined {
  const own = message.id.slice(message.conversationId.length + 1);
  return own.startsWith(madeIdMark) ? undefined : own;
}

/** First character of ids made here; the page's ids are letters and digits. */
export const madeIdMark = '~';

function print(
  of: { kind: string; direction: string; text: string },
  files: readonly string[],
): string {
  return JSON.stringify([of.kind, of.direction, comparedText(of.text), files]);
}

/** Link addresses and quote marks were not recorded at first: they do not make it another message. */
export function comparedText(text: string): string {
  return text.replace(/^> /gm, '').replace(/ \((?:https?:\/\/|mailto:|tel:|www\.)[^\s()]*\)/g, '');
}

/** Messages that occur at most once in either list: meeting them again proves something. */
export function uniquePrints(...lists: (readonly ComparedMessage[])[]): ReadonlySet<string> {
  const unique = new Set<string>();
  const repeated = new Set<string>();
  for (const list of lists) {
    const seen = new Set<string>();
    for (const { print } of list) (seen.has(print) ? repeated : seen).add(print);
    for (const print of seen) unique.add(print);
  }
  for (const print of repeated) unique.delete(print);
  return unique;
}

/** A number for each message: the same for the same print. `numbers` is kept from list to list. */
export function numberPrints(
  messages: readonly ComparedMessage[],
  numbers: Map<string, number>,
): Int32Array {
  return Int32Array.from(messages, ({ print }) => {
    const number = numbers.get(print) ?? numbers.size;
    numbers.set(print, number);
    return number;
  });
}
