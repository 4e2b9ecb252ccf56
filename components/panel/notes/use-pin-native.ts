import { shortestLimit } from '../../../lib/notes/reach';
import { usePanelCommand } from '../use-panel-command';
import type { NoteChoice } from './NoteChoices';
import type { NotesScene } from './notes-scene';
import { useNotesView } from './notes-store';
import { saveOrSay } from './send-note';
import { useDrafts } from './use-notes';

/**
 * Makes a pinned note out of a helpdesk's own. One that is too long for a platform is put into the
 * composer instead, behind what is being typed there: `onBegun` is told to show it anew.
 */
export function usePinNative(
  { anchor, refs, targets }: NotesScene,
  choice: NoteChoice,
  onBegun: () => void,
): (text: string) => void {
  const send = usePanelCommand();
  const drafts = useDrafts(refs) ?? [];
  return (text) => {
    const limit = shortestLimit(choice.scope, targets)?.limit ?? Number.POSITIVE_INFINITY;
    if (text.length <= limit) {
      void saveOrSay({ anchor, text, ...choice });
      return;
    }
    const [typed] = drafts
      .filter(({ noteId }) => noteId === '')
      .sort((a, b) => b.updatedAt - a.updatedAt);
    const both = typed === undefined ? text : `${typed.text}\n\n${text}`;
    send('notes.draft', { anchor, noteId: '', text: both });
    useNotesView.getState().write();
    onBegun();
  };
}
