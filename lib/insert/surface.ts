import { normalise, shownText } from './shown-text';

/** The draft around the caret; what is selected between the two will be replaced. */
export interface Draft {
  head: string;
  tail: string;
}

/** A native text field, or an element whose content is editable. */
export type Field = HTMLTextAreaElement | HTMLInputElement;

export function isField(element: Element): element is Field {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

/** All text of a composer. */
export function wholeText(element: HTMLElement): string {
  return isField(element) ? element.value : shownText(element);
}

/** The draft before and after the caret. */
export function readDraft(element: HTMLElement): Draft {
  if (isField(element)) {
    const start = element.selectionStart ?? element.value.length;
    const end = element.selectionEnd ?? start;
    return { head: element.value.slice(0, start), tail: element.value.slice(end) };
  }
  const caret = rangeIn(element);
  if (caret === undefined) return { head: shownText(element), tail: '' };
  const head = caret.cloneRange();
  head.setStart(element, 0);
  head.setEnd(caret.startContainer, caret.startOffset);
  const tail = caret.cloneRange();
  tail.setEnd(element, element.childNodes.length);
  tail.setStart(caret.endContainer, caret.endOffset);
  return { head: shownText(head.cloneContents()), tail: shownText(tail.cloneContents()) };
}

/** The page's selection, when it lies in this element. */
export function rangeIn(element: HTMLElement): Range | undefined {
  const selection = element.ownerDocument.getSelection();
  if (selection === null || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return element.contains(range.commonAncestorContainer) ? range : undefined;
}

/**
 * Whether the composer now holds the draft with `inserted` at its caret, and nothing else. An
 * editor may begin a list, a quote or code on a line of its own.
 */
export function holds(element: HTMLElement, draft: Draft, inserted: string): boolean {
  const now = wholeText(element);
  const { head, tail } = draft;
  if (isField(element)) return now === head + inserted + tail;
  const text = normalise(inserted);
  return ['', '\n'].some((before) =>
    ['', '\n'].some((after) => now === head + before + text + after + tail),
  );
}
