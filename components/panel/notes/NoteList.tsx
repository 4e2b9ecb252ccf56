import { useMemo, useState } from 'react';
import { orderedNotes } from '../../../lib/notes/note-order';
import { noteMatches } from '../../../lib/notes/note-search';
import type { HeldNotes } from '../../../lib/storage/panel-notes';
import { Button } from '../../ui/Button';
import { useMarks } from '../marks';
import { NoteCard } from './NoteCard';
import type { NotesScene } from './notes-scene';

/** So many cards more with each wish: hundreds at once would make typing slow. */
const step = 40;

interface NoteListProps {
  held: HeldNotes;
  scene: NotesScene;
}

/** The person's notes, pinned ones first. */
export function NoteList({ held, scene }: NoteListProps) {
  const { terms } = useMarks();
  const [room, setRoom] = useState(step);
  const found = useMemo(
    () => orderedNotes(held.notes).filter((note) => noteMatches(note, terms)),
    [held.notes, terms],
  );
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
            <NoteCard note={note} held={held} scene={scene} />
          </li>
        ))}
      </ul>
      {found.length > shown.length && (
        <Button className="self-center" onClick={() => setRoom(room + step)}>
          Show more ({(found.length - shown.length).toLocaleString('en')} left)
        </Button>
      )}
    </>
  );
}
