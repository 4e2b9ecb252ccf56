import { isAbsentRef, parseContactRef } from '../../model/ids';
import type { NoteRow, ReplicaRow } from '../../model/note';
import { wantsCopy } from '../../notes/wants-copy';
import type { RemoteNotes } from '../../platforms/contract/notes';
import { isSameRow } from '../../storage/same-row';
import type { WorkerPorts } from '../ports';
import type { CopyTarget } from './copy-target';
import { recogniseRow } from './recognise-row';
import { isOverOnceRead } from './retry';

/** How many writes a block may be behind if it was written without seeing a later one of ours. */
const mostBehind = 64;

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
    const key: [string, string] = [row.noteId, row.contact];
    if (note === undefined || !wantsCopy(note, row)) await replicas.delete(key);
    else if (row.revision === undefined) {
      // A pasted row that the note was to replace may have been removed by then.
      const isThere = remote.natives.some(({ id }) => id.endsWith(`/${row.remoteId}`));
      await replicas.update(key, {
        uncertain: undefined,
        ...(!isThere && { remoteId: undefined }),
        ...(isOverOnceRead(row) && { state: 'waiting', reason: undefined }),
      });
    } else if (recogniseRow(row, remote, target.kind) !== undefined) {
      await replicas.update(key, { state: 'removed-there', reason: 'line-removed' });
    } else {
      const next = removedReplica(row, remote);
      if (!isSameRow(row, next)) await replicas.put({ ...next, updatedAt: ports.now() });
      await followDeletion(ports, note);
    }
  }
}

/**
 * In a text field a copy was overwritten when the block there was not written later than the one that put it
 * there: that browser wrote at the same moment. Every other copy was taken away by somebody.
 */
function removedReplica(row: ReplicaRow, { serial }: RemoteNotes): ReplicaRow {
  const { noteId, contact, connectionId, revision, updatedAt } = row;
  const kept = { noteId, contact, connectionId, updatedAt };
  const behind = (row.serial ?? Number.NaN) - (serial ?? Number.NaN);
  if (row.state !== 'removed-there' && behind >= 0 && behind < mostBehind) {
    return { ...kept, state: 'waiting' };
  }
  return { ...kept, revision, state: 'removed-there' };
}

/**
 * Follows a deletion made elsewhere: when every copy was taken away, the note is deleted here too, as a
 * tombstone that can be restored. A single text field that lost its block is not enough: the customer's own
 * site may have overwritten it. A text that was on no platform yet cannot be what the person who deleted the
 * note meant: it stays, and is written again.
 */
async function followDeletion(ports: WorkerPorts, note: NoteRow): Promise<void> {
  const { replicas, notes } = ports.database;
  const all = await replicas.where('noteId').equals(note.id).toArray();
  const reachable = await Promise.all(all.map((row) => isReachable(ports, row)));
  const assigned = all.filter((_row, index) => reachable[index] === true);
  const isRemoved = ({ state, reason }: ReplicaRow) =>
    state === 'removed-there' && reason !== 'line-removed';
  if (assigned.length === 0 || !assigned.every(isRemoved)) return;
  const lists = await Promise.all(assigned.map((row) => isInList(ports, row)));
  if (assigned.length < 2 && !lists.includes(true)) return;
  if (assigned.every(({ revision = 0 }) => revision < note.revision)) {
    const due = assigned.map(({ noteId, contact, connectionId, updatedAt }): ReplicaRow => {
      return { noteId, contact, connectionId, state: 'waiting', updatedAt };
    });
    await replicas.bulkPut(due);
    return;
  }
  await notes.update(note.id, { deletedAt: ports.now(), deletedThere: true });
  await replicas.where('noteId').equals(note.id).delete();
}

/** Where the contact itself is gone, a missing copy does not show that somebody took it away. */
async function isReachable({ database }: WorkerPorts, row: ReplicaRow): Promise<boolean> {
  if (isAbsentRef(row.contact) || row.reason === 'contact-gone') return false;
  const { connectionId, id } = parseContactRef(row.contact);
  const contact = await database.contacts.get([connectionId, id]);
  return contact !== undefined && contact.goneAt === undefined;
}

async function isInList(ports: WorkerPorts, { connectionId }: ReplicaRow): Promise<boolean> {
  const connection = await ports.database.connections.get(connectionId);
  if (connection === undefined) return false;
  const { capabilities } = ports.definitionOf(connection.platform);
  return capabilities.notes?.kind === 'list';
}
