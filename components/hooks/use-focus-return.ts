import { useEffect, useRef } from 'react';
import { isFocusFree } from './is-focus-free';

/**
 * Gives the focus back, when the component goes and leaves it to nothing, to what had it when the
 * component came; where that is gone too, to what `otherwise` finds.
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
