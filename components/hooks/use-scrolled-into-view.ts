import { type RefObject, useEffect, useRef } from 'react';

/** A reference to an element that is scrolled into view, as little as that takes, when it becomes the chosen one. */
export function useScrolledIntoView<E extends Element>(isChosen: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which must not become the effect's clean-up.
    if (isChosen) element.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isChosen]);
  return element;
}
