import { t } from '@lingui/core/macro';
import type { NoteAnswer } from '../../messaging/note-commands';
import type { Connection } from '../../model/connection';
import {
  absentRef,
  type ContactRef,
  isAbsentRef,
  isRefOfConnection,
  parseContactRef,
} from '../../model/ids';
import type { NoteRow, ReplicaRow } from '../../model/note';
import { wantsCopy } from '../../notes/wants-copy';
import type { WorkerPorts } from '../ports';
import { isQuotaError } from '../quota-error';
import { writeWithRoom } from '../write-with-room';
import { notesAccess, refsOfPerson } from './copy-target';

/**
 * What a note is to become, from what is stored at that moment; `undefined` where it cannot become anything,
 * and the same object where nothing of it changes: then nothing is written.
 */
type NoteUpdate = (stored: NoteRow | undefined) => NoteRow | undefined;

/** Which note is written, and beside which contact: without an `anchor` it gets no copies beside those it has. */
interface NotePlace {
  id: string;
  anchor: ContactRef | undefined;
  /** What is to become one of its copies: the note's text is written there, and no second copy is created. */
  copy?: ReplicaRow;
}

/** Changes a note and makes its copies due, all or nothing. Returns whether there is one. */
export async function saveNote(
  ports: WorkerPorts,
  { id, anchor, copy }: NotePlace,
  update: NoteUpdate,
): Promise<boolean> {
  const { database } = ports;
  return writeWithRoom(ports, () =>
    database.transaction('rw', ['notes', 'replicas', 'sources', 'connections'], async () => {
      // Readings, merges of contacts and separations write the same row at any moment.
      const stored = await database.notes.get(id);
      const note = update(stored);
      if (note === undefined || note === stored) return note !== undefined;
      const written = anchor === undefined ? note : { ...note, isPlaced: true };
      await database.notes.put(written);
      if (copy !== undefined) await database.replicas.put(copy);
      await updateReplicas(ports, written, anchor);
      return true;
    }),
  );
}

/** Like `saveNote`; answers what is wrong when there is no note, or the browser has no room left. */
export async function saveNoteOrExplain(
  ports: WorkerPorts,
  place: NotePlace,
  update: NoteUpdate,
): Promise<NoteAnswer> {
  try {
    if (await saveNote(ports, place, update)) return { kind: 'ok', noteId: place.id };
    return { kind: 'failed', message: t`This note no longer exists. Save it as a new one.` };
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    const message = t`Not saved: this browser has no storage left. Free up disk space, then save again.`;
    return { kind: 'failed', message };
  }
}

/**
 * Makes a note's replicas fit what it wants: one on each connection of its scope, at the contact
 * the person has there, or waiting for one; what is stored elsewhere is to be removed. A copy
 * that somebody gave up, or took away there, is left alone.
 */
async function updateReplicas(
  ports: WorkerPorts,
  note: NoteRow,
  anchor: ContactRef | undefined,
): Promise<void> {
  const { database } = ports;
  const own = database.replicas.where('noteId').equals(note.id);
  for (const row of await own.toArray()) await updateReplica(ports, note, row);
  for (const ref of note.declined ?? []) await lookForGivenUp(ports, note, ref);
  if (anchor === undefined) return;
  const [rows, refs, connections] = await Promise.all([
    own.toArray(),
    refsOfPerson(ports, anchor),
    database.connections.toArray(),
  ]);
  for (const row of missingReplicas(ports, note, { rows, refs, connections })) {
    await database.replicas.put(row);
  }
}

/** Where a change of a copy was given up, an earlier text may be there, which has to go with the note. */
async function lookForGivenUp(
  { database: { replicas }, now }: WorkerPorts,
  note: NoteRow,
  contact: ContactRef,
): Promise<void> {
  const { connectionId } = parseContactRef(contact);
  const row = { noteId: note.id, contact, connectionId, updatedAt: now() };
  if (isAbsentRef(contact) || wantsCopy(note, row)) return;
  if ((await replicas.get([note.id, contact])) !== undefined) return;
  await replicas.put({ ...row, state: 'waiting', uncertain: true });
}

/** What is known around a note whose places are worked out. */
interface NotePlaces {
  /** The note's replicas. */
  rows: readonly ReplicaRow[];
  /** `contactRef` of the person's contacts. */
  refs: readonly ContactRef[];
  connections: readonly Connection[];
}

/**
 * The replicas that a note lacks: one on each connection of its scope that has none, at the person's
 * contact there or waiting for one. A note that was saved before (`later`) may be there already, and
 * may be meant only for what was connected `since` (epoch ms).
 */
export function missingReplicas(
  ports: WorkerPorts,
  note: NoteRow,
  { rows, refs, connections }: NotePlaces,
  later?: { since: number },
): ReplicaRow[] {
  const covered = new Set(rows.map(({ connectionId }) => connectionId));
  const since = later?.since ?? Number.NEGATIVE_INFINITY;
  return connections.flatMap((connection): ReplicaRow[] => {
    const { id: connectionId } = connection;
    const isDeclined = note.declined?.some((ref) => isRefOfConnection(ref, connectionId));
    if (isDeclined === true || covered.has(connectionId) || connection.createdAt <= since)
      return [];
    if (notesAccess(ports, connection) === undefined) return [];
    const isPlace = (ref: ContactRef) =>
      isRefOfConnection(ref, connectionId) && note.parted?.includes(ref) !== true;
    const contact = refs.find(isPlace) ?? absentRef(connectionId);
    const row = { noteId: note.id, contact, connectionId, updatedAt: ports.now() };
    if (!wantsCopy(note, row)) return [];
    const reason = isAbsentRef(contact) ? 'no-contact' : undefined;
    const uncertain = later === undefined ? undefined : true;
    return [{ ...row, state: 'waiting', reason, uncertain }];
  });
}

async function updateReplica(
  { database }: WorkerPorts,
  note: NoteRow,
  row: ReplicaRow,
): Promise<void> {
  const key: [string, string] = [row.noteId, row.contact];
  const isWanted = wantsCopy(note, row);
  const isAbsent = isAbsentRef(row.contact);
  const mayBeThere = row.remoteId !== undefined || row.uncertain === true;
  if (!isWanted && (isAbsent || !mayBeThere)) await database.replicas.delete(key);
  else if (!isAbsent && row.state !== 'removed-there') {
    await database.replicas.update(key, {
      state: 'waiting',
      reason: undefined,
      retryAt: undefined,
    });
  }
}
