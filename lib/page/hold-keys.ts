import { typedWith } from '../model/typed-text';

/** The panel has the keyboard within this time (ms), even on a slow machine. */
const LONGEST_MS = 1_500;

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/**
 * Keeps key presses from the page until the panel has taken the keyboard: whoever pressed the keys
 * for it types on at once, and Enter must not send that. Answers what was typed, once the page has
 * lost the focus, or after a while.
 */
export function holdKeys(document: Document, signal: AbortSignal): Promise<string> {
  const window = document.defaultView;
  if (window === null) return Promise.resolve('');
  return new Promise((resolve) => {
    let typed = '';
    const hold = new AbortController();
    const end = (): void => {
      hold.abort();
      resolve(typed);
    };
    const keep = (event: KeyboardEvent): void => {
      if (modifiers.has(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === 'keydown') typed = typedWith(typed, event);
    };
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      window.addEventListener(type, keep, { capture: true, signal: hold.signal });
    }
    for (const type of ['blur', 'pointerdown'] as const) {
      window.addEventListener(type, end, { capture: true, signal: hold.signal });
    }
    signal.addEventListener('abort', end, { signal: hold.signal });
    setTimeout(end, LONGEST_MS);
  });
}
