import { useCallback, useEffect, useRef, useState } from 'react';
import type { NoteDraftRow } from '../../../lib/model/note';
import { usePanelCommand } from '../use-panel-command';

/** Pause (ms) in typing after which a draft is kept. */
const pause = 400;

export interface NoteDraft {
  text: string;
  /** True when the text is one that was kept from earlier. */
  isRestored: boolean;
  type(text: string): void;
  /** Keeps what was typed now, without waiting for a pause. */
  keep(): void;
  /** Forgets the draft, after it was saved or when it is not wanted. */
  forget(): void;
}

interface NoteDraftSource {
  anchor: string;
  /** Empty for a new note. */
  noteId: string;
  /** What the text is before anything was typed. */
  original: string;
  /** All drafts of the person. */
  drafts: readonly NoteDraftRow[];
}

/**
 * What is being typed. It is kept in the database at every pause, on leaving the field and when the
 * panel closes, and comes back on any platform where the same person is on screen.
 */
export function useNoteDraft({ anchor, noteId, original, drafts }: NoteDraftSource): NoteDraft {
  const send = usePanelCommand();
  const [typed, setTyped] = useState<string>();
  const unkept = useRef<string>(undefined);
  const kept = drafts
    .filter((draft) => draft.noteId === noteId && draft.text !== '')
    .sort((a, b) => b.updatedAt - a.updatedAt)[0];
  const text = typed ?? kept?.text ?? original;

  const keep = useCallback(() => {
    const last = unkept.current;
    unkept.current = undefined;
    if (last !== undefined) send('notes.draft', { anchor, noteId, text: last });
  }, [send, anchor, noteId]);

  useEffect(() => {
    if (typed === undefined) return;
    const timer = setTimeout(keep, pause);
    return () => clearTimeout(timer);
  }, [typed, keep]);

  useEffect(() => {
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);

  const elsewhere = drafts.filter((draft) => draft.noteId === noteId).map((draft) => draft.anchor);
  return {
    text,
    isRestored: typed === undefined && kept !== undefined && kept.text !== original,
    type: (next) => {
      unkept.current = next === original ? '' : next;
      setTyped(next);
    },
    keep,
    forget: () => {
      unkept.current = undefined;
      setTyped(original);
      for (const each of new Set([anchor, ...elsewhere])) {
        send('notes.draft', { anchor: each, noteId, text: '' });
      }
    },
  };
}
