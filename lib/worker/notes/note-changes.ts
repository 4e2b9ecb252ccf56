import type { NoteAnswer } from '../../messaging/answers';
import type { Payload } from '../../messaging/protocol';
import type { NoteRow } from '../../model/note';
import { cleanText, sameText } from '../../notes/text';
import { withVersion } from '../../notes/versions';
import type { WorkerPorts } from '../ports';
import { keepOrSay } from './note-keeping';
import { tooLong } from './note-length';

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
  const problem = await tooLong(ports, text, wish.scope);
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
  return note === known ? { kind: 'ok', noteId: note.id } : keepOrSay(ports, note, anchor);
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

/** Ends a conflict with the text that somebody chose or wrote; both others stay in the history. */
export async function resolveNote(
  ports: WorkerPorts,
  note: NoteRow,
  chosen: string,
  { anchor, author }: NoteHand,
): Promise<NoteAnswer> {
  const text = cleanText(chosen);
  if (text === '') return { kind: 'failed', message: 'The note is empty. Keep one of the texts.' };
  // A text that stands already is kept whole; a platform that cannot take it says so in its copy.
  const stands = [note.text, note.conflict?.text ?? ''].some((each) => sameText(each, text));
  const problem = stands ? undefined : await tooLong(ports, text, note.scope);
  if (problem !== undefined) return { kind: 'failed', message: problem };
  const highest = Math.max(note.revision, note.conflict?.revision ?? 0);
  const version = { revision: highest + 1, text, author, at: ports.now() };
  const next = { ...withVersion(note, version), deletedAt: undefined, deletedThere: undefined };
  return keepOrSay(ports, next, anchor);
}
