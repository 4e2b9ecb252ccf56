import { useEffect, useState } from 'react';
import { noteCommands } from '../../../lib/messaging/note-commands';
import type { ContactRef } from '../../../lib/model/ids';
import type { NoteDraftRow } from '../../../lib/model/note';
import { DraftSaver } from '../draft-saver';
import { sendFromPanel } from '../send-from-panel';

export interface NoteDraft {
  text: string;
  /** True when the text is a stored draft from earlier. */
  isRestored: boolean;
  /** What the note said when the stored draft was begun, where there is one. */
  over: string | undefined;
  type(text: string): void;
  /** Saves what has been typed now, without waiting for a pause. */
  keep(): void;
  /** Deletes the draft, after the note was saved or when the draft is not wanted. */
  forget(): void;
  /**
   * Deletes the stored draft after an editor that is gone had its text saved; what was typed in
   * another editor since then stays.
   */
  forgetSaved(text: string): void;
}

interface NoteDraftSource {
  anchor: ContactRef;
  /** Empty for a new note. */
  noteId: string;
  /** The text before anything was typed. */
  original: string;
  /** All drafts of the person. */
  drafts: readonly NoteDraftRow[];
}

/**
 * What is being typed. It is saved in the database at every pause, on leaving the field and when the panel
 * closes, and comes back on any platform where the same person is on screen.
 */
export function useNoteDraft({ anchor, noteId, original, drafts }: NoteDraftSource): NoteDraft {
  const [typed, setTyped] = useState<string>();
  const [saver] = useState(() => new DraftSaver(noteCommands, 'notes.draft'));
  const kept = drafts
    .filter((draft) => draft.noteId === noteId && draft.text !== '')
    .sort((a, b) => b.updatedAt - a.updatedAt)[0];
  const text = typed ?? kept?.text ?? original;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft about another person is saved first
  useEffect(saver.listen, [saver, anchor, noteId]);

  const elsewhere = drafts.filter((draft) => draft.noteId === noteId && draft.anchor !== anchor);
  const forgetOne = (draft: { anchor: ContactRef; ifText?: string }) =>
    sendFromPanel(noteCommands, 'notes.draft', { ...draft, noteId, text: '' });
  return {
    text,
    isRestored: typed === undefined && kept !== undefined && kept.text !== original,
    over: kept?.over,
    type: (next) => {
      saver.later({ anchor, noteId, text: next === original ? '' : next });
      setTyped(next);
    },
    keep: saver.flush,
    forget: () => {
      setTyped(original);
      saver.now({ anchor, noteId, text: '' });
      for (const each of elsewhere) forgetOne({ anchor: each.anchor });
    },
    forgetSaved: (saved) => {
      // The worker compares: a draft that this editor had it keep as it was left may still be on its way.
      forgetOne({ anchor, ifText: saved });
      for (const each of elsewhere) forgetOne({ anchor: each.anchor, ifText: each.text });
    },
  };
}
