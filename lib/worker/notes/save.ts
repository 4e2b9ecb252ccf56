import type { NoteAnswer } from '../../messaging/answers';
import { parseContactRef } from '../../model/ids';
import type { NoteRow, ReplicaRow } from '../../model/note';
import { writtenOver } from '../../notes/note-versions';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';
import { isQuotaError } from '../quota-error';
import { notesAccess, refsOfPerson, wantsCopy } from './copy-target';

/** Saves a note and makes its copies due, all or nothing. */
export async function saveNote(ports: WorkerPorts, note: NoteRow, anchor: string): Promise<void> {
  const { database } = ports;
  await writeWithRoom(ports, () =>
    database.transaction('rw', ['notes', 'replicas', 'sources', 'connections'], async () => {
      const before = await database.notes.get(note.id);
      const written = before === undefined ? note : writtenOver(note, before);
      await database.notes.put(written);
      await updateReplicas(ports, written, anchor);
    }),
  );
}

/** Like `saveNote`; answers what is wrong when the browser has no room left. */
export async function saveNoteOrExplain(
  ports: WorkerPorts,
  note: NoteRow,
  anchor: string,
): Promise<NoteAnswer> {
  try {
    await saveNote(ports, note, anchor);
    return { kind: 'ok', noteId: note.id };
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    const message =
      'Not saved: this browser has no storage left. Free space on the disk, then save again.';
    return { kind: 'failed', message };
  }
}

/**
 * Makes a note's replicas fit what it wants: one on each connection of its scope, at the contact
 * the person has there, or waiting for one; what is stored elsewhere is to be removed. A copy
 * that somebody gave up, or took away there, is left alone.
 */
async function updateReplicas(ports: WorkerPorts, note: NoteRow, anchor: string): Promise<void> {
  const { database } = ports;
  const rows = await database.replicas.where('noteId').equals(note.id).toArray();
  for (const row of rows) await updateReplica(ports, note, row);
  const covered = new Set(rows.map(({ connectionId }) => connectionId));
  for (const [connectionId, contact] of await contactByConnection(ports, anchor)) {
    const isDeclined = note.declined?.some(
      (ref) => parseContactRef(ref).connectionId === connectionId,
    );
    if (isDeclined === true || covered.has(connectionId) || !wantsCopy(note, { connectionId }))
      continue;
    const row = { noteId: note.id, contact, connectionId, updatedAt: ports.now() };
    const reason = contact === `${connectionId}/` ? 'no-contact' : undefined;
    await database.replicas.put({ ...row, state: 'waiting', reason });
  }
}

async function updateReplica(
  { database }: WorkerPorts,
  note: NoteRow,
  row: ReplicaRow,
): Promise<void> {
  const key: [string, string] = [row.noteId, row.contact];
  const isWanted = wantsCopy(note, row);
  const isNowhere = parseContactRef(row.contact).id === '';
  const mayBeThere = row.remoteId !== undefined || row.uncertain === true;
  if (!isWanted && (isNowhere || !mayBeThere)) await database.replicas.delete(key);
  else if (!isNowhere && row.state !== 'removed-there') {
    await database.replicas.update(key, {
      state: 'waiting',
      reason: undefined,
      retryAt: undefined,
    });
  }
}

/** For each connection that keeps notes the contact to write to; without one `<connectionId>/`. */
async function contactByConnection(
  ports: WorkerPorts,
  anchor: string,
): Promise<Map<string, string>> {
  const refs = await refsOfPerson(ports, anchor);
  const connections = await ports.database.connections.toArray();
  const able = connections.filter((connection) => notesAccess(ports, connection) !== undefined);
  return new Map(
    able.map(({ id }) => [
      id,
      refs.find((ref) => parseContactRef(ref).connectionId === id) ?? `${id}/`,
    ]),
  );
}
