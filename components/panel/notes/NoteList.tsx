import { t } from '@lingui/core/macro';
import { memo, startTransition, useEffect, useMemo, useState } from 'react';
import type { ReplicaRow } from '../../../lib/model/note';
import { noteMatches, orderedNotes } from '../../../lib/notes/note-list';
import { replicasByNote } from '../../../lib/notes/replicas';
import { plainWords } from '../../../lib/replies/markdown-words';
import type { StoredNotes } from '../../../lib/storage/note-queries';
import { formatNumber } from '../../../lib/text/format-number';
import { useMarks } from '../../text/marks';
import { Button } from '../../ui/Button';
import { NoteCard } from './NoteCard';
import type { NotesScene } from './notes-scene';
import { useNotesView } from './notes-store';

/** This many cards fill the panel; the others follow right after, without delaying these. */
const cardsAtFirst = 6;

/** This many more cards each time they are requested: hundreds at once would be slow to appear. */
const cardsPerStep = 40;

interface NoteListProps {
  stored: StoredNotes;
  scene: NotesScene;
}

const noReplicas: readonly ReplicaRow[] = [];

/** The person's notes, pinned ones first. Rendered again only when they change, not while somebody types. */
export const NoteList = memo(function NoteList({ stored, scene }: NoteListProps) {
  const { terms } = useMarks();
  const [room, setRoom] = useState(cardsAtFirst);
  const editing = useNotesView((view) => view.editing);
  const found = useMemo(
    () =>
      orderedNotes(stored.notes, editing).filter((note) => noteMatches(note, terms, plainWords)),
    [stored.notes, editing, terms],
  );
  const replicas = useMemo(() => replicasByNote(stored.replicas), [stored.replicas]);
  const wanted = useNotesView((view) => view.wanted);
  const wantedRank = found.findIndex(({ id }) => id === wanted) + 1;
  useEffect(() => {
    startTransition(() => setRoom((before) => Math.max(before, cardsPerStep, wantedRank)));
  }, [wantedRank]);
  const shown = found.slice(0, room);
  const left = formatNumber(found.length - shown.length);
  if (found.length === 0) {
    if (terms.length === 0) return null;
    return <p role="status" className="text-12 text-ink-faint">{t`No note matches.`}</p>;
  }
  return (
    <>
      <ul aria-label={t`Notes`} className="flex flex-col gap-1.5">
        {shown.map((note) => (
          <li key={note.id}>
            <NoteCard note={note} replicas={replicas.get(note.id) ?? noReplicas} scene={scene} />
          </li>
        ))}
      </ul>
      {room > cardsAtFirst && found.length > shown.length && (
        <Button
          className="self-center"
          onClick={() => setRoom(room + cardsPerStep)}
        >{t`Show more (${left} left)`}</Button>
      )}
    </>
  );
});
