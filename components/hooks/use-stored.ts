import { useEffect, useState } from 'react';

/**
 * What is kept in the browser's storage, whose changes no live read of the database notices, kept up
 * to date; `undefined` until it was read once. `read` and `watch` must keep their identity.
 */
export function useStored<T>(
  read: () => Promise<T>,
  watch: (onChange: (stored: T) => void) => () => void,
): { stored: T } | undefined {
  const [held, setHeld] = useState<{ stored: T }>();
  useEffect(() => {
    let isWanted = true;
    const stop = watch((stored) => setHeld({ stored }));
    // What a change reported meanwhile is newer than what is read here.
    void read().then((stored) => isWanted && setHeld((known) => known ?? { stored }));
    return () => {
      isWanted = false;
      stop();
    };
  }, [read, watch]);
  return held;
}
