import { type ContactRef, isAbsentRef, parseContactRef } from '../../model/ids';
import type { NoteRow } from '../../model/note';
import type { DesksideDatabase } from '../../storage/database';
import type { WorkerPorts } from '../ports';
import { recordContactGone } from './record-outcome';
import { placeNote } from './save';

/**
 * Brings the person's notes to where they belong by now: to the first contact known on a connection
 * where they waited for one, to connections that came later, and from contacts that are gone.
 */
export async function placeNotes(ports: WorkerPorts, refs: readonly ContactRef[]): Promise<void> {
  const { database } = ports;
  const living = await livingRefs(database, refs);
  const gone = await goneRefs(database, refs);
  for (const ref of gone) await recordContactGone(ports, ref);
  await database.transaction('rw', ['notes', 'replicas', 'connections'], async () => {
    const notes = await database.notes.where('contacts').anyOf(refs).distinct().toArray();
    const byConnection = new Map(
      [...living].reverse().map((ref) => [parseContactRef(ref).connectionId, ref]),
    );
    for (const note of notes.filter(({ deletedAt }) => deletedAt === undefined)) {
      await leaveAbsent(database, note, byConnection);
      const learnedAt = note.learnedAt ?? Number.POSITIVE_INFINITY;
      const since = note.isPlaced === true ? Number.NEGATIVE_INFINITY : learnedAt;
      await placeNote(ports, note, living, { since });
    }
  });
}

/** A copy that waits for a contact, or at one that is gone, moves to where the person is known. */
async function leaveAbsent(
  { replicas }: DesksideDatabase,
  note: NoteRow,
  known: ReadonlyMap<string, ContactRef>,
): Promise<void> {
  for (const row of await replicas.where('noteId').equals(note.id).toArray()) {
    const ref = known.get(row.connectionId);
    const isNowhere = isAbsentRef(row.contact) || row.reason === 'contact-gone';
    if (!isNowhere || ref === undefined || ref === row.contact) continue;
    if (note.parted?.includes(ref) === true) continue;
    await replicas.delete([note.id, row.contact]);
    if ((await replicas.get([note.id, ref])) !== undefined) continue;
    const { noteId, connectionId, updatedAt } = row;
    const place = { noteId, contact: ref, connectionId, updatedAt };
    await replicas.put({ ...place, state: 'waiting', uncertain: true });
  }
}

async function livingRefs(
  { contacts }: DesksideDatabase,
  refs: readonly ContactRef[],
): Promise<ContactRef[]> {
  const rows = await Promise.all(
    refs.map((ref) => contacts.get([parseContactRef(ref).connectionId, parseContactRef(ref).id])),
  );
  return refs.filter((_ref, index) => {
    const row = rows[index];
    return row !== undefined && row.goneAt === undefined;
  });
}

/** Contacts that the person's notes have copies at and that are no longer there. */
async function goneRefs(
  database: DesksideDatabase,
  refs: readonly ContactRef[],
): Promise<ContactRef[]> {
  const notes = await database.notes.where('contacts').anyOf(refs).distinct().primaryKeys();
  const rows = await database.replicas.where('noteId').anyOf(notes).toArray();
  const places = rows.filter((row) => !isAbsentRef(row.contact) && row.reason !== 'contact-gone');
  const all = [...new Set(places.map(({ contact }) => contact))];
  const living = new Set(await livingRefs(database, all));
  return all.filter((ref) => !living.has(ref));
}
