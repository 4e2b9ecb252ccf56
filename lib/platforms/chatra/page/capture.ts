import type { CapturedItem } from '../../../model/page';
import { editableSelector } from '../../shared/page/editable';
import { isDrawn } from '../../shared/page/in-front';
import { isOnlyFiles, outermost, readFiles, readMedia } from './attached-files';
import { completedMeta, type MessageMeta, ownParts } from './message-meta';
import { parsedText, readMessageText } from './message-text';
import { messagesInFront } from './messages';
import { type DatedMessage, inOrder } from './reading-order';

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
 * date headings. Nothing at all when these names are not there; of very many only the newest. What
 * cannot be read just now, such as a message that is being edited, leaves a gap.
 */
export function capturePage(document: Document, composer?: Element): CapturedPage {
  const all = inOrder(messagesInFront(document, composer));
  const [items, elements]: [CapturedItem[], Element[]] = [[], []];
  let leader = all
    .slice(0, -longestCapture)
    .findLast(({ element }) => !element.matches('.is-group'));
  let isGap = false;
  for (const message of all.slice(-longestCapture)) {
    const { element, own, dateLabel } = message;
    const isJoined = element.matches('.is-group');
    const meta = isJoined && isSameSide(element, leader) ? completedMeta(own, leader?.own) : own;
    if (!isLine(element)) leader = { ...message, own: meta };
    const item = readItem(element, meta, dateLabel);
    if (item === undefined) {
      isGap ||= mayHold(element, own);
      continue;
    }
    items.push(isGap ? { ...item, afterGap: true } : item);
    elements.push(element);
    isGap = false;
  }
  return { items: withUniqueIds(items), elements };
}

function readItem(
  element: Element,
  meta: MessageMeta,
  dateLabel: string | undefined,
): CapturedItem | undefined {
  if (isEdited(element)) return undefined;
  const said = readBubble(element);
  const files = readFiles(element);
  // A file is announced by a message that says its name.
  const text = files.includes(said) || isOnlyFiles(element, said) ? '' : said;
  const attachments = files.length === 0 && isTold(meta) ? readMedia(element, text) : files;
  const deleted = hasMark(element, 'deleted');
  if (text === '' && attachments.length === 0 && !deleted && !hasMarkup(element)) return undefined;
  return {
    pageId: readPageId(element),
    ...kindOf(element),
    ...meta,
    dateLabel,
    text,
    attachments,
    ...(hasMark(element, 'edited') ? { edited: true } : {}),
    ...(deleted ? { deleted: true } : {}),
  };
}

function kindOf(element: Element): Pick<CapturedItem, 'kind' | 'direction'> {
  if (isLine(element)) return { kind: 'activity', direction: 'none' };
  if (element.matches('.chat-message--note')) return { kind: 'note', direction: 'none' };
  return { kind: 'message', direction: element.matches('.is-operator') ? 'out' : 'in' };
}

/** Something was written that has no words, as a form in a letter. */
function hasMarkup(element: Element): boolean {
  return element.querySelector(`${parsedText} *`) !== null;
}

function isTold({ author, time, timeLabel }: MessageMeta): boolean {
  return (author ?? time ?? timeLabel) !== undefined;
}

/** Whether the app marks the message so: on itself, on its bubble, or beside the words. */
function hasMark(element: Element, mark: 'edited' | 'deleted'): boolean {
  const named = `[class*="__${mark}"], [class*="--${mark}"], .is-${mark}`;
  return element.matches(named) || ownParts(element, named).some(isDrawn);
}

/** While somebody edits it, a message shows a field in place of its words. */
function isEdited(element: Element): boolean {
  return ownParts(element, `.is-editing, ${editableSelector}`).length > 0;
}

/** What the app itself tells ("Sam joined") among the messages. */
function isLine(element: Element): boolean {
  return element.matches(
    '[class*="--system"], [class*="--service"], [class*="--event"], .is-system, .is-service, .is-event',
  );
}

/** Whether something may have been said where nothing can be read. */
function mayHold(element: Element, own: MessageMeta): boolean {
  return isEdited(element) || isTold(own);
}

function isSameSide(element: Element, leader: DatedMessage | undefined): boolean {
  return leader?.element.matches('.is-operator') === element.matches('.is-operator');
}

/** All that the message's bubbles say; where the app has none, what is marked as words, else all. */
function readBubble(element: Element): string {
  const holders = [...[bubbles, words].map((each) => outermost(element, each)), [element]];
  const told = holders.find((each) => each.length > 0) ?? [];
  return told.map(readMessageText).join('\n').trim();
}

const bubbles = '.chat-bubble';
const words = `.chat-bubble__message, .chat-bubble__normal, ${parsedText}`;

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
