import type { ReplicaRow } from '../model/note';

/** Reasons for which nobody can do anything but wait. */
const patient: readonly (string | undefined)[] = ['no-contact', 'no-handle'];

/** Whether a copy cannot proceed by itself: somebody has to retry, choose, or give it up. */
export function isStuck({ state, reason }: ReplicaRow): boolean {
  if (state === 'blocked') return !patient.includes(reason);
  return state === 'failed' || state === 'removed-there';
}

/** The copies of many notes, by note id. */
export function replicasByNote(
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
