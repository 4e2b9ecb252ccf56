import { typedWith } from '../model/typed-text';
import { showKeysNotice } from './keys-notice';

/** The panel gets the keyboard within this time (ms), even on a slow machine. */
const SOON_MS = 1_500;

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/**
 * Keeps every key a person presses from the page until the signal aborts, and calls `onPress` with
 * each. Modifiers pass, as the page has to see that they are let go, and so do events made by scripts.
 */
export function keepKeys(
  window: Window,
  onPress: (event: KeyboardEvent) => void,
  signal: AbortSignal,
): void {
  const keep = (event: KeyboardEvent): void => {
    if (!event.isTrusted || modifiers.has(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'keydown') onPress(event);
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    window.addEventListener(type, keep, { capture: true, signal });
  }
}

/** Calls back when a person clicks into the page. */
export function onClick(
  window: Window,
  act: (event: PointerEvent) => void,
  signal: AbortSignal,
): void {
  const listener = (event: PointerEvent): void => {
    if (event.isTrusted) act(event);
  };
  window.addEventListener('pointerdown', listener, { capture: true, signal });
}

let last = new AbortController();
last.abort();

/** Whether keys are being kept from the page for the panel. */
export function isHoldingKeys(): boolean {
  return !last.signal.aborted;
}

/**
 * Keeps key presses from the page until the panel has taken the keyboard: the person who pressed its
 * shortcut types on at once, and Enter must not send that. Where no panel appears, until the person
 * goes back on purpose, by Escape or a click; a notice says so. Resolves to what was typed, after what
 * had been typed `before`.
 */
export function holdKeys(document: Document, signal: AbortSignal, before = ''): Promise<string> {
  const window = document.defaultView;
  if (window === null) return Promise.resolve(before);
  last.abort();
  return new Promise((resolve) => {
    let typed = before;
    const hold = new AbortController();
    last = hold;
    hold.signal.addEventListener('abort', () => resolve(typed));
    // The panel has the keyboard already; what was typed for it need not wait.
    if (before !== '' && !document.hasFocus()) resolve(before);
    const end = (): void => hold.abort();
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') end();
      else typed = typedWith(typed, event);
    };
    keepKeys(window, press, hold.signal);
    onClick(window, end, hold.signal);
    // A frame of the page may take the focus as well; the keyboard is still in the page then.
    const left = (): void => void (document.hasFocus() || end());
    window.addEventListener('blur', left, { capture: true, signal: hold.signal });
    signal.addEventListener('abort', end, { signal: hold.signal });
    setTimeout(() => {
      if (hold.signal.aborted) return;
      left();
      if (!hold.signal.aborted) showKeysNotice(document, hold.signal);
    }, SOON_MS);
  });
}
