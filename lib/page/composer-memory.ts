import { rememberFocused } from '../platforms/shared/page/composer';

/**
 * Remembers in which composer the caret was, where in it, and when somebody typed there last: while
 * the side panel has the focus, the page cannot tell.
 */
export class ComposerMemory {
  #element: Element | undefined;
  #caret: Range | undefined;
  #typed: { element: EventTarget | null; at: number } | undefined;

  constructor(
    private readonly document: Document,
    signal: AbortSignal,
  ) {
    const options = { capture: true, signal };
    document.addEventListener('focusin', ({ target }) => this.#focused(target), options);
    document.addEventListener('selectionchange', () => this.#moved(), options);
    document.addEventListener('input', ({ target }) => this.#input(target), options);
    this.#focused(document.activeElement);
  }

  /** Where the caret was last in this element; the browser keeps the range up to date. */
  lastCaret(element: HTMLElement): Range | undefined {
    return this.#element === element ? this.#caret : undefined;
  }

  /** How long ago (ms) somebody typed into this element. */
  sinceTyping(element: HTMLElement): number {
    const typed = this.#typed;
    return typed?.element === element ? performance.now() - typed.at : Number.POSITIVE_INFINITY;
  }

  #focused(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return;
    rememberFocused(target);
    if (!target.isContentEditable || target === this.#element) return;
    this.#element = target;
    this.#caret = undefined;
  }

  #moved(): void {
    const selection = this.document.getSelection();
    if (selection === null || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (this.#element?.contains(range.commonAncestorContainer) === true) {
      this.#caret = range.cloneRange();
    }
  }

  #input(target: EventTarget | null): void {
    this.#typed = { element: target, at: performance.now() };
  }
}
