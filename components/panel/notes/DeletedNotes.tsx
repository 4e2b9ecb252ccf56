import { t } from '@lingui/core/macro';
import Trash2 from 'lucide-react/icons/trash-2';
import { useEffect, useRef } from 'react';
import { noteCommands } from '../../../lib/messaging/note-commands';
import type { ContactRef } from '../../../lib/model/ids';
import type { NoteRow } from '../../../lib/model/note';
import { notePreview } from '../../../lib/notes/note-list';
import { RESTORABLE_MS } from '../../../lib/notes/restorable';
import type { StoredNotes } from '../../../lib/storage/note-queries';
import { isFocusFree } from '../../hooks/is-focus-free';
import { useNow } from '../../hooks/use-now';
import { sendFromPanel } from '../send-from-panel';
import { NoteConflict } from './NoteConflict';
import { NoteReplicas } from './NoteReplicas';
import type { NotesScene } from './notes-scene';
import { useNotesView } from './notes-store';

interface DeletedNotesProps {
  stored: StoredNotes;
  scene: NotesScene;
}

/** Deleted notes that can be restored, that are not removed everywhere yet, or that need a decision. */
export function DeletedNotes({ stored, scene }: DeletedNotesProps) {
  const now = useNow(60_000);
  const recent = useNotesView((view) => view.deleted);
  const editing = useNotesView((view) => view.editing);
  const left = (note: NoteRow) =>
    stored.replicas.filter(({ noteId, state }) => noteId === note.id && state !== 'delivered');
  const shown = stored.notes.filter(
    (note) =>
      note.deletedAt !== undefined &&
      note.id !== editing &&
      (recent.includes(note.id) ||
        note.conflict !== undefined ||
        left(note).length > 0 ||
        // Somebody deleted it on the platforms: that is shown here, and the note can be restored.
        (note.deletedThere === true && now - note.deletedAt < RESTORABLE_MS)),
  );
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t`Deleted notes`} className="flex flex-col gap-1.5">
      {shown.map((note) => (
        <li
          key={note.id}
          className="flex flex-col gap-1 rounded-md border border-line border-dashed px-2 py-1.5"
        >
          {note.conflict === undefined ? (
            <Deleted note={note} anchor={scene.anchor} />
          ) : (
            <NoteConflict note={note} other={note.conflict} scene={scene} />
          )}
          <NoteReplicas note={note} replicas={left(note)} scene={scene} />
        </li>
      ))}
    </ul>
  );
}

function Deleted({ note, anchor }: { note: NoteRow; anchor: ContactRef }) {
  const text = notePreview(note.text);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that deleted it disappeared together with its card.
    if (useNotesView.getState().justDeleted === note.id && isFocusFree()) button.current?.focus();
  }, [note.id]);
  const undo = () => {
    const view = useNotesView.getState();
    view.setDeleted(note.id, false);
    view.want(note.id);
    sendFromPanel(noteCommands, 'notes.restore', { noteId: note.id, anchor });
  };
  return (
    <p role="status" className="flex items-center gap-1.5 text-12 text-ink-soft">
      <Trash2 size={12} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 truncate">
        {note.deletedThere === true ? t`Deleted in the helpdesks: ${text}` : t`Deleted: ${text}`}
      </span>
      <button
        ref={button}
        type="button"
        onClick={undo}
        className="shrink-0 rounded-sm font-medium text-accent hover:underline"
      >{t`Undo`}</button>
    </p>
  );
}
