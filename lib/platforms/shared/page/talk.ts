import type { PaneContent } from '../../contract/page';
import { editableSelector } from './editable';
import { partInFront } from './in-front';
import { isInRow } from './said';

/** This many lines (or more) beside a composer are a conversation, and not only the composer's own labels. */
const fewestLines = 3;

/** Of a long conversation its first and its last lines are enough to tell it from another. */
const mostLines = 200;

/** The content of a pane whose markup is not known: all its text. */
export function talkContent(document: Document, composer: Element | undefined): PaneContent {
  const talk = talkIn(document, composer);
  return { content: talk === undefined ? [] : linesOf(talk), isExact: false };
}

/**
 * The part of the page with what was said, on pages whose markup is not known. Without a composer it
 * is the page's main part; `undefined` where there is none either: then it may be anywhere.
 */
export function talkIn(document: Document, composer: Element | undefined): Element | undefined {
  if (composer !== undefined) return talkAround(composer);
  const main = partInFront(document.querySelectorAll('main, [role="main"]'), undefined);
  // One of several parts that are made alike is a message, with a main part of its writer's.
  return main === undefined || isInRow(main, []) ? undefined : main;
}

function talkAround(composer: Element): Element {
  const main = composer.closest('main, [role="main"]');
  if (main !== null) return main;
  let area = composer;
  while (area.parentElement !== null && area.parentElement !== area.ownerDocument.body) {
    area = area.parentElement;
    if (linesOf(area).length >= fewestLines) break;
  }
  return area;
}

/**
 * What a part of the page says, without the text being written and the labels of buttons. Figures are
 * left out: they change by themselves ("11 minutes").
 */
export function linesOf(area: Element): string[] {
  const walker = area.ownerDocument.createTreeWalker(
    area,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && node.matches(notSaid)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  const lines = new Set<string>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const line = (node.nodeValue ?? '').replace(/[\d\s]+/g, ' ').trim();
    if (line.length > 1) lines.add(line);
  }
  const all = [...lines];
  return all.length <= 2 * mostLines ? all : [...all.slice(0, mostLines), ...all.slice(-mostLines)];
}

const notSaid = `${editableSelector}, button, [role="button"], script, style`;
