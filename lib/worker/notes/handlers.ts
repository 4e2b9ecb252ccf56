import { t } from '@lingui/core/macro';
import { withLock } from '../../async/with-lock';
import { TransportError } from '../../http/transport-error';
import type { Payload } from '../../messaging/commands';
import type { NoteAnswer, noteCommands } from '../../messaging/note-commands';
import { type ContactRef, parseContactRef } from '../../model/ids';
import type { NoteRow } from '../../model/note';
import { claimedCopy } from '../../notes/unproven-note';
import { ConnectionProblem } from '../../platforms/contract/api';
import { FieldProblem } from '../../platforms/contract/contact-fields';
import { NoteProblem } from '../../platforms/contract/notes';
import type { Settings } from '../../storage/settings';
import { authorAt } from '../author';
import { obstacleWords, whyNotWritten } from '../completion/failure-words';
import type { WorkerPorts } from '../ports';
import type { HandlersOf } from '../router';
import { runInBackground } from '../run-in-background';
import { writeWithRoom } from '../write-with-room';
import { copyTargetOf } from './copy-target';
import { adoptNote, createOrChangeNote, deleteNote, resolveConflict, restoreNote } from './edit';
import type { NoteOutbox } from './outbox';
import { refreshNotes } from './refresh';
import { saveNote } from './save';
import { syncContact } from './sync';
import { watchNotes } from './watch';

type NoteHandlers = HandlersOf<typeof noteCommands>;

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
  const deliver = () => runInBackground('delivery of notes', () => outbox.wake());
  const authorBeside = async (anchor: ContactRef) => {
    const { agentName } = await readSettings();
    return { anchor, author: await authorAt(ports, anchor, agentName) };
  };
  // One after the other: each command reads the note and writes the whole of it.
  const withNoteLock = async <T>(noteId: string, work: () => Promise<T>): Promise<T> => {
    const result = await withLock(database, `note ${noteId}`, work);
    deliver();
    return result;
  };
  const withNote = <T>(noteId: string, work: (note: NoteRow) => Promise<T>): Promise<T> =>
    withNoteLock(noteId, async () => {
      const note = await database.notes.get(noteId);
      if (note === undefined) throw new TypeError('no such note');
      return work(note);
    });

  return {
    'notes.save': async (request): Promise<NoteAnswer> => {
      const { author } = await authorBeside(request.anchor);
      return withNoteLock(request.noteId ?? '', () => createOrChangeNote(ports, request, author));
    },
    'notes.adopt': async ({ anchor, contact, nativeId }): Promise<NoteAnswer> => {
      const { author } = await authorBeside(anchor);
      const request = { anchor, contact, nativeId };
      const noteId = claimedCopy(nativeId)?.id ?? '';
      return withNoteLock(noteId, () => adoptNote(ports, request, author));
    },
    'notes.delete': ({ noteId }) => withNote(noteId, (note) => deleteNote(ports, note)),
    'notes.restore': ({ noteId, anchor }) =>
      withNote(noteId, (note) => restoreNote(ports, note, anchor)),
    'notes.resolve': ({ noteId, anchor, text }) =>
      withNote(noteId, async (note) =>
        resolveConflict(ports, note, text, await authorBeside(anchor)),
      ),
    'notes.retry': ({ noteId, ...request }) =>
      withNote(noteId, (note) => retryCopy(ports, note, request)),
    'notes.discard': ({ noteId, contact }) =>
      withNote(noteId, (note) => discardCopy(ports, note, contact)),
    'notes.draft': (draft) =>
      withLock(database, `draft ${draft.anchor} ${draft.noteId}`, () => keepDraft(ports, draft)),
    'notes.refresh': async ({ anchor }) => {
      await refreshNotes(ports, anchor, { force: true, signal: new AbortController().signal });
      deliver();
    },
    'notes.watch': async ({ anchor }) => {
      await watchNotes(ports, anchor, new AbortController().signal);
      deliver();
    },
    'notes.putBack': ({ noteId, contact }) =>
      withNote(noteId, (note) => putBack(ports, note, contact)),
  };
}

