import { useEffect } from 'react';
import { usePanelView } from '../view-store';
import { useNotesView } from './notes-store';

/** `n` begins a new note from any part of the panel, unless somebody is typing. */
export function useNoteKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      usePanelView.getState().chooseTab('notes');
      useNotesView.getState().write();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
  );
}
