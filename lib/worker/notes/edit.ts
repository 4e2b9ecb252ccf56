import { t } from '@lingui/core/macro';
import type { Payload } from '../../messaging/commands';
import type { NoteAnswer } from '../../messaging/note-commands';
import { type ContactRef, parseContactRef } from '../../model/ids';
import type { NoteRow, NoteScope } from '../../model/note';
import { mostAhead } from '../../notes/merge-copy';
import { saysAlready, shortestLimit } from '../../notes/note-limit';
import type { NoteAccount } from '../../notes/note-scope';
import { cleanText, sameText } from '../../notes/note-text';
import { versionOf, withVersion } from '../../notes/note-versions';
import { claimedCopy } from '../../notes/unproven-note';
import { formatNumber } from '../../text/format-number';
import type { WorkerPorts } from '../ports';
import { notesAccess, refsOfPerson } from './copy-target';
import { saveNote, saveNoteOrExplain } from './save';

/** Who writes a note and beside which contact: `anchor` is the `contactRef` of the contact on screen. */
export interface NoteAuthor {
  anchor: ContactRef;
  author: string | undefined;
}

type SaveRequest = Payload<'notes.save'>;

/** What was written, with its text in order, and by whom. */
interface NoteEdit extends SaveRequest {
  author: string | undefined;
}

/**
 * Saves a new note or a changed one, with its copies due. Answers what is wrong with it instead,
 * having saved nothing: no text, or more than fits on the platforms it is to go to. A text that is too long and
 * stands already, as one of a colleague with other platforms may, goes nowhere else when its marks change.
 */
export async function createOrChangeNote(
  ports: WorkerPorts,
  request: SaveRequest,
  author: string | undefined,
): Promise<NoteAnswer> {
  const text = cleanText(request.text);
  if (text === '') return { kind: 'failed', message: t`The note is empty. Write something first.` };
  const { anchor, noteId, scope } = request;
  const known = noteId === undefined ? undefined : await ports.database.notes.get(noteId);
  if (noteId !== undefined && known === undefined) {
    return { kind: 'failed', message: t`This note no longer exists. Save it as a new one.` };
  }
  const problem = await lengthProblem(ports, text, scope);
  if (problem !== undefined && !saysAlready(known, text, scope)) {
    return { kind: 'failed', message: problem };
  }
  const edit = { ...request, text, author };
  const place = {
    id: noteId ?? crypto.randomUUID(),
    anchor: problem === undefined ? anchor : undefined,
  };
  return saveNoteOrExplain(ports, place, (stored) => {
    if (noteId === undefined) return newNote(ports, place.id, edit);
    return stored && changedNote(ports, stored, edit);
  });
}

function newNote(
  { now }: WorkerPorts,
  id: string,
  { anchor, text, author, pinned, urgency, scope }: NoteEdit,
): NoteRow {
  const at = now();
  const written = { id, revision: 1, text, author, at, contacts: [anchor] };
  const made = { createdAt: at, createdBy: author, versions: [], knownSince: 1 };
  return { ...written, pinned, urgency, scope, ...made };
}

/** The same object when nothing was changed. */
function changedNote(
  { now }: WorkerPorts,
  note: NoteRow,
  { anchor, text, author, pinned, urgency, scope }: NoteEdit,
): NoteRow {
  const contacts = note.contacts.includes(anchor) ? note.contacts : [...note.contacts, anchor];
  const isSame =
    text === note.text &&
    pinned === note.pinned &&
    urgency === note.urgency &&
    JSON.stringify(scope) === JSON.stringify(note.scope) &&
    contacts === note.contacts &&
    note.deletedAt === undefined;
  if (isSame) return note;
  const withdrawnAt =
    scope.kind === 'browser' ? (note.withdrawnAt ?? note.revision + 1) : undefined;
  const living = { deletedAt: undefined, deletedThere: undefined };
  const marks = { contacts, pinned, urgency, scope, withdrawnAt, ...living };
  // A mark is no new text: its history would only repeat it, and its author stays.
  if (sameText(text, note.text)) return { ...note, ...marks, revision: note.revision + 1 };
  const version = { revision: note.revision + 1, text, author, at: now() };
  return { ...withVersion(note, version), ...marks };
}

/**
 * Makes a note of ours out of what claims to be one beside a contact, under the name of the agent
 * who takes it over; where it is this person's note already, that note stays. Out of a row that is a copy of
 * a note about another person it makes a note of its own, which replaces the row. Answers what is wrong when it
 * is not there any more, or carries the id of somebody else's note.
 */
