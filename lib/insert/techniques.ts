import type { Block, ComposedText } from '../model/composed-text';
import type { Formatting } from '../model/composer';
import { isNativeField, rangeIn } from './composer-content';
import { blocksToText, degradeFormatting, isTextBlock, visibleLines } from './degrade-formatting';
import { pasteEvent } from './paste-event';
import { pasteHtml } from './paste-html';
import { collapsesSpaces, isBareField, withSeenSpaces } from './visible-text';

/** One way of putting text into a composer. */
export interface Technique {
  /** What the composer shows of the text when it worked. */
  visible: string;
  /** Puts the text at the caret. Returns whether the page handled it; only reading back proves anything. */
  apply(element: HTMLElement): boolean;
  /**
   * How many more elements of each selector the composer has when it worked; without them the text
   * is there, and has lost its numbers, signs or addresses.
   */
  elements?: ReadonlyMap<string, number>;
  /** What takes it back: the browser's own undo, or the editor's by its key. */
  undo: 'command' | 'key';
}

/** What an editor drops from a paste without harm where it is not allowed: the words stay. */
const marks: ReadonlySet<Formatting> = new Set(['bold', 'italic', 'strike', 'code']);

/**
 * The ways that are known to work for this kind of editor, best first. Measured: native fields and
 * bare elements accept the browser's command, editors with a model of their own only a paste, some of
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
    const ways = [formatting, formatting.filter((each) => marks.has(each))];
    return [
      ...ways.map((kept) => richPaste(degradeFormatting(text, kept), plain, true)),
      plainPaste(plain),
    ];
  }
  if (element.matches('.ck-editor__editable')) {
    return [richPaste(degradeFormatting(text, formatting), plain, false), plainPaste(plain)];
  }
  if (!isBareField(element)) return [plainPaste(plain)];
  const pasted = collapsesSpaces(element) ? withSeenSpaces(plain) : plain;
  // In Firefox each command is a step of its own in the history, and one command accepts line feeds.
  const typed = import.meta.env.FIREFOX ? typeText(plain) : typeLines(plain);
  return [plainPaste(plain, pasted), typed];
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

/** Line by line: in Chromium a line feed within one command becomes a block too many. */
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
 * With `isProseMirror` the markup carries that library's own mark of a copied slice, which makes it
 * keep spaces and tabs. Paragraphs are open at the ends and join the draft; what loses its sign in a
 * paragraph (a list, a quote, code, a picture) starts over.
 */
function richPaste(blocks: readonly Block[], plain: string, isProseMirror: boolean): Technique {
  const html = pasteHtml(blocks, isProseMirror);
  const ends = [blocks[0], blocks.at(-1)].map((block) => (isTextBlock(block) ? 99 : 0)).join(' ');
  const marked = html.replace(/^<\w+/, `$& data-pm-slice="${ends} []"`);
  const lines = visibleLines(blocks);
  return {
    visible: isProseMirror ? lines : lines.replaceAll('\t', '    '),
    elements: elementsOf(html),
    undo: 'key',
    apply: (element) =>
      paste(element, { 'text/html': isProseMirror ? marked : html, 'text/plain': plain }),
  };
}

/** What must not be lost, by selector, and how it begins in markup. Links side by side may become one. */
const countedTags: readonly (readonly [selector: string, tag: string, atMost: number])[] = [
  ['li', '<li>', 2_000],
  ['blockquote', '<blockquote>', 2_000],
  ['pre', '<pre>', 2_000],
  ['img[src]', '<img ', 2_000],
  ['a[href]', '<a ', 1],
];

/** Text in our markup is escaped, so that whatever looks like a tag is one. */
function elementsOf(html: string): Map<string, number> {
  return new Map(
    countedTags.map(([selector, tag, atMost]) => [
      selector,
      Math.min(atMost, html.split(tag).length - 1),
    ]),
  );
}

function paste(element: HTMLElement, content: Readonly<Record<string, string>>): boolean {
  const event = pasteEvent(content);
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
 * How long (ms) after a key press an editor puts what comes next into the same step of its history:
 * one undo would take both back. Measured: ProseMirror half a second, Lexical and Quill a second;
 * Draft.js separates typing from pastes by itself, and in a field moving the caret does.
 */
export function historyGroupMs(element: HTMLElement): number {
  if (isNativeField(element) || element.closest('.DraftEditor-root') !== null) return 0;
  return element.matches('.ProseMirror') ? 600 : 1_000;
}

/** Takes back what a technique put in. Only reading the text a moment later shows whether that worked. */
export function takeBack(element: HTMLElement, undo: Technique['undo']): void {
  if (undo === 'command') element.ownerDocument.execCommand('undo');
  else pressUndo(element);
}

/** An editor with a history of its own listens for the key; the browser's command would harm it. */
function pressUndo(element: HTMLElement): void {
  const isMac = /mac/i.test(navigator.userAgent);
  const key = { key: 'z', code: 'KeyZ', keyCode: 90, which: 90 };
  const modifier = isMac ? { metaKey: true } : { ctrlKey: true };
  const options = { ...key, ...modifier, bubbles: true, cancelable: true };
  element.dispatchEvent(new KeyboardEvent('keydown', options));
}
