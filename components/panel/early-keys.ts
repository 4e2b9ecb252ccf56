import { typedWith } from '../../lib/model/typed-text';

/** Someone who opens the panel by its keys goes on typing at once; that is collected for this long (ms). */
const COLLECTED_MS = 1_500;

/** If the search opens later than this (ms after the panel began to load), the text was not meant for it. */
const TOO_OLD_MS = 4_000;

/** The attribute that passes the text to the panel's modules, which load later than this script. */
const ATTRIBUTE = 'data-typed';

/**
 * Collects what is typed while the panel is still loading and has no field to receive it, until
 * `takeEarlyKeys`. Runs before everything else in the page, as a script of its own. "/" at the beginning is
 * the key that opens the search, and is not collected.
 */
export function collectEarlyKeys(document: Document): void {
  const root = document.documentElement;
  const ending = new AbortController();
  root.setAttribute(ATTRIBUTE, '');
  document.addEventListener(
    'keydown',
    (event) => {
      const typed = root.getAttribute(ATTRIBUTE);
      if (typed === null || document.activeElement !== document.body) return;
      const now = typedWith(typed, event);
      if (now === typed || now === '/') return;
      // Single letters are also shortcuts of the panel; here they belong to what is being typed.
      event.preventDefault();
      root.setAttribute(ATTRIBUTE, now);
    },
    { capture: true, signal: ending.signal },
  );
  setTimeout(() => ending.abort(), COLLECTED_MS);
}

/** Returns, only once, what was typed before the search was there; empty when that was long ago. */
export function takeEarlyKeys(document: Document): string {
  const typed = document.documentElement.getAttribute(ATTRIBUTE) ?? '';
  document.documentElement.removeAttribute(ATTRIBUTE);
  return performance.now() < TOO_OLD_MS ? typed : '';
}
