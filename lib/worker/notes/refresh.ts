import { type ContactRef, contactRef, parseContactRef } from '../../model/ids';
import type { ReplicaRow } from '../../model/note';
import { claimedCopy } from '../../notes/unproven-note';
import type { DesksideDatabase } from '../../storage/database';
import { isFresh } from '../freshness';
import type { WorkerPorts } from '../ports';
import { notesAccess, refsOfPerson } from './copy-target';
import { placeNotes } from './placement';
import { syncContact } from './sync';
import { syncAndRecord } from './sync-and-record';

const lastReadAt = new WeakMap<DesksideDatabase, Map<ContactRef, number>>();

/**
 * Reads the notes of the person on screen from every platform that has some, except where that was done
 * within a minute, unless forced; notes that waited for a contact go to those that are known now. Failures
 * show in the replicas and in the person's sources. Rejects only when aborted.
 */
export async function refreshNotes(
  ports: WorkerPorts,
  anchor: ContactRef,
  { force, signal }: { force: boolean; signal: AbortSignal },
): Promise<void> {
  const refs = await readableRefs(ports, await refsOfPerson(ports, anchor));
  await placeNotes(ports, refs);
  await retryWithoutHandle(ports, refs);
  const times = readTimes(ports.database);
  await Promise.all(
    refs.map(async (ref) => {
      const at = ports.now();
      const isStale = force || !isFresh(times.get(ref), at);
      if (await syncAndRecord(ports, anchor, ref, { signal, read: isStale })) times.set(ref, at);
    }),
  );
  await readProven(ports, anchor, refs, signal);
}

/** Reads again what has lines that have been proven in the meantime by another platform's copy. */
export async function readProven(
  ports: WorkerPorts,
  anchor: ContactRef,
  refs: readonly ContactRef[],
  signal: AbortSignal,
): Promise<void> {
  const { nativeNotes, notes } = ports.database;
  const keys = refs.map(parseContactRef).map(({ connectionId, id }) => [connectionId, id]);
  const rows = await nativeNotes.where('[connectionId+contactId]').anyOf(keys).toArray();
  const proven = new Set<ContactRef>();
  for (const { connectionId, contactId, id } of rows) {
    const claimed = claimedCopy(id);
    if (claimed === undefined) continue;
    const note = await notes.get(claimed.id);
    const isTheirs = note?.contacts.some((ref) => refs.includes(ref)) === true;
    if (isTheirs) proven.add(contactRef({ connectionId, id: contactId }));
  }
  const options = { signal, read: true, beside: anchor };
  await Promise.all([...proven].map((ref) => syncContact(ports, ref, options)));
}

/** When (epoch ms) each contact's notes were read last. */
export function readTimes(database: DesksideDatabase): Map<ContactRef, number> {
  const times = lastReadAt.get(database) ?? new Map<ContactRef, number>();
  lastReadAt.set(database, times);
  return times;
}

/** After something was erased: what was read a moment ago is not stored any more, and is read again. */
export function forgetReadTimes(database: DesksideDatabase): void {
  lastReadAt.delete(database);
}

/** Those whose platform keeps notes. */
export async function readableRefs(
  ports: WorkerPorts,
  refs: readonly ContactRef[],
): Promise<ContactRef[]> {
  const connections = await ports.database.connections.toArray();
  const able = connections.filter((connection) => notesAccess(ports, connection) !== undefined);
  const ids = new Set(able.map(({ id }) => id));
  return refs.filter((ref) => ids.has(parseContactRef(ref).connectionId));
}

/** A missing id of the contact may be known by now; the platform's adapter can tell. */
async function retryWithoutHandle(
  { database }: WorkerPorts,
  refs: readonly ContactRef[],
): Promise<void> {
  const { replicas } = database;
  const isWithout = ({ state, reason }: ReplicaRow) =>
    state === 'blocked' && reason === 'no-handle';
  const read = await Promise.all(refs.map((ref) => replicas.where({ contact: ref }).toArray()));
  // Changing rows keeps the panel from reading, even where none turns out to need a change.
  if (!read.flat().some(isWithout)) return;
  await replicas
    .where('contact')
    .anyOf(refs)
    .filter(isWithout)
    .modify({ state: 'waiting', reason: undefined });
}
