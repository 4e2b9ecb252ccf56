import type { NoteAnswer } from '../../messaging/answers';
import type { NoteRow } from '../../model/note';
import type { Settings } from '../../storage/settings';
import { authorAt } from '../author';
import { inTurn } from '../in-turn';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';
import type { Handlers } from '../router';
import { resolveNote, saveNote } from './note-changes';
import { deleteNote, restoreNote } from './note-deletion';
import type { NoteOutbox } from './note-outbox';
import { refreshNotes } from './note-refresh';
import { discardCopy, retryCopy } from './note-wishes';

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
  const handAt = async (anchor: string) => {
    const { agentName } = await readSettings();
    return { anchor, author: await authorAt(ports, anchor, agentName) };
  };
  // One after the other: each command reads the note and writes the whole of it.
  const inItsTurn = async <T>(noteId: string, work: () => Promise<T>): Promise<T> => {
    const { signal } = new AbortController();
    const result = await inTurn(database, `note ${noteId}`, signal, work);
    deliver();
    return result;
  };
  const withNote = <T>(noteId: string, work: (note: NoteRow) => Promise<T>): Promise<T> =>
    inItsTurn(noteId, async () => {
      const note = await database.notes.get(noteId);
      if (note === undefined) throw new TypeError('no such note');
      return work(note);
    });

  return {
    'notes.save': async (wish): Promise<NoteAnswer> => {
      const { author } = await handAt(wish.anchor);
      return inItsTurn(wish.noteId ?? '', () => saveNote(ports, wish, author));
    },
    'notes.delete': ({ noteId }) => withNote(noteId, (note) => deleteNote(ports, note)),
    'notes.restore': ({ noteId, anchor }) =>
      withNote(noteId, (note) => restoreNote(ports, note, anchor)),
    'notes.resolve': ({ noteId, anchor, text }) =>
      withNote(noteId, async (note) => resolveNote(ports, note, text, await handAt(anchor))),
    'notes.retry': ({ noteId, ...wish }) =>
      withNote(noteId, (note) => retryCopy(ports, note, wish)),
    'notes.discard': ({ noteId, contact }) =>
      withNote(noteId, (note) => discardCopy(ports, note, contact)),
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
