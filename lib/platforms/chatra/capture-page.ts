import type { CapturedItem } from '../../model/page';
import { readText } from './capture-text';

const longestCapture = 5_000;
const chatId = /(?:^|[^0-9A-Za-z])([2-9A-HJ-NP-TW-Za-km-z]{17})$/;

interface Meta {
  author?: string | undefined;
  time?: number | undefined;
  timeLabel?: string | undefined;
}

/**
 * The messages on screen, oldest first, by the class names that the app is known to use: messages
 * of agents, notes, joined messages (author and time are those of the one above), files, date
 * headings. Nothing at all when these names are not there.
 */
export function capturePage(document: Document): CapturedItem[] {
  const items: CapturedItem[] = [];
  let dateLabel: string | undefined;
  let group: Meta = {};
  for (const element of document.querySelectorAll('.chat-message, .chat-date-block')) {
    if (element.matches('.chat-date-block')) {
      dateLabel = clip(element.textContent, 80);
      continue;
    }
    const own = readMeta(element);
    const meta = element.matches('.is-group') ? completed(own, group) : own;
    group = meta;
    const item = readItem(element, meta, dateLabel);
    if (item !== undefined) items.push(item);
  }
  return withUniqueIds(items.slice(-longestCapture));
}

function readItem(
  element: Element,
  meta: Meta,
  dateLabel: string | undefined,
): CapturedItem | undefined {
  const attachments = readFiles(element);
  const said = readSaid(element);
  // A file is announced by a message that says its name.
  const text = attachments.includes(said) ? '' : said;
  if (text === '' && attachments.length === 0) return undefined;
  const isNote = element.matches('.chat-message--note');
  const outward = element.matches('.is-operator') ? 'out' : 'in';
  const edited = element.querySelector('.chat-bubble__edited') !== null;
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

function readSaid(element: Element): string {
  for (const selector of [
    '.parsed-text',
    '.chat-bubble__message',
    '.chat-bubble__normal',
    '.chat-bubble',
  ]) {
    const place = element.querySelector(selector);
    if (place !== null) return readText(place);
  }
  return '';
}

function readFiles(element: Element): string[] {
  const marked = [...element.querySelectorAll('.chat-bubble__file')];
  const files =
    marked.length === 0 && element.matches('.is-file')
      ? [...element.querySelectorAll('.chat-bubble a[href], .chat-bubble img[alt]')]
      : marked;
  return files.flatMap((file) => clip(fileName(file), 400) ?? []);
}

/** What stands first in the link is its name; size and date come after it. */
function fileName(file: Element): string {
  const link = file.matches('a') ? file : file.querySelector('a[href]');
  const told = [
    file.getAttribute('download'),
    link?.getAttribute('download'),
    file.getAttribute('alt'),
  ];
  const walker = file.ownerDocument.createTreeWalker(file, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    told.push(node.nodeValue);
  }
  const address = link?.getAttribute('href')?.split(/[?#]/)[0]?.split('/').at(-1);
  return [...told, address].find((name) => (name ?? '').trim() !== '') ?? '';
}

function readMeta(element: Element): Meta {
  const place = element.querySelector('.chat-message__time');
  return {
    author: clip(element.querySelector('.chat-message__username')?.textContent, 320),
    time: place === null ? undefined : readExactTime(place),
    timeLabel: clip(place?.textContent, 80),
  };
}

function completed(own: Meta, group: Meta): Meta {
  const hasTime = own.time !== undefined || own.timeLabel !== undefined;
  const { time, timeLabel } = hasTime ? own : group;
  return { author: own.author ?? group.author, time, timeLabel };
}

/** An exact time in an attribute, where there is one; none is known to be. */
function readExactTime(place: Element): number | undefined {
  const precise = place.matches('[datetime]')
    ? place
    : (place.querySelector('[datetime]') ?? place);
  const told = ['datetime', 'data-timestamp', 'data-time', 'title'].map((name) =>
    readTime(precise.getAttribute(name) ?? ''),
  );
  return told.find((time) => time !== undefined);
}

function readTime(text: string): number | undefined {
  if (/^\d{13}$/.test(text)) return Number(text);
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  const time = /\b(19|20)\d\d\b.*\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
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

function clip(text: string | null | undefined, length: number): string | undefined {
  const trimmed = text?.replace(/\s+/g, ' ').trim().slice(0, length);
  return trimmed === '' ? undefined : trimmed;
}
