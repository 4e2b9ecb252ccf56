import { type RefObject, useEffect, useRef } from 'react';

/** Moves the focus to `target` when an item went away that had it, button, dialog and all. */
export function useFocusAfterRemoval(target: RefObject<HTMLElement | null>, count: number): void {
  const before = useRef(count);
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (count < before.current && isFree) target.current?.focus();
    before.current = count;
  }, [target, count]);
}
