import type { NoteRow, ReplicaRow } from '../../model/note';
import { contactOfRef } from '../../storage/panel-queries';
import type { WorkerPorts } from '../ports';
import { refsOfPerson, wantsCopy, wayTo } from './note-place';

/**
 * Makes a note's replicas fit what it wants: one on each connection of its scope, at the contact
 * the person has there, or waiting for one; what is held elsewhere is to be removed. A place that
 * somebody gave up, or where the copy was taken away, is left alone.
 */
export async function aimNote(ports: WorkerPorts, note: NoteRow, anchor: string): Promise<void> {
  const { database } = ports;
  const rows = await database.replicas.where('noteId').equals(note.id).toArray();
  for (const row of rows) await aimRow(ports, note, row);
  const held = new Set(rows.map(({ connectionId }) => connectionId));
  const places = await placesOfPerson(ports, anchor);
  for (const [connectionId, contact] of places) {
    const isDeclined = note.declined?.some(
      (ref) => contactOfRef(ref).connectionId === connectionId,
    );
    if (isDeclined === true || held.has(connectionId) || !wantsCopy(note, { connectionId }))
      continue;
    const row = { noteId: note.id, contact, connectionId, updatedAt: ports.now() };
    const reason = contact === `${connectionId}/` ? 'no-contact' : undefined;
    await database.replicas.put({ ...row, state: 'waiting', reason });
  }
}

async function aimRow({ database }: WorkerPorts, note: NoteRow, row: ReplicaRow): Promise<void> {
  const key: [string, string] = [row.noteId, row.contact];
  const isWanted = wantsCopy(note, row);
  const isNowhere = contactOfRef(row.contact).id === '';
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
async function placesOfPerson(ports: WorkerPorts, anchor: string): Promise<Map<string, string>> {
  const refs = await refsOfPerson(ports, anchor);
  const connections = await ports.database.connections.toArray();
  const able = connections.filter((connection) => wayTo(ports, connection) !== undefined);
  return new Map(
    able.map(({ id }) => [
      id,
      refs.find((ref) => contactOfRef(ref).connectionId === id) ?? `${id}/`,
    ]),
  );
}
