import type { NoteRow, ReplicaRow } from '../model/note';
import { type NoteAccount, targetsOf } from './reach';

/** A place where a note is not written because somebody gave that up. */
export interface GivenUp {
  /** `contactRef` that was given up. */
  contact: string;
  /** For people: the platform or account. */
  label: string;
}

/** The accounts of a note's scope where it was given up and is not on its way again. */
export function givenUp(
  note: NoteRow,
  replicas: readonly ReplicaRow[],
  targets: readonly NoteAccount[],
): GivenUp[] {
  const held = new Set(replicas.map(({ connectionId }) => connectionId));
  return targetsOf(note.scope, targets)
    .filter(({ connectionId }) => !held.has(connectionId))
    .flatMap(({ connectionId, label }) => {
      const contact = note.declined?.find((ref) => ref.startsWith(`${connectionId}/`));
      return contact === undefined ? [] : [{ contact, label }];
    });
}
