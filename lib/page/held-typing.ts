import { pasteEvent } from '../insert/paste-event';
import { isBareField } from '../insert/visible-text';

/**
 * What was typed while keys were kept from the page: passed on as text, or put where it would have
 * gone.
 */
export class HeldTyping {
  #element: Element | null = null;
  #text = '';

  constructor(
    private readonly document: Document,
    private readonly isMac: boolean,
  ) {}

  /** Whether nothing has been typed yet. */
  get isNew(): boolean {
    return this.#element === null;
  }

  get text(): string {
    return this.#text;
  }

  /**
   * Takes a key press. `false` for one that could not be put back: an arrow, a shortcut, a
   * Backspace for what was there before.
   */
  take(event: KeyboardEvent): boolean {
    const { key, ctrlKey, metaKey, altKey } = event;
    // A key's third character is typed with Alt on a Mac, and with AltGr elsewhere, which is Ctrl and Alt.
    const isShortcut = ctrlKey || metaKey || (altKey && !this.isMac);
    if (isShortcut && !event.getModifierState('AltGraph')) return false;
    if (key === 'Backspace' && this.#text !== '')
      this.#text = [...this.#text].slice(0, -1).join('');
    else if ([...key].length === 1) this.takeText(key);
    else return false;
    return true;
  }

  /** Takes text that came without a key press, such as from a list of emoji. */
  takeText(text: string): void {
    this.#element ??= focusedElement(this.document);
    this.#text += text;
  }

  /**
   * Types it into the field that had the keyboard, as if it had just been typed; nowhere, if the field is gone:
   * the browser would type it into whatever has the keyboard now.
   */
  putBack(): void {
    const element = this.#element;
    if (!(element instanceof HTMLElement)) return;
    if (element !== focusedElement(this.document)) element.focus({ preventScroll: true });
    if (this.#text !== '' && element === focusedElement(this.document))
      typeText(element, this.#text);
    this.#text = '';
  }
}

/** The element that has the keyboard, including within a shadow root. */
function focusedElement(document: Document): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement != null) element = element.shadowRoot.activeElement;
  return element;
}

/**
 * Measured: fields, bare elements and ProseMirror take the browser's command; other editors with a
 * model of their own only a paste, or else they may have it twice.
 */
function typeText(element: HTMLElement, text: string): void {
  const takesCommand = isBareField(element) || element.matches('.ProseMirror');
  const isTaken = !takesCommand && !element.dispatchEvent(pasteEvent({ 'text/plain': text }));
  if (!isTaken) element.ownerDocument.execCommand('insertText', false, text);
}
