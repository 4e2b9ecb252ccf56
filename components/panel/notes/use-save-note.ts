import { useState } from 'react';
import type { NoteChoice } from './NoteChoices';
import { sendNote } from './send-note';

export interface SaveNote {
  /** True when the worker has it in the database. */
  save(note: NoteChoice & { text: string }): Promise<boolean>;
  isSaving: boolean;
  /** Why the last try failed and what to do next, for people. */
  problem: string | undefined;
}

/** Saves a note about the person at `anchor`; `noteId` is empty for a new one. */
export function useSaveNote(anchor: string, noteId: string): SaveNote {
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  return {
    isSaving,
    problem,
    save: async (note) => {
      setSaving(true);
      setProblem(undefined);
      const key = noteId === '' ? {} : { noteId };
      const found = await sendNote('notes.save', { anchor, ...key, ...note });
      setProblem(found);
      setSaving(false);
      return found === undefined;
    },
  };
}
