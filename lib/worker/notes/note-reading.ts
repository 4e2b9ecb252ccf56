import type { NoteRow, ReplicaRow } from '../../model/note';
import type { HeldCopy } from '../../notes/copy';
import { mergeCopy } from '../../notes/merge';
import { sameText } from '../../notes/text';
import type { HeldNotes, NoteChange } from '../../platforms/contract/notes';
import type { WorkerPorts } from '../ports';
import { missCopies } from './note-missing';
import { type NoteTarget, wantsCopy } from './note-place';

/**
 * Takes in what a platform holds for a contact: copies into the notes and their replicas, the
 * platform's own notes beside them. All or nothing. Returns the removals of copies that are there
 * twice; a copy that somebody changed is never one of them.
 */
export async function takeIn(
  ports: WorkerPorts,
  target: NoteTarget,
  held: HeldNotes,
): Promise<NoteChange[]> {
  const { database } = ports;
  const tables = ['notes', 'replicas', 'nativeNotes', 'connections'];
  return database.transaction('rw', tables, async () => {
    // Removed in the meantime: nothing of it may be written any more.
    if ((await database.connections.get(target.connection.id)) === undefined) return [];
    await takeInNatives(ports, target, held);
    const surplus: NoteChange[] = [];
    const found = new Set<string>();
    for (const copy of held.copies) {
      const note = await takeInCopy(ports, target, copy);
      if (!found.has(copy.id)) await takeInPlace(ports, target, note, copy);
      else if (!copy.edited && isKept(copy, note)) {
        surplus.push({ kind: 'remove', noteId: copy.id, remoteId: copy.remoteId });
      }
      found.add(copy.id);
    }
    await missCopies(ports, target, held, found);
    return surplus;
  });
}

/** Whether a copy's text is in the note or its history, so that nothing is lost with the copy. */
function isKept({ text }: HeldCopy, note: NoteRow): boolean {
  return [note, ...note.versions].some((version) => sameText(version.text, text));
}

async function takeInNatives(
  { database, now }: WorkerPorts,
  { contact }: NoteTarget,
  held: HeldNotes,
): Promise<void> {
  const { connectionId, id: contactId } = contact;
  await database.nativeNotes
    .where('[connectionId+contactId]')
    .equals([connectionId, contactId])
    .delete();
  const rows = held.natives.map((note) => ({ ...note, connectionId, contactId, fetchedAt: now() }));
  await database.nativeNotes.bulkPut(rows);
}

/** Merges one copy into its note; where that made a new revision, the other copies have to follow. */
async function takeInCopy(
  { database, now }: WorkerPorts,
  target: NoteTarget,
  copy: HeldCopy,
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

async function takeInPlace(
  { database, now }: WorkerPorts,
  { ref, connection }: NoteTarget,
  note: NoteRow,
  copy: HeldCopy,
): Promise<void> {
  if (note.declined?.includes(ref) === true) return;
  const before = await database.replicas.get([note.id, ref]);
  const place = {
    noteId: note.id,
    contact: ref,
    connectionId: connection.id,
    remoteId: copy.remoteId,
    revision: copy.revision,
    seenAt: now(),
    updatedAt: now(),
  };
  const isAgreed = !copy.edited && copy.revision === note.revision && note.conflict === undefined;
  const isCurrent = isAgreed && wantsCopy(note, place);
  if (isCurrent) await database.replicas.put({ ...place, state: 'delivered' });
  else await database.replicas.put({ ...stillDue(before), ...place });
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
