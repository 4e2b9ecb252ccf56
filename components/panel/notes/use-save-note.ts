import { useState } from 'react';
import { noteAnswerSchema } from '../../../lib/messaging/answers';
import { request } from '../../../lib/messaging/send';
import type { NoteChoice } from './NoteChoices';

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
      try {
        const answer = await request('notes.save', { anchor, ...key, ...note }, noteAnswerSchema);
        if (answer.kind === 'failed') setProblem(answer.message);
        return answer.kind === 'ok';
      } catch {
        setProblem('Not saved: Deskside’s background part did not take it. Try again in a moment.');
        return false;
      } finally {
        setSaving(false);
      }
    },
  };
}
