import { type RefObject, useEffect, useRef } from 'react';
import { isFocusFree } from './is-focus-free';

/**
 * Moves the focus to `target` when the item that had it is removed, with its button and dialog: when there are fewer
 * than before (`count`), and once that is drawn, so that a button that was switched off meanwhile can take it.
 */
export function useFocusAfterRemoval(target: RefObject<HTMLElement | null>, count: number): void {
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current && isFocusFree()) target.current?.focus();
    before.current = count;
  }, [target, count]);
}
