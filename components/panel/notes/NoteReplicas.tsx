import type { NoteRow, ReplicaRow } from '../../../lib/model/note';
import { givenUp } from '../../../lib/notes/given-up';
import { replicaWords } from '../../../lib/notes/replica-words';
import { useNow } from '../use-now';
import type { NotesScene } from './notes-scene';
import { AfterAll, ReplicaActions } from './ReplicaActions';
import { ReplicaLine } from './ReplicaLine';

interface NoteReplicasProps {
  note: NoteRow;
  replicas: readonly ReplicaRow[];
  scene: NotesScene;
}

/** Where a note is by now, and what to do about where it is not. */
export function NoteReplicas({ note, replicas, scene }: NoteReplicasProps) {
  const { anchor, labels, refs, targets } = scene;
  const now = useNow(10_000);
  const isDeleted = note.deletedAt !== undefined;
  const label = (replica: ReplicaRow) => labels.get(replica.connectionId) ?? 'A removed account';
  const told = replicas.map((replica) => ({
    replica,
    words: replicaWords(replica, { platformLabel: label(replica), now, isDeleted }),
  }));
  const arrived = told.filter(({ words }) => words.tone === 'good');
  const others = told.filter(({ words }) => words.tone !== 'good');
  const strangers = arrived.filter(({ replica }) => !refs.includes(replica.contact));
  const declined = isDeleted ? [] : givenUp(note, replicas, targets);
  if (told.length + declined.length === 0) {
    return isDeleted ? null : <ReplicaLine tone="wait">Only in this browser.</ReplicaLine>;
  }
  return (
    <ul aria-label="Where it is" className="flex flex-col">
      {arrived.length > 0 && !isDeleted && (
        <li>
          <ReplicaLine tone="good">
            In {[...new Set(arrived.map(({ replica }) => label(replica)))].join(', ')}
          </ReplicaLine>
        </li>
      )}
      {others.map(({ replica, words }) => (
        <li key={replica.contact}>
          <ReplicaLine tone={words.tone}>{words.sentence}</ReplicaLine>
          <ReplicaActions replica={replica} words={words} anchor={anchor} />
        </li>
      ))}
      {declined.map(({ contact, label: platform }) => (
        <li key={contact}>
          <ReplicaLine tone="wait">{platform}: no longer written there, by choice.</ReplicaLine>
          <AfterAll noteId={note.id} contact={contact} anchor={anchor} />
        </li>
      ))}
      {strangers.map(({ replica }) => (
        <li key={replica.contact}>
          <ReplicaLine tone="wait">
            The contact in {label(replica)} is no longer joined with this person; the note stays
            there.
          </ReplicaLine>
        </li>
      ))}
    </ul>
  );
}
