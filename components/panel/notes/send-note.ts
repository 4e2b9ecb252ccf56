import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { Payload } from '../../../lib/messaging/commands';
import { noteCommands } from '../../../lib/messaging/note-commands';
import { send } from '../../../lib/messaging/send';
import type { ContactRef } from '../../../lib/model/ids';
import { useIsMounted } from '../../hooks/use-is-mounted';
import { usePanelView } from '../view-store';
import type { NoteChoice } from './NoteChoices';

type NoteWrite = 'notes.save' | 'notes.resolve' | 'notes.adopt' | 'notes.putBack';

/**
 * Has the worker write a note; returns why that failed and what to do next, in words to show. Never rejects.
 */
export async function sendNote<T extends NoteWrite>(
  type: T,
  payload: Payload<T>,
): Promise<string | undefined> {
  try {
    const answer = await send(noteCommands, type, payload);
    return answer.kind === 'failed' ? answer.message : undefined;
  } catch {
    return t`Not saved: Deskside isn’t responding. Try again in a moment.`;
  }
}

/** Has the worker adopt what claims to be a note; the panel's own notice reports a failure. */
export async function adoptOrSay(payload: Payload<'notes.adopt'>): Promise<void> {
  const problem = await sendNote('notes.adopt', payload);
  if (problem !== undefined) usePanelView.getState().say(problem);
}

/** Has the worker put a field's earlier text back; the panel's own notice reports a failure. */
export async function putBackOrSay(payload: Payload<'notes.putBack'>): Promise<void> {
  const problem = await sendNote('notes.putBack', payload);
  if (problem !== undefined) usePanelView.getState().say(problem);
}

/** Has the worker save a note where only the panel's own notice can report a failure. */
export async function saveOrSay(payload: Payload<'notes.save'>): Promise<void> {
  const problem = await sendNote('notes.save', payload);
  if (problem !== undefined) usePanelView.getState().say(problem);
}

interface SaveNote {
  /** True when the worker has stored it in the database. */
  save(note: NoteChoice & { text: string }): Promise<boolean>;
  isSaving: boolean;
  /** Why the last try failed and what to do next, in words to show. */
  problem: string | undefined;
}

/**
 * Saves a note about the person at `anchor`; `noteId` is empty for a new one. Where the editor is gone when that
 * fails, the panel's own notice says so.
 */
export function useSaveNote(anchor: ContactRef, noteId: string): SaveNote {
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const isMounted = useIsMounted();
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
      if (found !== undefined && !isMounted.current) usePanelView.getState().say(found);
      return found === undefined;
    },
  };
}
