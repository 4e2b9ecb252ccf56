import { typedWith } from '../../lib/model/typed-text';

/** Whoever opens the panel by its keys types on at once; for this long (ms) that is collected. */
const COLLECTED_MS = 1_500;

/** What was typed longer ago (ms after the panel began to load) was meant for something else. */
const TOO_OLD_MS = 4_000;

/** Where the text is left for the panel's modules, which come later than the script. */
const ATTRIBUTE = 'data-typed';

/**
 * Collects what is typed while the panel is still coming up and has no field to take it, until
 * `takeEarlyKeys`. Runs before everything else in the page, as a script of its own. "/" at the
 * beginning is the key that asks for the search, and passes.
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
      // Single letters are keys of the panel too; here they belong to what is being typed.
      event.preventDefault();
      root.setAttribute(ATTRIBUTE, now);
    },
    { capture: true, signal: ending.signal },
  );
  setTimeout(() => ending.abort(), COLLECTED_MS);
}

/** What was typed before the search was there, once; empty when it was long ago. */
export function takeEarlyKeys(document: Document): string {
  const typed = document.documentElement.getAttribute(ATTRIBUTE) ?? '';
  document.documentElement.removeAttribute(ATTRIBUTE);
  return performance.now() < TOO_OLD_MS ? typed : '';
}
