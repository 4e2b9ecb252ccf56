import type { CapturedItem } from '../../../model/page';
import { completedMeta, type MessageMeta, ownParts, readMeta } from './message-meta';
import { readMessageText, toOneLine } from './message-text';
import { messagesInFront } from './messages';

const longestCapture = 5_000;
const chatId = /(?:^|[^0-9A-Za-z])([2-9A-HJ-NP-TW-Za-km-z]{17})$/;

/** What was read of a page, and where it stood. */
export interface CapturedPage {
  items: CapturedItem[];
  /** The message that each item was read from. */
  elements: Element[];
  /** What holds the messages. */
  area: Element | undefined;
}

/**
 * The messages of the pane in front, from top to bottom, by the class names that the app is known to
 * use: messages of agents, notes, joined messages (author and time are those of the one above),
 * files, date headings. Nothing at all when these names are not there; of very many only the last.
 */
export function capturePage(document: Document, composer?: Element): CapturedPage {
  const list = messagesInFront(document, composer);
  const all = list?.entries ?? [];
  const above = all.slice(0, -longestCapture);
  const [items, elements]: [CapturedItem[], Element[]] = [[], []];
  let dateLabel = labelOf(above.findLast((element) => element.matches('.chat-date-block')));
  const leader = above.findLast((element) => element.matches('.chat-message:not(.is-group)'));
  let group: MessageMeta = leader === undefined ? {} : readMeta(leader);
  for (const element of all.slice(-longestCapture)) {
    if (element.matches('.chat-date-block')) {
      dateLabel = labelOf(element);
      continue;
    }
    const own = readMeta(element);
    const meta = element.matches('.is-group') ? completedMeta(own, group) : own;
    group = meta;
    const item = readItem(element, meta, dateLabel);
    if (item === undefined) continue;
    items.push(item);
    elements.push(element);
  }
  return { items: withUniqueIds(items), elements, area: list?.area };
}

function labelOf(heading: Element | undefined): string | undefined {
  return toOneLine(heading?.textContent, 80);
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
