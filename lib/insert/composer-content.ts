import { normaliseSpaces, visibleText } from './visible-text';

/** The draft around the caret; what is selected between the two will be replaced. */
export interface DraftAroundCaret {
  head: string;
  tail: string;
}

/** A native text field, or an element whose content is editable. */
export type NativeField = HTMLTextAreaElement | HTMLInputElement;

export function isNativeField(element: Element): element is NativeField {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

/** All text of a composer. */
export function wholeText(element: HTMLElement): string {
  return isNativeField(element) ? element.value : visibleText(element);
}

/** The draft before and after the caret. */
export function readDraft(element: HTMLElement): DraftAroundCaret {
  if (isNativeField(element)) {
    const start = element.selectionStart ?? element.value.length;
    const end = element.selectionEnd ?? start;
    return { head: element.value.slice(0, start), tail: element.value.slice(end) };
  }
  const caret = rangeIn(element);
  if (caret === undefined) return { head: visibleText(element), tail: '' };
  const head = caret.cloneRange();
  head.setStart(element, 0);
  head.setEnd(caret.startContainer, caret.startOffset);
  const tail = caret.cloneRange();
  tail.setEnd(element, element.childNodes.length);
  tail.setStart(caret.endContainer, caret.endOffset);
  return {
    head: visibleText(head.cloneContents(), element),
    tail: visibleText(tail.cloneContents(), element),
  };
}

/** The page's selection, when it lies in this element. */
export function rangeIn(element: HTMLElement): Range | undefined {
  const selection = element.ownerDocument.getSelection();
  if (selection === null || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return element.contains(range.commonAncestorContainer) ? range : undefined;
}

/**
 * Whether the composer now contains the draft with `inserted` at its caret, and nothing else. An
 * editor may begin a list, a quote or code on a line of its own.
 */
export function holdsInserted(
  element: HTMLElement,
  draft: DraftAroundCaret,
  inserted: string,
): boolean {
  const now = wholeText(element);
  const { head, tail } = draft;
  if (isNativeField(element)) return now === head + inserted + tail;
  const text = normaliseSpaces(inserted);
  return ['', '\n'].some((before) =>
    ['', '\n'].some((after) => now === head + before + text + after + tail),
  );
}
