import type { NoteRow } from '../../model/note';
import { contactOfRef } from '../../storage/panel-queries';
import type { WorkerPorts } from '../ports';
import { keepNote } from './note-keeping';

/** A note's copy that somebody has a wish about, and beside whom; both are a `contactRef`. */
export interface CopyWish {
  contact: string;
  anchor: string;
}

/**
 * Makes a copy due again. One that was taken away there, or given up here, comes back as a new
 * revision: that somebody wants it counts as much as an edit, against a colleague who deleted the
 * note, and what may be there already is looked for first.
 */
export async function retryCopy(
  ports: WorkerPorts,
  note: NoteRow,
  { contact, anchor }: CopyWish,
): Promise<void> {
  const { replicas } = ports.database;
  const row = await replicas.get([note.id, contact]);
  const declined = note.declined?.filter((ref) => !isSameAccount(ref, contact));
  if (row === undefined && declined?.length === note.declined?.length) return;
  if (row !== undefined) {
    const due = { state: 'waiting', reason: undefined, retryAt: undefined } as const;
    await replicas.update([note.id, contact], due);
    if (row.state !== 'removed-there') return;
  }
  await keepNote(ports, { ...note, declined, revision: note.revision + 1 }, anchor);
}

/** Gives a copy up: the note stays here and is not written there. */
export async function discardCopy(
  { database }: WorkerPorts,
  { id, declined = [] }: NoteRow,
  contact: string,
): Promise<void> {
  await database.transaction('rw', ['notes', 'replicas'], async () => {
    await database.replicas.delete([id, contact]);
    await database.notes.update(id, { declined: [...new Set([...declined, contact])] });
  });
}

function isSameAccount(one: string, other: string): boolean {
  return contactOfRef(one).connectionId === contactOfRef(other).connectionId;
}
