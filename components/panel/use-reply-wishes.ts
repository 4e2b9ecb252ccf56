import { useEffect } from 'react';
import { watchReplyWishes } from '../../lib/storage/reply-wish';
import { usePanelView } from './view-store';

const editable = 'input, textarea, select, [contenteditable]';

/** Shows the canned responses when they are wanted: by the browser command, or by the key "/". */
export function useReplyWishes(windowId: number): void {
  useEffect(() => {
    const { findReply } = usePanelView.getState();
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== '/') return;
      if (event.target instanceof Element && event.target.closest(editable) !== null) return;
      event.preventDefault();
      findReply();
    };
    window.addEventListener('keydown', listen);
    const stop = watchReplyWishes(windowId, findReply);
    return () => {
      window.removeEventListener('keydown', listen);
      stop();
    };
  }, [windowId]);
}
