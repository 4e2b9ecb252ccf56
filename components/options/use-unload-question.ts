import { useEffect, useRef } from 'react';

/**
 * The browser asks before the page is closed or loaded anew while `isWritten` says that something was written which
 * would be lost.
 */
export function useUnloadQuestion(isWritten: () => boolean): void {
  const latest = useRef(isWritten);
  latest.current = isWritten;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (latest.current()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}
