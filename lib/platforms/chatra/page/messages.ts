import { hasLayout, isDrawn, partInFront, scrollAreaOf } from '../../shared/page/in-front';
import { toTheEnd } from './reading-in-steps';

const listed = '.chat-message, .chat-date-block';

/** What holds messages, or stands beside them; what looks like a message inside is none. */
const elsewhere =
  '.chat-message, .chat-date-block, .chat-bubble, .chat-aside, .chat-input-area, .nav';

const typing = '[class*="typing" i], [data-typing], [aria-busy="true"]';

/** Of a long conversation so many entries at either end are enough to tell it from another. */
const signs = 40;

/** Messages that tell the conversation in front from another: all, or of many those at both ends. */
export function telltaleMessages(document: Document, composer: Element | undefined): Element[] {
  const entries = toTheEnd(messageSteps(document, composer, signs));
  return entries.filter((entry) => entry.matches('.chat-message'));
}

/**
 * The messages and date headings of the pane in front, as a person reads them from top to bottom; of a page with two of them, of the one whose
 * composer is meant. The app keeps the conversation before in the document, and what somebody is
 * typing just now stands among the messages. In steps, each of them short, however many there are. Of
 * more than twice `ends` no more than so many at either end of the list.
 */
export function* messageSteps(
  document: Document,
  composer: Element | undefined,
  ends = Number.POSITIVE_INFINITY,
): Generator<void, Element[]> {
  const lists = listsIn(document);
  yield;
  const area = partInFront(lists.keys(), composer);
  if (area === undefined) return [];
  const typed = whoType(area);
  const entries: Element[] = [];
  const all = lists.get(area) ?? [];
  const asked = all.length > 2 * ends ? [...all.slice(0, ends), ...all.slice(-ends)] : all;
  for (const entry of asked) {
    yield;
    if (isDrawn(entry) && !typed.has(entry) && !isEllipsis(entry)) entries.push(entry);
  }
  yield;
  return inReadingOrder(entries);
}

/** The entries of each list, by the area that holds it. */
function listsIn(document: Document): Map<Element, Element[]> {
  const lists = new Map<Element, Element[]>();
  const areas = new Map<Element | null, Element | undefined>();
  for (const entry of document.querySelectorAll(listed)) {
    const { parentElement } = entry;
    if (!areas.has(parentElement)) {
      const isElsewhere = parentElement?.closest(elsewhere) != null;
      areas.set(parentElement, isElsewhere ? undefined : areaOf(entry));
    }
    const area = areas.get(parentElement);
    if (area === undefined) continue;
    const list = lists.get(area) ?? [];
    list.push(entry);
    lists.set(area, list);
  }
  return lists;
}

function areaOf(entry: Element): Element {
  return (
    entry.closest('.chat-message-area__inner') ??
    entry.closest('.chat-message-area') ??
    scrollAreaOf(entry) ??
    entry.parentElement ??
    entry
  );
}

/** The entries that show that somebody is typing: looked for all at once, since there may be thousands. */
function whoType(area: Element): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (const part of area.querySelectorAll(typing)) {
    for (const entry of part.querySelectorAll(listed)) found.add(entry);
    const entry = part.closest(listed);
    const isWords = entry !== part && part.closest('.parsed-text') !== null;
    if (entry !== null && !isWords && (entry === part || isDrawn(part))) found.add(entry);
  }
  return found;
}

/** What shows that somebody is typing has no author's word in it, and no time. */
function isEllipsis(entry: Element): boolean {
  if (entry.matches('.is-group') || entry.querySelector('.chat-message__time') !== null)
    return false;
  const bubble = entry.querySelector('.chat-bubble') ?? entry;
  return /^[.…·•●⋯\s]+$/.test(bubble.textContent ?? '');
}

/** Styles can turn the document's order round, and lists that draw only what is in sight mix it. */
function inReadingOrder(entries: Element[]): Element[] {
  const [first] = entries;
  if (first === undefined) return entries;
  return hasLayout(first) ? byPlace(entries) : byStyle(entries, first);
}

function byStyle(entries: Element[], { parentElement }: Element): Element[] {
  const direction = parentElement === null ? '' : getComputedStyle(parentElement).flexDirection;
  return direction === 'column-reverse' ? entries.toReversed() : [...entries];
}

/** Headings may stick to the top of the area, so the messages say which way the list goes. */
function byPlace(entries: readonly Element[]): Element[] {
  const tops = new Map(entries.map((entry) => [entry, entry.getBoundingClientRect().top]));
  const topOf = (entry: Element | undefined) => tops.get(entry ?? document.body) ?? 0;
  const messages = entries.filter((entry) => entry.matches('.chat-message'));
  const steps = messages.slice(1).map((entry, index) => topOf(entry) - topOf(messages[index]));
  if (steps.every((step) => step >= 0)) return [...entries];
  if (steps.every((step) => step <= 0)) return entries.toReversed();
  return [...entries].sort((a, b) => topOf(a) - topOf(b));
}
