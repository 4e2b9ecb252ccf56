import { parsedText, quotes } from './message-text';
import { toOneLine } from './one-line';

/** Who said a message, and when. */
export interface MessageMeta {
  author?: string | undefined;
  time?: number | undefined;
  timeLabel?: string | undefined;
}

/** What is above a message. */
export function readMeta(element: Element): MessageMeta {
  const [timeElement] = ownParts(element, time);
  const [name] = ownParts(element, '.chat-message__username');
  return {
    author: name === undefined ? undefined : toOneLine(nameIn(name), 320),
    time: timeElement === undefined ? undefined : readExactTime(timeElement),
    timeLabel: toOneLine(timeElement?.textContent, 80),
  };
}

const time = '.chat-message__time';

/** The name alone: the time may be in the same element, and it changes by itself. */
function nameIn(element: Element): string {
  const own = [...element.childNodes].filter(
    (node) => !(node instanceof Element) || !node.matches(time),
  );
  return own.map((node) => node.textContent ?? '').join('');
}

/**
 * What the app itself wrote beside the words: inside them a customer may have written the same, and what
 * the message quotes has an author and a time of its own.
 */
export function ownParts(element: Element, selector: string): Element[] {
  return [...element.querySelectorAll(selector)].filter(
    (part) =>
      part.closest(parsedText) === null && part.closest(quotes)?.contains(element) !== false,
  );
}

/** A joined message has author and time of the group's first, unless it has its own. */
export function completedMeta(own: MessageMeta, group: MessageMeta = {}): MessageMeta {
  const hasTime = own.time !== undefined || own.timeLabel !== undefined;
  const { time, timeLabel } = hasTime ? own : group;
  return { author: own.author ?? group.author, time, timeLabel };
}

/** An exact time in an attribute, where there is one; none is known to be. */
function readExactTime(timeElement: Element): number | undefined {
  const precise = timeElement.matches('[datetime]')
    ? timeElement
    : (timeElement.querySelector('[datetime]') ?? timeElement);
  return ['datetime', 'data-timestamp', 'data-time', 'title']
    .map((name) => readTime(precise.getAttribute(name) ?? ''))
    .find((time) => time > 0);
}

/** `NaN` where it is none, or a day that could be read in two ways: browsers read 5.11. as a day in May. */
function readTime(text: string): number {
  if (/^\d{13}$/.test(text)) return Number(text);
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  return /(?<![-./] ?)\b(19|20)\d\d\b.*\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
}
