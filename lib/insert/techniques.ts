import type { Block, ComposedText } from '../model/composed-text';
import type { Formatting } from '../model/composer';
import { isBareField, isNativeField, rangeIn } from './composer-content';
import { blocksToText, degradeFormatting, visibleLines } from './degrade-formatting';
import { pasteHtml } from './paste-html';
import { collapsesSpaces, withSeenSpaces } from './visible-text';

/** One way of putting text into a composer. */
export interface Technique {
  /** What the composer shows of the text when it worked. */
  visible: string;
  /** Puts the text at the caret. Returns whether anybody took notice; only reading back tells. */
  apply(element: HTMLElement): boolean;
  /** What takes it back: the browser's own undo, or the editor's by its key. */
  undo: 'command' | 'key';
}

/**
 * The ways that are known to work for this kind of editor, best first. Measured: native fields and
 * bare elements take the browser's command, editors with a model of their own only a paste, some of
 * them (`text/html`) with paragraphs, others (`text/plain`) with lines.
 */
export function techniquesFor(
  element: HTMLElement,
  text: ComposedText,
  formatting: readonly Formatting[],
): Technique[] {
  const plain = blocksToText(degradeFormatting(text, []));
  if (isNativeField(element)) return [typeText(plain)];
  if (element.matches('.ProseMirror')) {
    return [richPaste(degradeFormatting(text, formatting), plain, true), plainPaste(plain)];
  }
  if (element.matches('.ck-editor__editable')) {
    return [richPaste(degradeFormatting(text, formatting), plain, false), plainPaste(plain)];
  }
  if (!isBareField(element)) return [plainPaste(plain)];
  const pasted = collapsesSpaces(element) ? withSeenSpaces(plain) : plain;
  return [plainPaste(plain, pasted), typeLines(plain)];
}

function typeText(plain: string): Technique {
  return {
    visible: plain,
    undo: 'command',
    apply(element) {
      endTypingGroup(element);
      return element.ownerDocument.execCommand('insertText', false, plain);
    },
  };
}

/** Line by line: a line feed within one command becomes a block too many. */
function typeLines(plain: string): Technique {
  return {
    visible: plain,
    undo: 'command',
    apply(element) {
      const { ownerDocument: document } = element;
      endTypingGroup(element);
      let taken = false;
      for (const [index, line] of plain.split('\n').entries()) {
        if (index > 0) taken = document.execCommand('insertLineBreak') || taken;
        if (line !== '') taken = document.execCommand('insertText', false, line) || taken;
      }
      return taken;
    },
  };
}

function plainPaste(plain: string, pasted = plain): Technique {
  return {
    visible: plain,
    undo: 'key',
    apply: (element) => paste(element, { 'text/plain': pasted }),
  };
}

/**
 * With `isProseMirror` the markup carries that library's own mark of a copied slice, open at both
 * ends, which makes it keep spaces and tabs.
 */
function richPaste(blocks: readonly Block[], plain: string, isProseMirror: boolean): Technique {
  const html = pasteHtml(blocks, isProseMirror);
  const marked = html.replace(/^<\w+/, '$& data-pm-slice="99 99 []"');
  const lines = visibleLines(blocks);
  return {
    visible: isProseMirror ? lines : lines.replaceAll('\t', '    '),
    undo: 'key',
    apply: (element) =>
      paste(element, { 'text/html': isProseMirror ? marked : html, 'text/plain': plain }),
  };
}

function paste(element: HTMLElement, content: Readonly<Record<string, string>>): boolean {
  const clipboardData = new DataTransfer();
  for (const [type, data] of Object.entries(content)) clipboardData.setData(type, data);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  element.dispatchEvent(event);
  return event.defaultPrevented;
}

/**
 * Moves the caret away and back, which ends the browser's group of typing: one undo then takes back
 * the insertion and leaves the draft.
 */
function endTypingGroup(element: HTMLElement): void {
  if (isNativeField(element)) {
    const { selectionStart, selectionEnd, selectionDirection } = element;
    if (selectionStart === null || selectionEnd === null) return;
    const elsewhere = selectionStart === 0 ? element.value.length : 0;
    element.setSelectionRange(elsewhere, elsewhere);
    element.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? 'none');
    return;
  }
  const selection = element.ownerDocument.getSelection();
  const caret = rangeIn(element)?.cloneRange();
  if (selection === null || caret === undefined) return;
  const { startContainer, startOffset, endContainer, endOffset } = caret;
  selection.collapse(element, 0);
  selection.collapse(element, element.childNodes.length);
  selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

/**
 * So long (ms) after a key press an editor puts what comes next into the same step of its history:
 * one undo would take both back. Measured: ProseMirror half a second, Lexical and Quill a second;
 * Draft.js parts typing from pastes by itself, and in a field the caret's move does.
 */
export function historyGroupMs(element: HTMLElement): number {
  if (isNativeField(element) || element.closest('.DraftEditor-root') !== null) return 0;
  return element.matches('.ProseMirror') ? 600 : 1_000;
}
