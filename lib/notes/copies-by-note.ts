import type { ReplicaRow } from '../model/note';

/** The copies of many notes, by note id. */
export function copiesByNote(
  replicas: readonly ReplicaRow[],
): ReadonlyMap<string, readonly ReplicaRow[]> {
  const sorted = new Map<string, ReplicaRow[]>();
  for (const replica of replicas) {
    const own = sorted.get(replica.noteId);
    if (own === undefined) sorted.set(replica.noteId, [replica]);
    else own.push(replica);
  }
  return sorted;
}
