import type { ReplicaRow } from '../../model/note';
import type { NoteChange } from '../../platforms/contract/notes';
import type { WorkerPorts } from '../ports';
import { wantsCopy } from './copy-target';
import type { PlannedChange } from './due-changes';
import { outcomeOfFailure } from './retry';

/** Records, before a copy is created, that it may be there from now on. */
export async function expectCopies(
  { database }: WorkerPorts,
  planned: readonly PlannedChange[],
): Promise<void> {
  const created = planned.filter(({ change }) => change.kind === 'create');
  await Promise.all(
    created.map(({ row }) =>
      database.replicas.update([row.noteId, row.contact], { uncertain: true }),
    ),
  );
}

/** Records that a change was made. The note may have moved on meanwhile: then it is due again. */
export async function recordWritten(
  { database, now }: WorkerPorts,
  { row: { noteId, contact }, change }: PlannedChange,
  remoteId: string | undefined,
): Promise<void> {
  await database.transaction('rw', ['notes', 'replicas'], async () => {
    const [row, note] = await Promise.all([
      database.replicas.get([noteId, contact]),
      database.notes.get(noteId),
    ]);
    if (row === undefined) return;
    const isWanted = note !== undefined && wantsCopy(note, row);
    if (change.kind === 'remove' && !isWanted) await database.replicas.delete([noteId, contact]);
    else {
      const isCurrent = isWanted && revisionOf(change) === note.revision;
      await database.replicas.put({
        ...keysOf(row),
        ...remoteCopyOf(change, remoteId),
        state: isCurrent ? 'delivered' : 'waiting',
        updatedAt: now(),
      });
    }
  });
}

/** Records that changes failed, and when they are tried again. */
export async function recordFailure(
  { database, now }: WorkerPorts,
  rows: readonly ReplicaRow[],
  error: unknown,
): Promise<void> {
  await database.transaction('rw', ['replicas'], async () => {
    for (const { noteId, contact } of rows) {
      const row = await database.replicas.get([noteId, contact]);
      if (row === undefined) continue;
      const outcome = outcomeOfFailure(error, row, now());
      await database.replicas.put({ ...row, ...outcome, updatedAt: now() });
    }
  });
}

function keysOf({ noteId, contact, connectionId, seenAt }: ReplicaRow) {
  return { noteId, contact, connectionId, seenAt };
}

function revisionOf(change: NoteChange): number | undefined {
  return change.kind === 'remove' ? undefined : change.copy.revision;
}

function remoteCopyOf(
  change: NoteChange,
  remoteId: string | undefined,
): Pick<ReplicaRow, 'remoteId' | 'revision'> {
  return change.kind === 'remove' ? {} : { remoteId, revision: change.copy.revision };
}
