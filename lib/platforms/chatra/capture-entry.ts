import type { Message } from '../../model/history';
import type { CapturedItem } from '../../model/page';
import { toldTime } from './capture-times';

/** What of a message can be compared between two looks at the page. */
export interface Entry {
  pageId: string | undefined;
  kind: Message['kind'];
  direction: Message['direction'];
  author: string | undefined;
  text: string;
  /** Kind, direction, text and files in one string. */
  print: string;
  /** Epoch ms; absent where nobody told it. */
  at: number | undefined;
  exact: boolean;
  edited: boolean;
  /** Known to have been taken back: the page need not show it. */
  deleted: boolean;
}

/** A joined message carries the time of the first of its group, so equal messages may differ. */
const slackMs = 10 * 60_000;
const dayMs = 24 * 60 * 60_000;

export function entryOfMessage(message: Message): Entry {
  const known = message.timeQuality !== 'unknown';
  return {
    pageId: pageIdOf(message),
    kind: message.kind,
    direction: message.direction,
    author: message.author.name,
    text: message.text,
    print: print(
      message,
      message.attachments.map((file) => file.name),
    ),
    at: known ? message.sentAt : undefined,
    exact: message.timeQuality === 'exact',
    edited: message.edited ?? false,
    deleted: message.deleted ?? false,
  };
}

/** `now` is epoch ms, for headings such as "Today". */
export function entryOfItem(item: CapturedItem, now: number): Entry {
  const told = toldTime(item, now);
  return {
    pageId: item.pageId,
    kind: item.kind,
    direction: item.direction,
    author: item.author,
    text: item.text,
    print: print(item, item.attachments),
    at: told === undefined || told.quality === 'unknown' ? undefined : told.at,
    exact: told?.quality === 'exact',
    edited: item.edited ?? false,
    deleted: false,
  };
}

/** How sure it is that two entries are one message; 0 when they are not. */
export function likeness(a: Entry, b: Entry, printIsUnique: boolean): number {
  if (a.pageId !== undefined && b.pageId !== undefined) return a.pageId === b.pageId ? 1_000 : 0;
  if (a.print !== b.print || !mayBeOne(a, b)) return 0;
  if (printIsUnique) return 100;
  if (a.at === undefined || a.at !== b.at) return 1;
  return a.exact && b.exact ? 100 : 10;
}

/** True when `now` may be `before` after its author changed the text. */
export function mayBeEditOf(now: Entry, before: Entry): boolean {
  const ids = now.pageId !== undefined && before.pageId !== undefined;
  return (
    now.edited &&
    !ids &&
    now.kind === before.kind &&
    now.direction === before.direction &&
    mayBeOne(now, before)
  );
}

/**
 * Different colleagues or different times tell two messages apart. A customer's name does not: it
 * changes once they introduce themselves. Labels are compared by the time of day, since a heading
 * such as "Today" grows stale on a page that stays open over midnight.
 */
function mayBeOne(a: Entry, b: Entry): boolean {
  const authors = a.author !== undefined && b.author !== undefined && a.author !== b.author;
  if (authors && a.direction !== 'in') return false;
  if (a.at === undefined || b.at === undefined) return true;
  const apart = Math.abs(a.at - b.at);
  if (a.exact && b.exact) return apart <= slackMs;
  const within = apart % dayMs;
  return Math.min(within, dayMs - within) <= slackMs;
}

/** The page's own id, which stands after the conversation's in the message's id. */
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
  return JSON.stringify([of.kind, of.direction, of.text, files]);
}
