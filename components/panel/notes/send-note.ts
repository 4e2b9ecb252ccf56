import { noteAnswerSchema } from '../../../lib/messaging/answers';
import type { Payload } from '../../../lib/messaging/protocol';
import { request } from '../../../lib/messaging/send';
import { usePanelView } from '../view-store';

type NoteCommand = 'notes.save' | 'notes.resolve';

/** Has a note written; gives why it was not and what to do next, for people. Never rejects. */
export async function sendNote<T extends NoteCommand>(
  type: T,
  payload: Payload<T>,
): Promise<string | undefined> {
  try {
    const answer = await request(type, payload, noteAnswerSchema);
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