async function keepDraft(
  ports: WorkerPorts,
  { anchor, noteId, text, ifText }: Payload<'notes.draft'>,
): Promise<void> {
  const { noteDrafts, notes } = ports.database;
  const before = await noteDrafts.get([anchor, noteId]);
  if (ifText !== undefined && before?.text !== ifText) return;
  if (text === '') {
    await noteDrafts.delete([anchor, noteId]);
    return;
  }
  const { over } = before ?? { over: (await notes.get(noteId))?.text };
  const draft = { anchor, noteId, text, over, updatedAt: ports.now() };
  await writeWithRoom(ports, () => noteDrafts.put(draft));
}

/** Writes into a contact's text field what others had there before the note came. */
async function putBack(ports: WorkerPorts, note: NoteRow, ref: ContactRef): Promise<NoteAnswer> {
  const done = { kind: 'ok', noteId: note.id } as const;
  // The field belongs to another person by now; anybody who sees the note means a different field.
  if (note.parted?.includes(ref) === true) return done;
  const stood = note.fieldTexts?.find(({ contact }) => contact === ref);
  const target = await copyTargetOf(ports, ref);
  const { signal } = new AbortController();
  try {
    await withLock(ports.database, `notes ${ref}`, async () => {
      if (stood !== undefined) await target?.notes.putBack?.(target.contact, stood.text, signal);
    });
  } catch (error) {
    const message = notPutBackWords(error, target?.platform ?? '', ports.now());
    return { kind: 'failed', message };
  }
  await syncContact(ports, ref, { signal, read: true });
  return done;
}

function notPutBackWords(error: unknown, platform: string, now: number): string {
  if (error instanceof TransportError || error instanceof ConnectionProblem) {
    return whyNotWritten(error, platform, now);
  }
  if (!(error instanceof NoteProblem)) throw error;
  if (error.reason === 'no-handle') return obstacleWords(new FieldProblem('no-handle'), platform);
  return error.reason === 'no-room'
    ? t`${platform} has no room left in this contact’s notes. Shorten them there, then try again.`
    : t`${platform} did not keep this text. Copy it from here into the contact’s notes there.`;
}

/**
 * Makes a copy due again. One that was taken away there, or given up here, comes back as a new
 * revision: that somebody wants it counts as much as an edit, against a colleague who deleted the
 * note, and what may be there already is looked for first.
 */
async function retryCopy(
  ports: WorkerPorts,
  note: NoteRow,
  { contact, anchor }: Record<'contact' | 'anchor', ContactRef>,
): Promise<void> {
  const { replicas } = ports.database;
  const row = await replicas.get([note.id, contact]);
  const wanted = (declined: NoteRow['declined']) =>
    declined?.filter((ref) => !isSameAccount(ref, contact));
  const isUnasked =
    wanted(note.declined)?.length === note.declined?.length && note.isPlaced === true;
  if (row === undefined && isUnasked) return;
  if (row !== undefined) {
    const due = {
      state: 'waiting',
      reason: undefined,
      retryAt: undefined,
      attempts: undefined,
    } as const;
    const isGone = row.state === 'removed-there' && row.reason !== 'line-removed';
    await replicas.update([note.id, contact], isGone ? { ...due, revision: undefined } : due);
    if (!isGone) return;
  }
  await saveNote(ports, { id: note.id, anchor }, (stored) => {
    const revision = (stored?.revision ?? 0) + 1;
    return stored && { ...stored, declined: wanted(stored.declined), revision };
  });
}

/** Gives a copy up: the note stays here and is not written there. */
async function discardCopy(
  { database }: WorkerPorts,
  { id, declined = [] }: NoteRow,
  contact: ContactRef,
): Promise<void> {
  await database.transaction('rw', ['notes', 'replicas'], async () => {
    await database.replicas.delete([id, contact]);
    await database.notes.update(id, { declined: [...new Set([...declined, contact])] });
  });
}

function isSameAccount(one: ContactRef, other: ContactRef): boolean {
  return parseContactRef(one).connectionId === parseContactRef(other).connectionId;
}
