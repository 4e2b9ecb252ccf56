import { contactRef, parseContactRef } from '../model/ids';
import type { NoteRow } from '../model/note';
import type { DesksideDatabase } from './database';
import type { PersonScope } from './person-scope';
import {
  byContact,
  isNamedAmong,
  part,
  type TableName,
  type TableRule,
  whole,
} from './person-table-rule';
import { readContactsOf } from './read-contacts';

/** Where a person is in what was written about people: notes, their copies, and what is typed. */
export const noteRules = {
  // Copies and drafts go before the notes that identify them.
  replicas: [
    {
      read: async (db, person) => {
        const notes = new Set(await idsOfOwnNotes(db, person));
        return db.replicas
          .filter(({ contact, noteId }) => person.refs.has(contact) || notes.has(noteId))
          .toArray();
      },
      erase: async (db, person) => {
        const notes = new Set(await idsOfOwnNotes(db, person));
        await db.replicas
          .filter(({ contact, noteId }) => person.refs.has(contact) || notes.has(noteId))
          .delete();
      },
    },
  ],
  noteDrafts: [
    {
      read: async (db, person) => draftsOf(db, person, await idsOfOwnNotes(db, person)).toArray(),
      erase: async (db, person) => draftsOf(db, person, await idsOfOwnNotes(db, person)).delete(),
    },
  ],
  notes: [
    {
      read: ownNotes,
      erase: async (db, person) => db.notes.bulkDelete(await idsOfOwnNotes(db, person)),
    },
    part<NoteRow>(
      (db, person) =>
        db.notes.filter(
          ({ contacts, declined = [], parted = [], toPart = [], fieldTexts = [] }) => {
            const stood = fieldTexts.map(({ contact }) => contact);
            return isNamedAmong([...contacts, ...declined, ...parted, ...toPart, ...stood], person);
          },
        ),
      (note, { refs }) => {
        // The word about the two that it has yet to follow goes with the person.
        if (note.toPart?.some((ref) => refs.has(ref)) === true) note.toPart = undefined;
        note.contacts = note.contacts.filter((ref) => !refs.has(ref));
        note.declined = note.declined?.filter((ref) => !refs.has(ref));
        note.parted = note.parted?.filter((ref) => !refs.has(ref));
        // What stood in their field is about them, also beside a note about somebody else by now.
        note.fieldTexts = note.fieldTexts?.filter(({ contact }) => !refs.has(contact));
      },
    ),
  ],
  nativeNotes: [whole((db, { keys }) => db.nativeNotes.where(byContact).anyOf(keys))],
} satisfies Partial<Record<TableName, readonly TableRule[]>>;

/** What is typed beside the person, or into a note that is theirs alone, beside whomever. */
function draftsOf(
  { noteDrafts }: DesksideDatabase,
  { refs }: PersonScope,
  notes: readonly string[],
) {
  const ofNote = (noteId: string) => notes.includes(noteId.split('.', 1)[0] ?? '');
  return noteDrafts.filter(({ anchor, noteId }) => refs.has(anchor) || ofNote(noteId));
}

async function idsOfOwnNotes(db: DesksideDatabase, person: PersonScope): Promise<string[]> {
  return (await ownNotes(db, person)).map(({ id }) => id);
}

/** Notes about nobody else. A contact of an account that was removed is nobody else: it was the person's, too. */
async function ownNotes(db: DesksideDatabase, { refs }: PersonScope): Promise<NoteRow[]> {
  const about = db.notes.where('contacts').anyOf([...refs]);
  const notes = await about.distinct().toArray();
  const others = notes.flatMap(({ contacts }) => contacts.filter((ref) => !refs.has(ref)));
  const known = new Set((await readContactsOf(db, others.map(parseContactRef))).map(contactRef));
  return notes.filter(({ contacts }) => !contacts.some((ref) => known.has(ref)));
}
