import type { NoteRow, ReplicaRow } from '../../model/note';
import { contactOfRef } from '../../storage/panel-queries';
import type { WorkerPorts } from '../ports';

/**
 * Follows a deletion made elsewhere: when every copy was taken away, the note is deleted here too,
 * as a tombstone that can be restored. A single text field that lost its block is not enough: the
 * customer's own site may have overwritten it.
 */
export async function followDeletion(ports: WorkerPorts, note: NoteRow): Promise<void> {
  const { replicas, notes } = ports.database;
  const all = await replicas.where('noteId').equals(note.id).toArray();
  const placed = all.filter(({ contact }) => contactOfRef(contact).id !== '');
  if (placed.some(({ state }) => state !== 'removed-there')) return;
  const lists = await Promise.all(placed.map((row) => isInList(ports, row)));
  if (placed.length < 2 && !lists.includes(true)) return;
  await notes.update(note.id, { deletedAt: ports.now(), deletedThere: true });
  await replicas.where('noteId').equals(note.id).delete();
}

async function isInList(ports: WorkerPorts, { connectionId }: ReplicaRow): Promise<boolean> {
  const connection = await ports.database.connections.get(connectionId);
  if (connection === undefined) return false;
  const { capabilities } = ports.definitionOf(connection.platform).descriptor;
  return capabilities.notes?.kind === 'list';
}