export async function adoptNote(
  ports: WorkerPorts,
  { anchor, contact, nativeId }: Payload<'notes.adopt'>,
  author: string | undefined,
): Promise<NoteAnswer> {
  const { connectionId, id: contactId } = parseContactRef(contact);
  const native = await ports.database.nativeNotes.get([connectionId, contactId, nativeId]);
  const claimed = claimedCopy(nativeId);
  if (native === undefined || claimed === undefined) {
    return { kind: 'failed', message: t`This note no longer exists.` };
  }
  const edit = { anchor, text: native.text, pinned: true, urgency: 'normal' } as const;
  const { remoteId } = claimed;
  const id = remoteId === undefined ? claimed.id : crypto.randomUUID();
  const made = newNote(ports, id, { ...edit, scope: { kind: 'everywhere' }, author });
  const contacts = [...new Set([anchor, contact])];
  if (remoteId !== undefined) {
    const { replicas } = ports.database;
    const row = await replicas
      .where({ contact })
      .and((each) => each.remoteId === remoteId)
      .first();
    if (row !== undefined) return { kind: 'ok', noteId: row.noteId };
    const replica = { noteId: made.id, contact, connectionId, remoteId, updatedAt: ports.now() };
    const place = { id: made.id, anchor, copy: { ...replica, state: 'waiting' } } as const;
    return saveNoteOrExplain(ports, place, () => ({ ...made, contacts }));
  }
  const known = await ports.database.notes.get(claimed.id);
  if (known !== undefined) return adoptKnown(ports, known, { anchor, contact });
  const revision = Math.min(claimed.revision, mostAhead) + 1;
  const note = { ...made, revision, knownSince: revision, contacts };
  return saveNoteOrExplain(ports, { id: note.id, anchor }, (stored) => stored ?? note);
}

/** A copied line proves nothing: one with the id of another person's note must not overwrite that note. */
async function adoptKnown(
  ports: WorkerPorts,
  known: NoteRow,
  { anchor, contact }: Record<'anchor' | 'contact', ContactRef>,
): Promise<NoteAnswer> {
  const person = new Set([anchor, contact, ...(await refsOfPerson(ports, anchor))]);
  if (!known.contacts.some((ref) => person.has(ref))) {
    const message = t`This note is about another person. Copy its text into a new note.`;
    return { kind: 'failed', message };
  }
  return saveNoteOrExplain(ports, { id: known.id, anchor }, (stored) => {
    if (stored === undefined) return undefined;
    const contacts = [...new Set([...stored.contacts, anchor, contact])];
    return { ...revivedNote(stored), contacts };
  });
}

/** The note with its deletion taken back, as a new revision; the same object where it was not deleted. */
function revivedNote(note: NoteRow): NoteRow {
  if (note.deletedAt === undefined) return note;
  return { ...note, revision: note.revision + 1, deletedAt: undefined, deletedThere: undefined };
}

/** Ends a conflict with the text that somebody chose or wrote; both others stay in the history. */
export async function resolveConflict(
  ports: WorkerPorts,
  note: NoteRow,
  chosen: string,
  { anchor, author }: NoteAuthor,
): Promise<NoteAnswer> {
  const text = cleanText(chosen);
  if (text === '')
    return { kind: 'failed', message: t`The note is empty. Keep one of the versions.` };
  // A text that exists already is kept whole; where a platform cannot take it, its copy says so.
  const stands = [note.text, note.conflict?.text ?? ''].some((each) => sameText(each, text));
  const problem = stands ? undefined : await lengthProblem(ports, text, note.scope);
  if (problem !== undefined) return { kind: 'failed', message: problem };
  return saveNoteOrExplain(ports, { id: note.id, anchor }, (stored) => {
    if (stored === undefined) return undefined;
    const highest = Math.max(stored.revision, stored.conflict?.revision ?? 0);
    const version = { revision: highest + 1, text, author, at: ports.now() };
    return { ...withVersion(stored, version), deletedAt: undefined, deletedThere: undefined };
  });
}

/** Deletes a note: a tombstone stays until all its copies are gone, and for restoring it. */
export async function deleteNote(ports: WorkerPorts, { id, contacts }: NoteRow): Promise<void> {
  await saveNote(ports, { id, anchor: contacts[0] }, (stored) => {
    const settled = stored && settledNote(stored);
    return settled && { ...settled, deletedAt: ports.now(), deletedThere: undefined };
  });
}

/** The person who deletes a note has seen both texts: neither is a reason to ask again. */
function settledNote(note: NoteRow): NoteRow {
  const { conflict } = note;
  if (conflict === undefined) return note;
  const revision = Math.max(note.revision, conflict.revision);
  return { ...withVersion(note, versionOf(note)), revision };
}

/** Takes a deletion back, as a new revision, for the person at `anchor` (a `contactRef`). */
export async function restoreNote(
  ports: WorkerPorts,
  { id }: NoteRow,
  anchor: ContactRef,
): Promise<void> {
  await saveNote(ports, { id, anchor }, (stored) => stored && revivedNote(stored));
}

/** Says where the text does not fit, with the shortest limit; `undefined` when it does. */
async function lengthProblem(
  ports: WorkerPorts,
  text: string,
  scope: NoteScope,
): Promise<string | undefined> {
  const connections = await ports.database.connections.toArray();
  const accounts = connections
    .filter((connection) => notesAccess(ports, connection) !== undefined)
    .map(({ id: connectionId, platform }): NoteAccount => {
      const { label, capabilities } = ports.definitionOf(platform);
      return { connectionId, label, isKnown: true, limit: capabilities.notes?.maxLength };
    });
  const shortest = shortestLimit(scope, accounts);
  if (shortest === undefined || text.length <= shortest.limit) return undefined;
  const most = formatNumber(shortest.limit);
  const { label } = shortest;
  const length = formatNumber(text.length);
  return t`${label} takes at most ${most} characters; this note has ${length}. Shorten it, or choose where it goes.`;
}
