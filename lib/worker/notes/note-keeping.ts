import type { NoteAnswer } from '../../messaging/answers';
import type { NoteRow } from '../../model/note';
import { writtenOver } from '../../notes/versions';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';
import { isQuotaError } from '../quota-error';
import { aimNote } from './note-targets';

/** Keeps a note and makes its copies due, all or nothing. */
export async function keepNote(ports: WorkerPorts, note: NoteRow, anchor: string): Promise<void> {
  const { database } = ports;
  await writeWithRoom(ports, () =>
    database.transaction('rw', ['notes', 'replicas', 'sources', 'connections'], async () => {
      const before = await database.notes.get(note.id);
      const written = before === undefined ? note : writtenOver(note, before);
      await database.notes.put(written);
      await aimNote(ports, written, anchor);
    }),
  );
}

/** Like `keepNote`; answers what is wrong when the browser has no room left. */
export async function keepOrSay(
  ports: WorkerPorts,
  note: NoteRow,
  anchor: string,
): Promise<NoteAnswer> {
  try {
    await keepNote(ports, note, anchor);
    return { kind: 'ok', noteId: note.id };
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    const message =
      'Not saved: this browser has no storage left. Free space on the disk, then save again.';
    return { kind: 'failed', message };
  }
}
