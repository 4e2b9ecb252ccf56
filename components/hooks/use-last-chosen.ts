import { useCallback, useRef } from 'react';

/**
 * Returns what remembers that a file was chosen, and gives what tells later whether it still is the last one: one
 * before it may take longer to be read, and must not take its place.
 */
export function useLastChosen(): (file: File) => () => boolean {
  const last = useRef<File>(undefined);
  return useCallback((file) => {
    last.current = file;
    return () => last.current === file;
  }, []);
}
