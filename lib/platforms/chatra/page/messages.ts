import { runSteps } from '../../../async/run-steps';
import { hasLayout, inFront, isDrawn, partInFront, scrollAreaOf } from '../../shared/page/in-front';
import { findChatraComposer } from './composer';

const listed = '.chat-message, .chat-date-block';

/** What contains messages, or is beside them; what looks like a message inside is none. */
const elsewhere =
  '.chat-message, .chat-date-block, .chat-bubble, .chat-aside, .chat-input-area, .nav';

const typing = '[class*="typing" i], [data-typing], [aria-busy="true"]';

/** Of a long conversation this many entries at either end are enough to tell it from another. */
const signs = 40;

/** Messages that tell the conversation in front from another: all, or of many those at both ends. */
export function telltaleMessages(document: Document): Element[] {
  const entries = runSteps(messageSteps(document, signs));
  return entries.filter((entry) => entry.matches('.chat-message'));
}

/**
 * The messages and date headings of the pane in front, as a person reads them from top to bottom; of a
 * page with two panes, of the one whose composer is meant. The app keeps the previous conversation in the
 * document, and what somebody is typing just now is among the messages. In steps, each of them short,
 * however many there are. Of more than twice `ends`, only that many at either end of the list.
 */
export function* messageSteps(
  document: Document,
  ends = Number.POSITIVE_INFINITY,
): Generator<void, Element[]> {
  const lists = listsIn(document);
  yield;
  const seen = inFront(lists.keys());
  // The composer is looked for only where it decides: that takes long in a long page.
  const area = seen.length < 2 ? seen[0] : partInFront(seen, findChatraComposer(document)?.element);
  if (area === undefined) return [];
  const entries: Element[] = [];
  const all = lists.get(area) ?? [];
  const asked = all.length > 2 * ends ? [...all.slice(0, ends), ...all.slice(-ends)] : all;
  for (const entry of asked) {
    yield;
    if (isDrawn(entry) && !isTyped(entry, area) && !isEllipsis(entry)) entries.push(entry);
  }
  yield;
  return yield* inReadingOrder(entries);
}

/** The entries of each list, by the area that contains it. */
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

/** Whether an entry shows that somebody is typing, or is inside one that does. */
function isTyped(entry: Element, area: Element): boolean {
  const around = entry.closest(typing);
  if (around !== null && around !== area && area.contains(around)) return true;
  return [...entry.querySelectorAll(typing)].some(
    (part) =>
      part.closest(listed) === entry && part.closest('.parsed-text') === null && isDrawn(part),
  );
}

/** What shows that somebody is typing has no words of an author in it, and no time. */
function isEllipsis(entry: Element): boolean {
  if (entry.matches('.is-group') || entry.querySelector('.chat-message__time') !== null)
    return false;
  const bubble = entry.querySelector('.chat-bubble') ?? entry;
  return /^[.…·•●⋯\s]+$/.test(bubble.textContent ?? '');
}

/** Styles can reverse the document's order, and lists that draw only what is visible mix it up. */
function* inReadingOrder(entries: Element[]): Generator<void, Element[]> {
  const [first] = entries;
  if (first === undefined) return entries;
  return hasLayout(first) ? yield* byPlace(entries) : byStyle(entries, first);
}

function byStyle(entries: Element[], { parentElement }: Element): Element[] {
  const direction = parentElement === null ? '' : getComputedStyle(parentElement).flexDirection;
  return direction === 'column-reverse' ? entries.toReversed() : [...entries];
}

/** The places of this many entries are read in one step. */
const placesInStep = 250;

/** Headings may stick to the top of the area, so the messages show which way the list goes. */
function* byPlace(entries: readonly Element[]): Generator<void, Element[]> {
  const messages = entries.filter((entry) => entry.matches('.chat-message'));
  const tops = new Map<Element | undefined, number>();
  let start = 0;
  for (const [index, entry] of entries.entries()) {
    if (index % placesInStep === 0) {
      yield;
      // The list may be scrolled between two steps.
      start = topOf(messages[0] ?? entry);
    }
    tops.set(entry, topOf(entry) - start);
  }
  yield;
  const placeOf = (entry: Element | undefined) => tops.get(entry) ?? 0;
  const steps = messages.slice(1).map((entry, index) => placeOf(entry) - placeOf(messages[index]));
  if (steps.every((step) => step >= 0)) return [...entries];
  if (steps.every((step) => step <= 0)) return entries.toReversed();
  return [...entries].sort((a, b) => placeOf(a) - placeOf(b));
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}
