import { absentRef, type ContactRef, parseContactRef } from '../../model/ids';
import type { DesksideDatabase } from '../../storage/database';
import { isFresh } from '../freshness';
import type { WorkerPorts } from '../ports';
import { notesAccess, refsOfPerson } from './copy-target';
import { syncContact } from './sync';

const lastReadAt = new WeakMap<DesksideDatabase, Map<ContactRef, number>>();

/**
 * Reads the notes of the person on screen from every platform that holds some, except where that
 * was done within a minute, unless forced; notes that waited for a contact go to those that are
 * known now. Failures show in the replicas. Rejects only when aborted.
 */
export async function refreshNotes(
  ports: WorkerPorts,
  anchor: ContactRef,
  { force, signal }: { force: boolean; signal: AbortSignal },
): Promise<void> {
  const refs = await readable(ports, await refsOfPerson(ports, anchor));
  await assignWaiting(ports, refs);
  await retryWithoutHandle(ports, refs);
  const times = lastReadAt.get(ports.database) ?? new Map<ContactRef, number>();
  lastReadAt.set(ports.database, times);
  await Promise.all(
    refs.map(async (ref) => {
      const at = ports.now();
      const isStale = force || !isFresh(times.get(ref), at);
      if (await syncContact(ports, ref, { signal, read: isStale })) times.set(ref, at);
    }),
  );
}

/** Those whose platform keeps notes. */
async function readable(ports: WorkerPorts, refs: readonly ContactRef[]): Promise<ContactRef[]> {
  const connections = await ports.database.connections.toArray();
  const able = connections.filter((connection) => notesAccess(ports, connection) !== undefined);
  const ids = new Set(able.map(({ id }) => id));
  return refs.filter((ref) => ids.has(parseContactRef(ref).connectionId));
}

/** An id of the contact that was missing may be known by now; the platform's adapter can tell. */
async function retryWithoutHandle(
  { database }: WorkerPorts,
  refs: readonly ContactRef[],
): Promise<void> {
  await database.replicas
    .where('contact')
    .anyOf(refs)
    .filter(({ state, reason }) => state === 'blocked' && reason === 'no-handle')
    .modify({ state: 'waiting', reason: undefined });
}

/** Gives notes of the person that wait for a contact on a connection the first one known there. */
async function assignWaiting({ database, now }: WorkerPorts, refs: readonly ContactRef[]) {
  await database.transaction('rw', ['notes', 'replicas'], async () => {
    const notes = await database.notes.where('contacts').anyOf(refs).distinct().primaryKeys();
    for (const ref of refs) {
      const { connectionId } = parseContactRef(ref);
      const absent = absentRef(connectionId);
      const waiting = await database.replicas
        .where('contact')
        .equals(absent)
        .filter(({ noteId }) => notes.includes(noteId))
        .toArray();
      for (const { noteId } of waiting) {
        await database.replicas.delete([noteId, absent]);
        const known = await database.replicas.get([noteId, ref]);
        const row = { noteId, contact: ref, connectionId, updatedAt: now() };
        if (known === undefined) await database.replicas.put({ ...row, state: 'waiting' });
      }
    }
  });
}
