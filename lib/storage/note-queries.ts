import type { Message, MessageKind } from '../model/history';
import { type ContactKey, type ContactRef, contactRef, refLines } from '../model/ids';
import {
  type NativeNoteRow,
  type NoteDraftRow,
  type NoteRow,
  type ReplicaRow,
  troubledStates,
} from '../model/note';
import type { DesksideDatabase } from './database';

/** The notes of ours about one person. */
export interface StoredNotes {
  /** Of the contact they were read for. */
  anchor: ContactRef;
  /** Deleted ones included, in no order. */
  notes: NoteRow[];
  replicas: ReplicaRow[];
}

/** The notes that belong to the platforms. */
export interface StoredNativeNotes {
  natives: NativeNoteRow[];
  /** Internal notes within conversations. */
  messages: Message[];
}

/** Reads notes and their copies for the contacts of one person. Meant to be followed. */
export async function readNotes(
  db: DesksideDatabase,
  anchor: ContactRef,
  refs: readonly ContactRef[],
): Promise<StoredNotes> {
  const notes = await notesOf(db, refs);
  return { anchor, notes, replicas: await replicasOf(db, notes) };
}

/** The copies in these states, of everybody's notes. */
export async function replicasIn(
  db: DesksideDatabase,
  states: readonly ReplicaRow['state'][],
): Promise<ReplicaRow[]> {
  // Together they would be walked through row by row; each alone is one request.
  const rows = await Promise.all(states.map((state) => db.replicas.where({ state }).toArray()));
  return rows.flat();
}

/** Below so many rows for each note wanted, reading all of them is faster than asking note by note. */
const worthAll = 8;

/** The copies of these notes, in no order. */
export async function replicasOf(
  db: DesksideDatabase,
  notes: readonly NoteRow[],
): Promise<ReplicaRow[]> {
  if ((await db.replicas.count()) <= notes.length * worthAll) {
    const wanted = new Set(notes.map(({ id }) => id));
    return (await db.replicas.toArray()).filter(({ noteId }) => wanted.has(noteId));
  }
  // One request a note: several keys in one would be walked through row by row.
  const found = await Promise.all(
    notes.map(({ id }) => db.replicas.where('noteId').equals(id).toArray()),
  );
  return found.flat();
}

/** The notes of one person's contacts, each once; deleted ones included. */
export async function notesOf(
  db: DesksideDatabase,
  refs: readonly ContactRef[],
): Promise<NoteRow[]> {
  const found = await Promise.all(
    refs.map((ref) => db.notes.where('contacts').equals(ref).toArray()),
  );
  return [...new Map(found.flat().map((note) => [note.id, note])).values()];
}

/**
 * Reads what is being typed about the contacts of one person. Meant to be followed, apart from the
 * notes: it changes at every pause in typing.
 */
export function readDrafts(
  db: DesksideDatabase,
  refs: readonly ContactRef[],
): Promise<NoteDraftRow[]> {
  return db.noteDrafts.where('anchor').anyOf(refs).toArray();
}

/** Reads what the platforms themselves hold as notes about these contacts. Meant to be followed. */
export async function readNativeNotes(
  db: DesksideDatabase,
  contacts: readonly ContactKey[],
): Promise<StoredNativeNotes> {
  const kind: MessageKind = 'note';
  const [natives, messages] = await Promise.all([
    Promise.all(
      contacts.map(({ connectionId, id }) =>
        db.nativeNotes.where('[connectionId+contactId]').equals([connectionId, id]).toArray(),
      ),
    ),
    Promise.all(
      contacts.map(({ connectionId, id }) =>
        db.messages
          .where('[connectionId+contactId+kind]')
          .equals([connectionId, id, kind])
          .toArray(),
      ),
    ),
  ]);
  const kept = messages.flat().filter(({ deleted }) => deleted !== true);
  return { natives: natives.flat(), messages: kept };
}

/** What has to be seen of a person's notes. */
export interface NoteAlerts {
  /** `refLines` of whom it was read for. */
  refs: string;
  pinned: NoteRow[];
  /** A note of which somebody has to choose a text; empty for none. */
  disputed: string;
  /** Copies that may not get on by themselves. */
  troubled: ReplicaRow[];
}

/** What has to be seen whatever part of the panel is open. Meant to be followed. */
export async function readNoteAlerts(
  db: DesksideDatabase,
  contacts: readonly ContactKey[],
): Promise<NoteAlerts> {
  const refs = contacts.map(contactRef);
  const notes = await notesOf(db, refs);
  const ids = new Set(notes.map(({ id }) => id));
  const troubled = await replicasIn(db, troubledStates);
  return {
    refs: refLines(contacts),
    pinned: notes.filter((note) => note.pinned && note.deletedAt === undefined),
    disputed: notes.find(({ conflict }) => conflict !== undefined)?.id ?? '',
    troubled: troubled.filter(({ noteId }) => ids.has(noteId)),
  };
}
