import type { Payload } from '../../../lib/messaging/commands';
import { noteCommands } from '../../../lib/messaging/note-commands';
import { send } from '../../../lib/messaging/send';
import { usePanelView } from '../view-store';

/** Has a note written; gives why it was not and what to do next, for people. Never rejects. */
export async function sendNote<T extends 'notes.save' | 'notes.resolve'>(
  type: T,
  payload: Payload<T>,
): Promise<string | undefined> {
  try {
    const answer = await send(noteCommands, type, payload);
    return answer.kind === 'failed' ? answer.message : undefined;
  } catch {
    return 'Not saved: Deskside’s background part did not take it. Try again in a moment.';
  }
}

/** Has a note written where only the panel's own notice can show an answer. */
export async function saveOrSay(payload: Payload<'notes.save'>): Promise<void> {
  const problem = await sendNote('notes.save', payload);
  if (problem !== undefined) usePanelView.getState().say(problem);
}
