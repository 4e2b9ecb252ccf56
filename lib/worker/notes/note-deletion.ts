import type { NoteRow } from '../../model/note';
import { versionOf, withVersion } from '../../notes/versions';
import type { WorkerPorts } from '../ports';
import { keepNote } from './note-keeping';

/** Deletes a note: a tombstone stays until all its copies are gone, and to take it back. */
export async function deleteNote(ports: WorkerPorts, note: NoteRow): Promise<void> {
  const { conflict } = note;
  // Whoever deletes has seen both texts: neither is a reason to ask again.
  const settled =
    conflict === undefined
      ? note
      : {
          ...withVersion(note, versionOf(note)),
          revision: Math.max(note.revision, conflict.revision),
        };
  const deleted = { ...settled, deletedAt: ports.now(), deletedThere: undefined };
  await keepNote(ports, deleted, note.contacts[0] ?? '');
}

/** Takes a deletion back, as a new revision, for the person at `anchor` (a `contactRef`). */
export async function restoreNote(
  ports: WorkerPorts,
  note: NoteRow,
  anchor: string,
): Promise<void> {
  if (note.deletedAt === undefined) return;
  const revision = note.revision + 1;
  const back = { ...note, revision, deletedAt: undefined, deletedThere: undefined };
  await keepNote(ports, back, anchor);
}
