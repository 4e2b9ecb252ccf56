import type { NoteRow, ReplicaRow } from '../../model/note';
import { mergeCopy } from '../../notes/merge-copy';
import type { FoundCopy } from '../../notes/note-copy';
import { sameText } from '../../notes/note-text';
import type { NoteChange, RemoteNotes } from '../../platforms/contract/notes';
import type { WorkerPorts } from '../ports';
import { type CopyTarget, wantsCopy } from './copy-target';
import { detectRemoved } from './detect-removed';

/**
 * Merges what a platform holds for a contact: copies into the notes and their replicas, the
 * platform's own notes beside them. All or nothing. Returns the removals of copies that are there
 * twice; a copy that somebody changed is never one of them.
 */
export async function mergeRemoteNotes(
  ports: WorkerPorts,
  target: CopyTarget,
  remote: RemoteNotes,
): Promise<NoteChange[]> {
  const { database } = ports;
  const tables = ['notes', 'replicas', 'nativeNotes', 'connections'];
  return database.transaction('rw', tables, async () => {
    // Removed in the meantime: nothing of it may be written any more.
    if ((await database.connections.get(target.connection.id)) === undefined) return [];
    await replaceNatives(ports, target, remote);
    const surplus: NoteChange[] = [];
    const found = new Set<string>();
    for (const copy of remote.copies) {
      const note = await mergeRemoteCopy(ports, target, copy);
      if (!found.has(copy.id)) await upsertReplica(ports, target, note, copy);
      else if (!copy.edited && isInHistory(copy, note)) {
        surplus.push({ kind: 'remove', noteId: copy.id, remoteId: copy.remoteId });
      }
      found.add(copy.id);
    }
    await detectRemoved(ports, target, remote, found);
    return surplus;
  });
}

/** Whether a copy's text is in the note or its history, so that nothing is lost with the copy. */
function isInHistory({ text }: FoundCopy, note: NoteRow): boolean {
  return [note, ...note.versions].some((version) => sameText(version.text, text));
}

async function replaceNatives(
  { database, now }: WorkerPorts,
  { contact }: CopyTarget,
  remote: RemoteNotes,
): Promise<void> {
  const { connectionId, id: contactId } = contact;
  await database.nativeNotes
    .where('[connectionId+contactId]')
    .equals([connectionId, contactId])
    .delete();
  const rows = remote.natives.map((note) => ({
    ...note,
    connectionId,
    contactId,
    fetchedAt: now(),
  }));
  await database.nativeNotes.bulkPut(rows);
}

/** Merges one copy into its note; where that made a new revision, the other copies have to follow. */
async function mergeRemoteCopy(
  { database, now }: WorkerPorts,
  target: CopyTarget,
  copy: FoundCopy,
): Promise<NoteRow> {
  const before = await database.notes.get(copy.id);
  const note = mergeCopy(before, copy, {
    contact: target.ref,
    connectionId: target.connection.id,
    platform: target.platform,
    now: now(),
  });
  if (note === before) return note;
  await database.notes.put(note);
  if (note.revision !== before?.revision) {
    await database.replicas
      .where('noteId')
      .equals(note.id)
      .filter(({ state, reason }) => state === 'delivered' || reason === 'conflict')
      .modify({ state: 'waiting', reason: undefined });
  }
  return note;
}

async function upsertReplica(
  { database, now }: WorkerPorts,
  { ref, connection }: CopyTarget,
  note: NoteRow,
  copy: FoundCopy,
): Promise<void> {
  if (note.declined?.includes(ref) === true) return;
  const before = await database.replicas.get([note.id, ref]);
  const replica = {
    noteId: note.id,
    contact: ref,
    connectionId: connection.id,
    remoteId: copy.remoteId,
    revision: copy.revision,
    seenAt: now(),
    updatedAt: now(),
  };
  const isAgreed = !copy.edited && copy.revision === note.revision && note.conflict === undefined;
  const isCurrent = isAgreed && wantsCopy(note, replica);
  if (isCurrent) await database.replicas.put({ ...replica, state: 'delivered' });
  else await database.replicas.put({ ...stillDue(before), ...replica });
  // A contact that was merged into this one took its copies along.
  await database.replicas
    .where('noteId')
    .equals(note.id)
    .filter((row) => row.connectionId === connection.id && row.reason === 'contact-gone')
    .delete();
}

/** What was failing goes on failing; everything else is due. */
function stillDue(before: ReplicaRow | undefined): Pick<ReplicaRow, 'state'> {
  const { state, reason, retryAt, attempts } = before ?? { state: 'waiting' };
  const isFailing = state === 'retrying' || state === 'failed' || state === 'blocked';
  return isFailing && reason !== 'conflict'
    ? { state, ...{ reason, retryAt, attempts } }
    : { state: 'waiting' };
}
