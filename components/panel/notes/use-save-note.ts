import { useState } from 'react';
import { sendCommand } from '../../../lib/messaging/send';
import { usePanelView } from '../view-store';
import type { NoteChoice } from './NoteChoices';

export interface SaveNote {
  /** True when the worker has it in the database; otherwise the panel has said why not. */
  save(note: NoteChoice & { text: string }): Promise<boolean>;
  isSaving: boolean;
}

/** Saves a note about the person at `anchor`; `noteId` is empty for a new one. */
export function useSaveNote(anchor: string, noteId: string): SaveNote {
  const [isSaving, setSaving] = useState(false);
  return {
    isSaving,
    save: async (note) => {
      setSaving(true);
      try {
        await sendCommand('notes.save', {
          anchor,
          ...(noteId === '' ? {} : { noteId }),
          ...note,
        });
        return true;
      } catch {
        usePanelView
          .getState()
          .say('The note was not saved. Its text is still here; try again in a moment.');
        return false;
      } finally {
        setSaving(false);
      }
    },
  };
}
