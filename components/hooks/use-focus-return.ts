import { useEffect, useRef } from 'react';
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
