import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isFocusFree } from './is-focus-free';

/**
 * When the component is removed and nothing has the focus, gives it back to the element that had it
 * when the component appeared; where that is gone, too, to what `otherwise` finds.
 */
export function useFocusReturn(otherwise?: () => HTMLElement | null): void {
  const find = useRef(otherwise);
  find.current = otherwise;
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (!isFocusFree()) return;
      const isThere =
        before instanceof HTMLElement && before.isConnected && before !== document.body;
      const place = isThere ? before : find.current?.();
      place?.focus();
    };
  }, []);
}

/**
 * Returns what gives the focus back when a dialog closes: to where it was when the dialog opened or, where a
 * card or another dialog led to it, to where it was before that.
 */
export function useFocusReturnOfDialog(): () => void {
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    remember({ target: before });
    // Both stay, once for all dialogs: a dialog opened from another has to know what was before that.
    document.addEventListener('focusin', remember);
    document.addEventListener('focusout', forget);
  }, [before]);
  return () => {
    const place = before?.isConnected === true && before !== document.body ? before : outside;
    if (place instanceof HTMLElement) place.focus();
  };
}

/** The last element outside all dialogs that had the focus, unless it lost it to no other element. */
let outside: Element | undefined;

function remember({ target }: Pick<Event, 'target'>): void {
  if (!(target instanceof Element) || target === document.body) return;
  if (target.closest('[role="dialog"]') === null) outside = target;
}

function forget({ target, relatedTarget }: FocusEvent): void {
  if (target === outside && relatedTarget === null) outside = undefined;
}
