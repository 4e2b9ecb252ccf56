import type { CapturedItem } from '../../../model/page';
import { completedMeta, type MessageMeta, ownParts, readMeta } from './message-meta';
import { readMessageText, toOneLine } from './message-text';
import { messagesInFront } from './messages';

/** Of a long conversation so many messages are taken, the newest. */
export const longestCapture = 5_000;
const chatId = /(?:^|[^0-9A-Za-z])([2-9A-HJ-NP-TW-Za-km-z]{17})$/;

/** What was read of a page, and where it stood. */
export interface CapturedPage {
  items: CapturedItem[];
  /** The message that each item was read from. */
  elements: Element[];
}

/**
 * The messages of the pane in front, oldest first, by the class names that the app is known to use:
 * messages of agents, notes, joined messages (author and time are those of the one before), files,
 * date headings. Nothing at all when these names are not there; of very many only the newest.
 */
export function capturePage(document: Document, composer?: Element): CapturedPage {
  const all = oldestFirst(dated(messagesInFront(document, composer)));
  const [items, elements]: [CapturedItem[], Element[]] = [[], []];
  const leader = all
    .slice(0, -longestCapture)
    .findLast(({ element }) => !element.matches('.is-group'));
  let group: MessageMeta = leader?.own ?? {};
  for (const { element, own, dateLabel } of all.slice(-longestCapture)) {
    const meta = element.matches('.is-group') ? completedMeta(own, group) : own;
    group = meta;
    const item = readItem(element, meta, dateLabel);
    if (item === undefined) continue;
    items.push(item);
    elements.push(element);
  }
  return { items: withUniqueIds(items), elements };
}

interface DatedMessage {
  element: Element;
  own: MessageMeta;
  dateLabel: string | undefined;
}

/** Each message with the heading above it. */
function dated(entries: readonly Element[]): DatedMessage[] {
  const messages: DatedMessage[] = [];
  let dateLabel: string | undefined;
  for (const element of entries) {
    if (element.matches('.chat-date-block')) dateLabel = toOneLine(element.textContent, 80);
    else messages.push({ element, own: readMeta(element), dateLabel });
  }
  return messages;
}

/** Turned round where the times of one day mostly run backwards: the newest stands on top. */
function oldestFirst(messages: DatedMessage[]): DatedMessage[] {
  const timed = messages.filter(({ own }) => own.timeLabel !== undefined);
  const steps = timed.slice(1).map((message, index) => {
    const before = timed[index];
    return before === undefined || before.dateLabel !== message.dateLabel
      ? 0
      : stepBetween(before.own.timeLabel ?? '', message.own.timeLabel ?? '');
  });
  return steps.reduce((sum, step) => sum + step, 0) < 0 ? messages.reverse() : messages;
}

/** 1 where the second of two times is later, -1 where it is earlier, 0 where they do not tell. */
function stepBetween(before: string, now: string): number {
  const [one, two] = [clockIn(before), clockIn(now)];
  if (one !== undefined && two !== undefined) return Math.sign(two - one);
  // "11 minutes": the larger of two numbers of the same unit is longer ago.
  const unit = (label: string) => label.replace(/\d+/, '');
  return unit(before) === unit(now) ? Math.sign(numberIn(before) - numberIn(now)) : 0;
}

function clockIn(label: string): number | undefined {
  const [, hours, minutes, half] = /(\d{1,2})[:.](\d{2})\s?([ap])?/i.exec(label) ?? [];
  if (hours === undefined) return undefined;
  return (
    (Number(hours) % (half === undefined ? 24 : 12)) * 60 +
    Number(minutes) +
    (half?.toLowerCase() === 'p' ? 720 : 0)
  );
}

function numberIn(label: string): number {
  return Number(/\d+/.exec(label)?.[0] ?? 0);
}

function readItem(
  element: Element,
  meta: MessageMeta,
  dateLabel: string | undefined,
): CapturedItem | undefined {
  const attachments = readFiles(element);
  const said = readBubble(element);
  // A file is announced by a message that says its name.
  const text = attachments.includes(said) ? '' : said;
  if (text === '' && attachments.length === 0) return undefined;
  const isNote = element.matches('.chat-message--note');
  const outward = element.matches('.is-operator') ? 'out' : 'in';
  const edited = ownParts(element, '.chat-bubble__edited').length > 0;
  return {
    pageId: readPageId(element),
    kind: isNote ? 'note' : 'message',
    direction: isNote ? 'none' : outward,
    ...meta,
    dateLabel,
    text,
    attachments,
    ...(edited ? { edited } : {}),
  };
}

/** All that the message's bubbles say; where the app has none, what is marked as words. */
function readBubble(element: Element): string {
  const bubbles = outermost(element, '.chat-bubble');
  const holders = bubbles.length > 0 ? bubbles : outermost(element, words);
  return holders.map(readMessageText).join('\n').trim();
}

const words = '.chat-bubble__message, .chat-bubble__normal, .parsed-text';

function outermost(element: Element, selector: string): Element[] {
  return [...element.querySelectorAll(selector)].filter(
    (each) => each.parentElement?.closest(selector) == null,
  );
}

function readFiles(element: Element): string[] {
  const marked = ownParts(element, '.chat-bubble__file');
  const files =
    marked.length === 0 && element.matches('.is-file')
      ? [...element.querySelectorAll('.chat-bubble a[href], .chat-bubble img[alt]')]
      : marked;
  return files.flatMap((file) => toOneLine(fileName(file), 400) ?? []);
}

/** What stands first in the link is its name; size and date come after it. */
function fileName(file: Element): string {
  const link = file.matches('a') ? file : file.querySelector('a[href]');
  const names = [
    file.getAttribute('download'),
    link?.getAttribute('download'),
    file.getAttribute('alt'),
  ];
  const walker = file.ownerDocument.createTreeWalker(file, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    names.push(node.nodeValue);
  }
  const address = link?.getAttribute('href')?.split(/[?#]/)[0]?.split('/').at(-1);
  return [...names, address].find((name) => (name ?? '').trim() !== '') ?? '';
}

/** The message's id, where an attribute holds something of its form. */
function readPageId(element: Element): string | undefined {
  for (const name of ['data-id', 'data-message-id', 'data-mid', 'id']) {
    const id = chatId.exec(element.getAttribute(name) ?? '')?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}

/** What stands on several messages is not their id. */
function withUniqueIds(items: CapturedItem[]): CapturedItem[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { pageId } of items) {
    if (pageId !== undefined) (seen.has(pageId) ? repeated : seen).add(pageId);
  }
  if (repeated.size === 0) return items;
  return items.map((item) =>
    repeated.has(item.pageId ?? '') ? { ...item, pageId: undefined } : item,
  );
}
