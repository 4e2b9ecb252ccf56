import { editableSelector } from '../platforms/shared/page/editable';

/**
 * Calls `onChange` when the page may show something else: after changes of its content (debounced,
 * so that a burst is one call), and after navigation within the page, which is not debounced where the
 * address says enough. No timer runs while nothing changes. Stops when the signal aborts.
 */
export function watchPage(
  document: Document,
  signal: AbortSignal,
  onChange: () => void,
  isAddressEnough?: boolean,
): void {
  const window = document.defaultView;
  if (window === null) return;
  const onChangeSoon = debounced(onChange, signal, QUIET_MS);
  const observer = new MutationObserver((changes) => {
    if (changes.some(mayMatter)) onChangeSoon();
  });
  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: [
      ...['class', 'href', 'contenteditable', 'value', 'aria-label'],
      ...['hidden', 'inert', 'aria-hidden', 'style', 'disabled', 'readonly'],
    ],
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  for (const event of events) {
    window.addEventListener(event, onChangeSoon, { capture: true, signal });
  }
  // The page's own history calls are not visible from the extension's world; the Navigation API is.
  const navigation: unknown = Reflect.get(window, 'navigation');
  if (navigation instanceof EventTarget) {
    // Not within the page's own call, which would wait for it.
    const onNavigation = isAddressEnough ? debounced(onChange, signal, 0) : onChangeSoon;
    navigation.addEventListener('currententrychange', onNavigation, { signal });
  }
}

/** When focus, window size or visibility change, another part of the page may be in front. */
const events = [
  ...['popstate', 'hashchange', 'pageshow', 'input'],
  ...['focusin', 'resize', 'visibilitychange'],
];

/** Styles change all the time, and matter only where they show or hide a field to write in. */
function mayMatter({ type, attributeName, target }: MutationRecord): boolean {
  if (type !== 'attributes' || attributeName !== 'style') return true;
  return target instanceof Element && target.querySelector(editableSelector) !== null;
}

const QUIET_MS = 40;
const LONGEST_DELAY_MS = 400;

/** Waits for a pause (ms) in the calls, but not forever: a page with animations may never pause. */
function debounced(call: () => void, signal: AbortSignal, pause: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  const run = (): void => {
    timer = undefined;
    if (!signal.aborted) call();
  };
  return () => {
    const now = performance.now();
    if (timer === undefined) first = now;
    else clearTimeout(timer);
    timer = setTimeout(run, Math.min(pause, first + LONGEST_DELAY_MS - now));
  };
}
