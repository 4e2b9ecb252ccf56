import { useLayoutEffect, useState } from 'react';

/**
 * The value as it was when all of it was last on screen, and the new one with the next frame. For
 * what is not React's own: a rendering that takes several frames must not show through there.
 */
export function useCommitted<T extends object>(value: T): T {
  const [committed, setCommitted] = useState(value);
  useLayoutEffect(() => setCommitted(value), [value]);
  return committed;
}
