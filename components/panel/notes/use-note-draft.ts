import { useEffect, useState } from 'react';
import { noteCommands } from '../../../lib/messaging/note-commands';
import type { ContactRef } from '../../../lib/model/ids';
import type { NoteDraftRow } from '../../../lib/model/note';
import { database } from '../../../lib/storage/database';
import { readDrafts } from '../../../lib/storage/note-queries';
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
  forgetSaved(text: string): Promise<void>;
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

  const elsewhere = drafts
    .filter((draft) => draft.noteId === noteId && draft.anchor !== anchor)
    .map((draft) => draft.anchor);
  const forgetAll = (anchors: readonly ContactRef[]) => {
    for (const each of anchors)
      sendFromPanel(noteCommands, 'notes.draft', { anchor: each, noteId, text: '' });
  };
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
      forgetAll(elsewhere);
    },
    forgetSaved: async (saved) => {
      const stored = await readDrafts(database, [anchor, ...elsewhere]);
      const rows = stored
        .filter((draft) => draft.noteId === noteId)
        .sort((a, b) => b.updatedAt - a.updatedAt);
      if (rows[0]?.text === saved) forgetAll(rows.map((draft) => draft.anchor));
    },
  };
}
