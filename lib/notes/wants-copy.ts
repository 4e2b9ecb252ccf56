import type { NoteRow, ReplicaRow } from '../model/note';

/** Whether a note is to have a copy at a replica's contact. */
export function wantsCopy(
  note: NoteRow,
  { connectionId, contact }: Pick<ReplicaRow, 'connectionId' | 'contact'>,
): boolean {
  if (note.deletedAt !== undefined || note.scope.kind === 'browser') return false;
  if (note.parted?.includes(contact) === true) return false;
  return note.scope.kind === 'everywhere' || note.scope.connectionId === connectionId;
}
