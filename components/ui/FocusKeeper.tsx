import { useEffect } from 'react';
import { isFocusFree } from '../hooks/is-focus-free';

/** What can have the focus in place of something that was in it. */
const places = 'li, article, section, form, search, [tabindex]';

/** The longest wait (ms) for whatever knows a better place. */
const mostWait = 300;

/**
 * Keeps the place of a keyboard in the page: where the element that has the focus is removed, and nothing else takes
 * the focus, the nearest part of the page around it gets it. Otherwise keys would go nowhere, and a screen reader
 * would begin anew. Shows nothing.
 */
export function FocusKeeper() {
  useEffect(keepFocus, []);
  return null;
}

function keepFocus(): () => void {
  /** What has the focus and everything around it, nearest first. */
  let path: Element[] = [];
  const isRemoved = () => path[0]?.isConnected === false;
  const remember = ({ target }: FocusEvent) => {
    path = target instanceof Element ? withAround(target) : [];
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) return;
    // A moment later it is known whether somebody clicked beside everything, or the element is gone.
    queueMicrotask(() => {
      if (!isRemoved() && isFocusFree()) path = [];
    });
  };
  const mend = () => {
    if (isRemoved() && isFocusFree() && document.hasFocus()) focusNearest(path);
  };
  const observer = new MutationObserver(() => {
    if (isRemoved()) requestIdleCallback(mend, { timeout: mostWait });
  });
  document.addEventListener('focusin', remember);
  document.addEventListener('focusout', leave);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('focusout', leave);
  };
}

function withAround(element: Element): Element[] {
  const around = element.parentElement;
  return around === null ? [element] : [element, ...withAround(around)];
}

/** One that is hidden takes no focus: then it is the turn of what is around it. */
function focusNearest(path: readonly Element[]): void {
  for (const place of path) {
    if (!(place instanceof HTMLElement) || !place.isConnected || !place.matches(places)) continue;
    focusOnce(place);
    if (document.activeElement === place) return;
  }
}

function focusOnce(place: HTMLElement): void {
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  }
  place.focus({ preventScroll: true });
}
