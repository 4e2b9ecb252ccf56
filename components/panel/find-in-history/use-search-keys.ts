import { useEffect } from 'react';
import { useSearchStore } from './search-store';

/** Ctrl+F or Cmd+F opens the search, Escape closes it, wherever in the panel the focus is. */
export function useSearchKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.shiftKey) return;
      const { isOpen, open, close } = useSearchStore.getState();
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
        event.preventDefault();
        open();
      } else if (event.key === 'Escape' && isOpen) {
        close();
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
