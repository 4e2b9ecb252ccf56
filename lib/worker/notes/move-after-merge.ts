import { type ContactRef, parseContactRef } from '../../model/ids';
import type { NoteDraftRow, NoteRow, ReplicaRow } from '../../model/note';
import type { DesksideDatabase } from '../../storage/database';

/** What `moveNotes` writes to, for the transaction around it. */
export const noteTables = ['notes', 'replicas', 'nativeNotes', 'noteDrafts'] as const;

/** Whether anything was written about this contact (a `contactRef`). */
export async function hasNotes(database: DesksideDatabase, ref: ContactRef): Promise<boolean> {
  const counts = await Promise.all([
    database.notes.where('contacts').equals(ref).count(),
    database.noteDrafts.where('anchor').equals(ref).count(),
  ]);
  return counts.some((count) => count > 0);
}

/**
 * Moves notes, their copies and drafts from one contact (a `contactRef`) to another of the same
 * connection, because the platform merged the two. No text is lost, and no copy is written twice.
 */
export async function moveNotes(
  database: DesksideDatabase,
  from: ContactRef,
  to: ContactRef,
): Promise<void> {
  await database.notes
    .filter(({ contacts, declined = [], parted = [], toPart = [], fieldTexts = [] }) => {
      const stood = fieldTexts.map(({ contact }) => contact);
      return [...contacts, ...declined, ...parted, ...toPart, ...stood].includes(from);
    })
    .modify(moveMentions(from, to));
  for (const row of await database.replicas.where('contact').equals(from).toArray())
    await moveReplica(database, row, to);
  for (const draft of await database.noteDrafts.where('anchor').equals(from).toArray())
    await moveDraft(database, draft, to);
  await moveNatives(database, from, to);
}

function moveMentions(from: ContactRef, to: ContactRef): (note: NoteRow) => void {
  const renamed = (ref: ContactRef) => (ref === from ? to : ref);
  const moved = (refs: readonly ContactRef[]) => [...new Set(refs.map(renamed))];
  return (note) => {
    note.contacts = moved(note.contacts);
    if (note.declined !== undefined) note.declined = moved(note.declined);
    if (note.parted !== undefined) {
      note.parted = moved(note.parted).filter((ref) => !note.contacts.includes(ref));
    }
    for (const stood of note.fieldTexts ?? []) stood.contact = renamed(stood.contact);
    if (note.toPart === undefined) return;
    const [one, other] = note.toPart.map(renamed);
    note.toPart =
      one === undefined || other === undefined || one === other ? undefined : [one, other];
  };
}

/**
 * Whether the platform took the copy along is not known: it is looked for before one is written.
 * Where the other contact has a copy already, the next reading finds the one too many.
 */
async function moveReplica(
  { replicas }: DesksideDatabase,
  row: ReplicaRow,
  to: ContactRef,
): Promise<void> {
  const { noteId, contact, connectionId, updatedAt } = row;
  await replicas.delete([noteId, contact]);
  if ((await replicas.get([noteId, to])) !== undefined) return;
  // Its row may be there without its line, which would be taken for gone if nobody knew the row.
  const kept = row.state === 'removed-there' ? row : { state: 'waiting' as const };
  await replicas.put({ ...kept, noteId, contact: to, connectionId, uncertain: true, updatedAt });
}

/** Two drafts about what is now one contact are joined: neither is finished, and neither may be lost. */
async function moveDraft(
  { noteDrafts }: DesksideDatabase,
  draft: NoteDraftRow,
  to: ContactRef,
): Promise<void> {
  await noteDrafts.delete([draft.anchor, draft.noteId]);
  const there = await noteDrafts.get([to, draft.noteId]);
  const texts = there === undefined ? [draft.text] : [there.text, draft.text];
  const text = [...new Set(texts.filter((each) => each.trim() !== ''))].join('\n\n');
  const updatedAt = Math.max(draft.updatedAt, there?.updatedAt ?? 0);
  const { over } = there ?? draft;
  await noteDrafts.put({ anchor: to, noteId: draft.noteId, text, over, updatedAt });
}

/** The platform's own notes stay visible as they were read until they are read again. */
async function moveNatives(
  { nativeNotes }: DesksideDatabase,
  from: ContactRef,
  to: ContactRef,
): Promise<void> {
  const { connectionId, id } = parseContactRef(from);
  const { id: contactId } = parseContactRef(to);
  const key = [connectionId, id];
  const rows = await nativeNotes.where('[connectionId+contactId]').equals(key).toArray();
  await nativeNotes.where('[connectionId+contactId]').equals(key).delete();
  for (const row of rows) {
    const known = await nativeNotes.get([connectionId, contactId, row.id]);
    if (known === undefined) await nativeNotes.put({ ...row, contactId });
  }
}
