import type { NoteAnswer } from '../messaging/answers';
import type { NoteRow } from '../model/note';
import { contactOfRef } from '../storage/panel-queries';
import type { Settings } from '../storage/settings';
import { deleteNote, resolveNote, restoreNote, retryCopy, saveNote } from './note-changes';
import type { NoteOutbox } from './note-outbox';
import { refreshNotes } from './note-refresh';
import type { WorkerPorts } from './ports';
import { writeWithRoom } from './quota';
import type { Handlers } from './router';

type NoteHandlers = Pick<
  Handlers,
  | 'notes.save'
  | 'notes.delete'
  | 'notes.restore'
  | 'notes.resolve'
  | 'notes.retry'
  | 'notes.discard'
  | 'notes.draft'
  | 'notes.refresh'
>;

/**
 * What the worker does for each message about notes. Every write is stored before it answers and
 * delivered afterwards.
 */
export function noteHandlers(
  ports: WorkerPorts,
  outbox: NoteOutbox,
  readSettings: () => Promise<Settings>,
): NoteHandlers {
  const { database } = ports;
  const deliver = () => void outbox.wake();
  const authorAt = async (anchor: string) => {
    const connection = await database.connections.get(contactOfRef(anchor).connectionId);
    return connection?.agentName ?? (await readSettings()).agentName;
  };
  const withNote = async <T>(noteId: string, work: (note: NoteRow) => Promise<T>): Promise<T> => {
    const note = await database.notes.get(noteId);
    if (note === undefined) throw new TypeError('no such note');
    const result = await work(note);
    deliver();
    return result;
  };

  return {
    'notes.save': async (wish): Promise<NoteAnswer> => {
      const answer = await saveNote(ports, wish, await authorAt(wish.anchor));
      deliver();
      return answer;
    },
    'notes.delete': ({ noteId }) => withNote(noteId, (note) => deleteNote(ports, note)),
    'notes.restore': ({ noteId }) => withNote(noteId, (note) => restoreNote(ports, note)),
    'notes.resolve': ({ noteId, text }) =>
      withNote(noteId, async (note) => {
        const author = await authorAt(note.contacts[0] ?? '');
        return resolveNote(ports, note, text, author);
      }),
    'notes.retry': ({ noteId, contact }) =>
      withNote(noteId, (note) => retryCopy(ports, note, contact)),
    'notes.discard': ({ noteId, contact }) =>
      withNote(noteId, async ({ declined = [] }) => {
        await database.transaction('rw', ['notes', 'replicas'], async () => {
          await database.replicas.delete([noteId, contact]);
          await database.notes.update(noteId, { declined: [...new Set([...declined, contact])] });
        });
      }),
    'notes.draft': async ({ anchor, noteId, text }) => {
      if (text === '') await database.noteDrafts.delete([anchor, noteId]);
      else {
        const draft = { anchor, noteId, text, updatedAt: ports.now() };
        await writeWithRoom(ports, () => database.noteDrafts.put(draft));
      }
    },
    'notes.refresh': async ({ anchor }) => {
      await refreshNotes(ports, anchor, { force: true, signal: new AbortController().signal });
      deliver();
    },
  };
}
