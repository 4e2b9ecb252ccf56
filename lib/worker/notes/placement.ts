import type { Connection } from '../../model/connection';
import { type ContactRef, isAbsentRef, parseContactRef } from '../../model/ids';
import type { NoteRow, ReplicaRow } from '../../model/note';
import { replicasByNote } from '../../notes/replicas';
import { wantsCopy } from '../../notes/wants-copy';
import type { DesksideDatabase } from '../../storage/database';
import { notesOf, replicasOf } from '../../storage/note-queries';
import type { WorkerPorts } from '../ports';
import { isSettledWithoutContact, recordContactGone } from './record-outcome';
import { missingReplicas } from './save';

/** What has to change for notes to be where they belong. */
interface Moves {
  leave: ReplicaRow[];
  place: ReplicaRow[];
}

/**
 * Brings the person's notes to where they belong by now: to the first contact known on a connection
 * where they waited for one, to connections that came later, and from contacts that are gone.
 */
export async function placeNotes(ports: WorkerPorts, refs: readonly ContactRef[]): Promise<void> {
  const { database } = ports;
  const living = await livingRefs(database, refs);
  // Nearly always every note is in its place, and a transaction that may write keeps the panel from reading.
  const placed = await database.transaction('r', placedTables, () => readPlaced(database, refs));
  const gone = await goneRefs(database, placed);
  for (const ref of gone) await recordContactGone(ports, ref);
  const seen = planMoves(ports, living, placed);
  if (gone.length + seen.leave.length + seen.place.length === 0) return;
  await database.transaction('rw', placedTables, async () => {
    const { leave, place } = planMoves(ports, living, await readPlaced(database, refs));
    await database.replicas.bulkDelete(leave.map(({ noteId, contact }) => [noteId, contact]));
    await database.replicas.bulkPut(place);
  });
}

const placedTables = ['notes', 'replicas', 'connections'] as const;

/** The person's notes with their copies, and the connections they may be on. */
interface Placed {
  notes: readonly NoteRow[];
  rows: readonly ReplicaRow[];
  connections: readonly Connection[];
}

/** In a few reads, however many notes there are: each further one would delay everything else. */
async function readPlaced(
  database: DesksideDatabase,
  refs: readonly ContactRef[],
): Promise<Placed> {
  const notes = await notesOf(database, refs);
  const rows = await replicasOf(database, notes);
  return { notes, rows, connections: await database.connections.toArray() };
}

function planMoves(
  ports: WorkerPorts,
  living: readonly ContactRef[],
  { notes, rows: all, connections }: Placed,
): Moves {
  const copies = replicasByNote(all);
  const known = new Map(
    [...living].reverse().map((ref) => [parseContactRef(ref).connectionId, ref]),
  );
  const moves: Moves = { leave: [], place: [] };
  for (const note of notes.filter(({ deletedAt }) => deletedAt === undefined)) {
    const rows = copies.get(note.id) ?? [];
    leaveAbsent(moves, note, rows, known);
    const learnedAt = note.learnedAt ?? Number.POSITIVE_INFINITY;
    const since = note.isPlaced === true ? Number.NEGATIVE_INFINITY : learnedAt;
    const around = { rows, refs: living, connections };
    moves.place.push(...missingReplicas(ports, note, around, { since }));
  }
  return moves;
}

/** A copy that waits for a contact, or at one that is gone, moves to where the person is known. */
function leaveAbsent(
  { leave, place }: Moves,
  note: NoteRow,
  rows: readonly ReplicaRow[],
  known: ReadonlyMap<string, ContactRef>,
): void {
  const taken = new Set(rows.map(({ contact }) => contact));
  for (const row of rows) {
    const ref = known.get(row.connectionId);
    const isNowhere = isAbsentRef(row.contact) || row.reason === 'contact-gone';
    if (!isNowhere || ref === undefined || ref === row.contact) continue;
    if (note.parted?.includes(ref) === true) continue;
    leave.push(row);
    if (taken.has(ref)) continue;
    taken.add(ref);
    const { noteId, connectionId, updatedAt } = row;
    place.push({
      ...{ noteId, contact: ref, connectionId, updatedAt },
      state: 'waiting',
      uncertain: true,
    });
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

/** Contacts that are no longer there, and at which notes have copies that do not know it yet. */
async function goneRefs(
  database: DesksideDatabase,
  { notes, rows }: Placed,
): Promise<ContactRef[]> {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const isSettled = (row: ReplicaRow) => {
    const note = byId.get(row.noteId);
    return note !== undefined && wantsCopy(note, row) && isSettledWithoutContact(row);
  };
  const places = rows.filter((row) => !isAbsentRef(row.contact) && !isSettled(row));
  const all = [...new Set(places.map(({ contact }) => contact))];
  const living = new Set(await livingRefs(database, all));
  return all.filter((ref) => !living.has(ref));
}
