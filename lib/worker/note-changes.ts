import type { NoteAnswer } from '../messaging/answers';
import type { Payload } from '../messaging/protocol';
import type { NoteRow } from '../model/note';
import { versionOf, withVersion } from '../notes/merge';
import { cleanText, sameText } from '../notes/text';
import { wayTo } from './note-place';
import { aimNote } from './note-targets';
import type { WorkerPorts } from './ports';
import { writeWithRoom } from './quota';

/** Who writes a note and beside whom: `anchor` is the `contactRef` of the contact on screen. */
export interface NoteHand {
  anchor: string;
  author: string | undefined;
}

type Save = Payload<'notes.save'>;

/**
 * Keeps a new note or a changed one, with its copies due. Answers what is wrong with it instead,
 * having kept nothing: no text, or more than fits on the platforms it is to go to.
 */
export async function saveNote(
  ports: WorkerPorts,
  wish: Save,
  author: string | undefined,
): Promise<NoteAnswer> {
  const text = cleanText(wish.text);
  if (text === '') return { kind: 'failed', message: 'The note is empty. Write something first.' };
  const problem = await tooLong(ports, text, wish);
  if (problem !== undefined) return { kind: 'failed', message: problem };
  const { anchor, noteId } = wish;
  const known = noteId === undefined ? undefined : await ports.database.notes.get(noteId);
  if (noteId !== undefined && known === undefined) {
    return { kind: 'failed', message: 'This note is no longer here. Save it as a new one.' };
  }
  const note =
    known === undefined
      ? newNote(ports, text, wish, author)
      : edited(ports, known, text, wish, author);
  if (note !== known) await keepNote(ports, note, anchor);
  return { kind: 'ok', noteId: note.id };
}

/** Keeps a note and makes its copies due, all or nothing. */
export async function keepNote(ports: WorkerPorts, note: NoteRow, anchor: string): Promise<void> {
  const { database } = ports;
  await writeWithRoom(ports, () =>
    database.transaction('rw', ['notes', 'replicas', 'sources', 'connections'], async () => {
      await database.notes.put(note);
      await aimNote(ports, note, anchor);
    }),
  );
}

function newNote(
  { now }: WorkerPorts,
  text: string,
  { anchor, pinned, urgency, scope }: Save,
  author: string | undefined,
): NoteRow {
  const at = now();
  const id = crypto.randomUUID();
  const origin = { createdAt: at, createdBy: author };
  const marks = { pinned, urgency, scope };
  return {
    id,
    revision: 1,
    text,
    author,
    at,
    contacts: [anchor],
    ...marks,
    ...origin,
    versions: [],
  };
}

/** The same object when nothing was changed. */
function edited(
  { now }: WorkerPorts,
  note: NoteRow,
  text: string,
  { anchor, pinned, urgency, scope }: Save,
  author: string | undefined,
): NoteRow {
  const contacts = note.contacts.includes(anchor) ? note.contacts : [...note.contacts, anchor];
  const isSame =
    text === note.text &&
    pinned === note.pinned &&
    urgency === note.urgency &&
    JSON.stringify(scope) === JSON.stringify(note.scope) &&
    contacts === note.contacts;
  if (isSame) return note;
  const marks = { contacts, pinned, urgency, scope, deletedAt: undefined, deletedThere: undefined };
  // A mark is no new text: its history would only repeat it, and its author stays.
  if (sameText(text, note.text)) return { ...note, ...marks, revision: note.revision + 1 };
  const version = { revision: note.revision + 1, text, author, at: now() };
  return { ...withVersion(note, version), ...marks };
}

/** Deletes a note: a tombstone stays until all its copies are gone, and to take it back. */
export async function deleteNote(ports: WorkerPorts, note: NoteRow): Promise<void> {
  const { conflict } = note;
  // Whoever deletes has seen both texts: neither is a reason to ask again.
  const settled =
    conflict === undefined
      ? note
      : {
          ...withVersion(note, versionOf(note)),
          revision: Math.max(note.revision, conflict.revision),
        };
  const deleted = { ...settled, deletedAt: ports.now(), deletedThere: undefined };
  await keepNote(ports, deleted, note.contacts[0] ?? '');
}

/** Takes a deletion back, as a new revision, for the person at `anchor` (a `contactRef`). */
export async function restoreNote(
  ports: WorkerPorts,
  note: NoteRow,
  anchor: string,
): Promise<void> {
  if (note.deletedAt === undefined) return;
  const revision = note.revision + 1;
  const back = { ...note, revision, deletedAt: undefined, deletedThere: undefined };
  await keepNote(ports, back, anchor);
}

/** Ends a conflict with the text that somebody chose or wrote; both others stay in the history. */
export async function resolveNote(
  ports: WorkerPorts,
  note: NoteRow,
  chosen: string,
  { anchor, author }: NoteHand,
): Promise<NoteAnswer> {
  const text = cleanText(chosen);
  if (text === '') return { kind: 'failed', message: 'The note is empty. Keep one of the texts.' };
  const highest = Math.max(note.revision, note.conflict?.revision ?? 0);
  const version = { revision: highest + 1, text, author, at: ports.now() };
  const next = { ...withVersion(note, version), deletedAt: undefined, deletedThere: undefined };
  await keepNote(ports, next, anchor);
  return { kind: 'ok', noteId: note.id };
}

/** Says where the text does not fit, with the shortest limit; `undefined` when it does. */
async function tooLong(
  ports: WorkerPorts,
  text: string,
  { scope }: Save,
): Promise<string | undefined> {
  if (scope.kind === 'browser') return undefined;
  const connections = await ports.database.connections.toArray();
  const limits = connections
    .filter(({ id }) => scope.kind === 'everywhere' || scope.connectionId === id)
    .filter((connection) => wayTo(ports, connection) !== undefined)
    .flatMap(({ platform }) => {
      const { label, capabilities } = ports.definitionOf(platform).descriptor;
      return capabilities.notes === undefined
        ? []
        : [{ label, most: capabilities.notes.maxLength }];
    })
    .sort((a, b) => a.most - b.most);
  const [shortest] = limits;
  if (shortest === undefined || text.length <= shortest.most) return undefined;
  const most = shortest.most.toLocaleString('en');
  return `${shortest.label} takes at most ${most} characters; this note has ${text.length.toLocaleString('en')}. Shorten it, or choose where it goes.`;
}
