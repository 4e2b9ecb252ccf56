import { isResting } from '../../http/retry';
import { type ContactRef, isAbsentRef } from '../../model/ids';
import type { NoteRow, ReplicaRow } from '../../model/note';
import { copyOf } from '../../notes/merge-copy';
import { wantsCopy } from '../../notes/wants-copy';
import type { NoteChange } from '../../platforms/contract/notes';
import type { DesksideDatabase } from '../../storage/database';

/** A replica whose turn has come, and what is to be done there. */
export interface PlannedChange {
  row: ReplicaRow;
  change: NoteChange;
}

/** Whether a replica is to be worked on now (epoch ms); one without a contact has nowhere to go. */
export function isDue(row: ReplicaRow, now: number): boolean {
  if (isAbsentRef(row.contact)) return false;
  return row.state === 'waiting' || (row.state === 'retrying' && !isResting(row.retryAt ?? 0, now));
}

/** The replicas of a contact whose turn has come. */
export async function dueAt(
  database: DesksideDatabase,
  ref: ContactRef,
  now: number,
): Promise<ReplicaRow[]> {
  const rows = await database.replicas.where('contact').equals(ref).toArray();
  return rows.filter((row) => isDue(row, now));
}

/**
 * The changes that bring a contact's due replicas to what their notes want. Settles at once what
 * needs no call: a copy that is not wanted and never was there, or a note whose text is disputed.
 */
export async function planChanges(
  database: DesksideDatabase,
  ref: ContactRef,
  now: number,
): Promise<PlannedChange[]> {
  return database.transaction('rw', ['notes', 'replicas'], async () => {
    const planned: PlannedChange[] = [];
    for (const row of await dueAt(database, ref, now)) {
      const note = await database.notes.get(row.noteId);
      const change = changeFor(note, row);
      if (change === 'none') await database.replicas.delete([row.noteId, row.contact]);
      else if (change === 'conflict') {
        await database.replicas.put({ ...row, state: 'blocked', reason: 'conflict' });
      } else planned.push({ row, change });
    }
    return planned;
  });
}

function changeFor(note: NoteRow | undefined, row: ReplicaRow): NoteChange | 'none' | 'conflict' {
  const { remoteId, noteId } = row;
  if (note === undefined) return 'none';
  if (note.conflict !== undefined) return 'conflict';
  if (wantsCopy(note, row)) {
    const copy = copyOf(note);
    return remoteId === undefined ? { kind: 'create', copy } : { kind: 'update', copy, remoteId };
  }
  return remoteId === undefined ? 'none' : { kind: 'remove', noteId, remoteId };
}
