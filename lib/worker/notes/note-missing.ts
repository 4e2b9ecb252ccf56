import type { ReplicaRow } from '../../model/note';
import type { HeldNotes } from '../../platforms/contract/notes';
import type { WorkerPorts } from '../ports';
import { followDeletion } from './note-followed-deletion';
import { type NoteTarget, wantsCopy } from './note-place';

/** Copies that were there and are not any longer. */
export async function missCopies(
  ports: WorkerPorts,
  target: NoteTarget,
  held: HeldNotes,
  found: ReadonlySet<string>,
): Promise<void> {
  const { replicas, notes } = ports.database;
  const rows = await replicas.where('contact').equals(target.ref).toArray();
  for (const row of rows.filter(({ noteId }) => !found.has(noteId))) {
    const note = await notes.get(row.noteId);
    if (note === undefined || !wantsCopy(note, row)) {
      await replicas.delete([row.noteId, row.contact]);
    } else if (row.revision === undefined) {
      await replicas.update([row.noteId, row.contact], { uncertain: undefined });
    } else {
      await replicas.put(missed(row, held, ports.now()));
      await followDeletion(ports, note);
    }
  }
}

/**
 * In a text field a copy that nobody has seen yet, while others of ours are there, was overwritten
 * by a browser that wrote at the same moment; every other one was taken away by somebody.
 */
function missed(row: ReplicaRow, held: HeldNotes, now: number): ReplicaRow {
  const { noteId, contact, connectionId } = row;
  const wasOverwritten =
    held.field !== undefined && held.copies.length > 0 && row.seenAt === undefined;
  const state = wasOverwritten ? 'waiting' : 'removed-there';
  return { noteId, contact, connectionId, state, updatedAt: now };
}
