import { isField } from './surface';

/**
 * So long (ms) after a key press an editor puts what comes next into the same step of its history:
 * one undo would take both back. Measured: ProseMirror half a second, Lexical and Quill a second;
 * Draft.js parts typing from pastes by itself, and in a field the caret's move does.
 */
export function historyGroupMs(element: HTMLElement): number {
  if (isField(element) || element.closest('.DraftEditor-root') !== null) return 0;
  return element.matches('.ProseMirror') ? 600 : 1_000;
}
