import { useEffect, useState } from 'react';

/** The longest wait (ms) for a moment in which nothing else is to be done. */
const mostWait = 500;

/** True from the first idle moment on: what can wait leaves the first frames to the timeline. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const handle = requestIdleCallback(() => setIdle(true), { timeout: mostWait });
    return () => cancelIdleCallback(handle);
  }, []);
  return isIdle;
}
