import { wait } from '../async/wait';
import { isNativeField, rangeIn } from './composer-content';

/** Editors notice focus and caret in tasks of their own; this is how long (ms) that takes. */
const NOTICE_MS = 80;

/**
 * Makes the composer believe that it has focus, with the caret where it was. While the side panel
 * has the focus, no focus event comes from the browser and some editors would put text before the
 * draft. Returns at once when the composer has focus and caret already.
 */
export async function focusComposer(
  element: HTMLElement,
  remembered: Range | undefined,
  signal: AbortSignal,
): Promise<void> {
  const { ownerDocument: document } = element;
  const hasFocus = document.hasFocus();
  const isActive = element.contains(document.activeElement);
  const caret = rangeIn(element)?.cloneRange();
  if (hasFocus && isActive && (caret !== undefined || isNativeField(element))) return;
  element.focus({ preventScroll: true });
  if (!hasFocus) {
    element.dispatchEvent(new FocusEvent('focus'));
    element.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  }
  releaseShift(element);
  await wait(NOTICE_MS, signal);
  placeCaret(element, caret ?? remembered);
  document.dispatchEvent(new Event('selectionchange'));
  await wait(NOTICE_MS, signal);
}

/**
 * The keys that led to the panel or the picker were pressed in the page and let go there: an editor that
 * believes that Shift is still down would paste without formatting and blank lines (ProseMirror does).
 * It checks each key press; a released key would show the customer that somebody is typing.
 */
function releaseShift(element: HTMLElement): void {
  if (!element.matches('.ProseMirror')) return;
  const control = { key: 'Control', code: 'ControlLeft', keyCode: 17, which: 17 };
  element.dispatchEvent(new KeyboardEvent('keydown', { ...control, bubbles: true }));
}

function placeCaret(element: HTMLElement, caret: Range | undefined): void {
  if (isNativeField(element)) return;
  const selection = element.ownerDocument.getSelection();
  if (selection === null) return;
  if (caret !== undefined && element.contains(caret.commonAncestorContainer)) {
    selection.setBaseAndExtent(
      caret.startContainer,
      caret.startOffset,
      caret.endContainer,
      caret.endOffset,
    );
    return;
  }
  const end = endOfText(element);
  selection.collapse(end.node, end.offset);
}

/** The end of the text, inside the innermost element that contains it. */
function endOfText(element: HTMLElement): { node: Node; offset: number } {
  let node: Node = element;
  while (node.lastChild !== null && !(node.lastChild instanceof HTMLBRElement)) {
    node = node.lastChild;
  }
  if (node.nodeType === Node.TEXT_NODE) return { node, offset: node.nodeValue?.length ?? 0 };
  const lastIsBreak = node.lastChild instanceof HTMLBRElement;
  return { node, offset: Math.max(0, node.childNodes.length - (lastIsBreak ? 1 : 0)) };
}
