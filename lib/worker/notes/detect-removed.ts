import { isAbsentRef } from '../../model/ids';
import type { NoteRow, ReplicaRow } from '../../model/note';
import type { RemoteNotes } from '../../platforms/contract/notes';
import type { WorkerPorts } from '../ports';
import { type CopyTarget, wantsCopy } from './copy-target';

/** Copies that were there and are not any longer. */
export async function detectRemoved(
  ports: WorkerPorts,
  target: CopyTarget,
  remote: RemoteNotes,
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
      await replicas.put(removedReplica(row, remote, ports.now()));
      await followDeletion(ports, note);
    }
  }
}

/**
 * In a text field a copy that nobody has seen yet, while others of ours are there, was overwritten
 * by a browser that wrote at the same moment; every other one was taken away by somebody.
 */
function removedReplica(row: ReplicaRow, remote: RemoteNotes, now: number): ReplicaRow {
  const { noteId, contact, connectionId } = row;
  const wasOverwritten =
    remote.field !== undefined && remote.copies.length > 0 && row.seenAt === undefined;
  const state = wasOverwritten ? 'waiting' : 'removed-there';
  return { noteId, contact, connectionId, state, updatedAt: now };
}

/**
 * Follows a deletion made elsewhere: when every copy was taken away, the note is deleted here too,
 * as a tombstone that can be restored. A single text field that lost its block is not enough: the
 * customer's own site may have overwritten it.
 */
async function followDeletion(ports: WorkerPorts, note: NoteRow): Promise<void> {
  const { replicas, notes } = ports.database;
  const all = await replicas.where('noteId').equals(note.id).toArray();
  const assigned = all.filter(({ contact }) => !isAbsentRef(contact));
  if (assigned.some(({ state }) => state !== 'removed-there')) return;
  const lists = await Promise.all(assigned.map((row) => isInList(ports, row)));
  if (assigned.length < 2 && !lists.includes(true)) return;
  await notes.update(note.id, { deletedAt: ports.now(), deletedThere: true });
  await replicas.where('noteId').equals(note.id).delete();
}

async function isInList(ports: WorkerPorts, { connectionId }: ReplicaRow): Promise<boolean> {
  const connection = await ports.database.connections.get(connectionId);
  if (connection === undefined) return false;
  const { capabilities } = ports.definitionOf(connection.platform).descriptor;
  return capabilities.notes?.kind === 'list';
}
