import { memo, startTransition, useEffect, useMemo, useState } from 'react';
import type { ReplicaRow } from '../../../lib/model/note';
import { copiesByNote } from '../../../lib/notes/copies-by-note';
import { orderedNotes } from '../../../lib/notes/note-order';
import { noteMatches } from '../../../lib/notes/note-search';
import type { HeldNotes } from '../../../lib/storage/panel-notes';
import { Button } from '../../ui/Button';
import { useMarks } from '../history/marks';
import { NoteCard } from './NoteCard';
import type { NotesScene } from './notes-scene';
import { useNotesView } from './notes-store';

/** So many cards fill the panel; the others follow at once, without keeping anybody waiting. */
const first = 6;

/** So many cards more with each wish: hundreds at once would be slow to come. */
const step = 40;

interface NoteListProps {
  held: HeldNotes;
  scene: NotesScene;
}

const none: readonly ReplicaRow[] = [];

/** The person's notes, pinned ones first. Drawn again only when they change, not while somebody types. */
export const NoteList = memo(function NoteList({ held, scene }: NoteListProps) {
  const { terms } = useMarks();
  const [room, setRoom] = useState(first);
  const found = useMemo(
    () => orderedNotes(held.notes).filter((note) => noteMatches(note, terms)),
    [held.notes, terms],
  );
  const replicas = useMemo(() => copiesByNote(held.replicas), [held.replicas]);
  const wanted = useNotesView((view) => view.wanted);
  const wantedPlace = found.findIndex(({ id }) => id === wanted) + 1;
  useEffect(() => {
    startTransition(() => setRoom((before) => Math.max(before, step, wantedPlace)));
  }, [wantedPlace]);
  const shown = found.slice(0, room);
  if (found.length === 0) {
    if (terms.length === 0) return null;
    return (
      <p role="status" className="text-12 text-ink-faint">
        No note matches.
      </p>
    );
  }
  return (
    <>
      <ul aria-label="Notes" className="flex flex-col gap-1.5">
        {shown.map((note) => (
          <li key={note.id}>
            <NoteCard note={note} replicas={replicas.get(note.id) ?? none} scene={scene} />
          </li>
        ))}
      </ul>
      {room > first && found.length > shown.length && (
        <Button className="self-center" onClick={() => setRoom(room + step)}>
          Show more ({(found.length - shown.length).toLocaleString('en')} left)
        </Button>
      )}
    </>
  );
});
