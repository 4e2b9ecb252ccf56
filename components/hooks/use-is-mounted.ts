import { type RefObject, useEffect, useRef } from 'react';

/** Tells, when an answer arrives, whether what asked for it is still on screen. */
export function useIsMounted(): RefObject<boolean> {
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  return isMounted;
}
