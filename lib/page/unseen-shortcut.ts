import { wait } from '../async/wait';

/** A worker that says nothing for so long (ms) is not coming. */
const LONGEST_MS = 5_000;

/** What the worker asks of the page may arrive so long (ms) after its answer. */
const AFTER_MS = 200;

/**
 * Keeps Enter from the page right after the browser took a shortcut for itself. It may have been the
 * one for the canned responses: until the worker is heard of, the page has the keyboard, and the
 * draft in the composer would be sent. Of such a shortcut Chromium shows the page its modifiers
 * alone: they go down and up with nothing between, or are not even seen to go up. Then `hearWorker`
 * is called, which resolves once the worker has seen to all that was pressed before.
 */
export function keepEnterAfterShortcut(
  window: Window,
  hearWorker: () => Promise<unknown>,
  signal: AbortSignal,
): void {
  const held = new Set<string>();
  let isDoubtful = new AbortController();
  isDoubtful.abort();
  const doubt = async (): Promise<void> => {
    isDoubtful.abort();
    const mine = new AbortController();
    isDoubtful = mine;
    const heard = hearWorker().then(() => wait(AFTER_MS, mine.signal));
    await Promise.race([heard, wait(LONGEST_MS, mine.signal)]).catch(() => undefined);
    mine.abort();
  };
  const forget = (): void => {
    held.clear();
    isDoubtful.abort();
  };
  const letGo = (): void => {
    // Shift alone is part of no shortcut.
    const isShortcut = [...held].some((name) => name !== 'Shift');
    held.clear();
    if (isShortcut) void doubt();
  };
  const look = (event: KeyboardEvent): void => {
    const { type, key, isTrusted, repeat, ctrlKey, altKey, metaKey, shiftKey } = event;
    if (!isTrusted) return;
    const down = new Map(
      Object.entries({ Control: ctrlKey, Alt: altKey, Meta: metaKey, Shift: shiftKey }),
    );
    const isModifier = down.has(key);
    const wentUp = (name: string) => down.get(name) === false || (name === key && !repeat);
    if ([...held].some(wentUp)) letGo();
    // A shortcut that the page saw is the page's own.
    if (type === 'keydown' && !isModifier) held.clear();
    if (type === 'keydown' && isModifier) held.add(key);
    if (key !== 'Enter' || isDoubtful.signal.aborted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const options = { capture: true, signal };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    window.addEventListener(type, look, options);
  }
  window.addEventListener('blur', forget, options);
  window.addEventListener('pointerdown', forget, options);
}
