import type { CapturedItem } from '../../../model/page';
import { isOnlyFiles, outermost, readFiles, readMedia } from './attached-files';
import { readPageId, withUniqueIds } from './message-ids';
import { hasMark, isAppLine, isEdited } from './message-marks';
import { completedMeta, type MessageMeta } from './message-meta';
import { parsedText, readMessageText } from './message-text';
import { messageSteps } from './messages';
import { OnceRead } from './once-read';
import { type DatedMessage, orderSteps } from './reading-order';

/** Of a long conversation this many messages are read, the newest. */
export const longestCapture = 5_000;

/** What was read of a page, and where it was. */
export interface CapturedPage {
  items: CapturedItem[];
  /** The message that each item was read from. */
  elements: Element[];
}

const once = new OnceRead<CapturedItem | undefined>();

/**
 * The messages of the pane in front, oldest first, by the class names that the app is known to use:
 * messages of agents, notes, joined messages (author and time are those of the one before), files, date
 * headings. Nothing at all when these names are not there; of very many messages only the newest
 * (`most`). What cannot be read just now, such as a message that is being edited, leaves a gap. In steps,
 * each of them short.
 */
export function* captureSteps(document: Document, most: number): Generator<void, CapturedPage> {
  const all = yield* orderSteps(yield* messageSteps(document));
  const [items, elements]: [CapturedItem[], Element[]] = [[], []];
  let leader = all.slice(0, -most).findLast(({ element }) => !element.matches('.is-group'));
  let isGap = false;
  for (const message of all.slice(-most)) {
    yield;
    const { element, own, dateLabel } = message;
    const isJoined = element.matches('.is-group');
    const meta = isJoined && isSameSide(element, leader) ? completedMeta(own, leader?.own) : own;
    if (!isAppLine(element)) leader = { ...message, own: meta };
    const context = JSON.stringify([meta, dateLabel]);
    const item = once.of(element, context, () => readItem(element, meta, dateLabel));
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

export function readItem(
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
  if (isAppLine(element)) return { kind: 'activity', direction: 'none' };
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
