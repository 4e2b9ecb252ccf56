import type { ContactRef } from '../../model/ids';
import type { FieldText, NoteRow, ReplicaRow } from '../../model/note';
import { wantsCopy } from '../../notes/wants-copy';
import type { NoteChange, NotesWritten } from '../../platforms/contract/notes';
import type { WorkerPorts } from '../ports';
import { copyTargetOf } from './copy-target';
import type { PlannedChange } from './due-changes';
import { outcomeOfFailure } from './retry';

/** Records, before a copy is created, that it may be there from now on. */
export async function expectCopies(
  { database }: WorkerPorts,
  planned: readonly PlannedChange[],
): Promise<void> {
  const created = planned.filter(({ change }) => change.kind === 'create');
  await Promise.all(
    created.map(({ row }) =>
      database.replicas.update([row.noteId, row.contact], { uncertain: true }),
    ),
  );
}

/** Texts of a contact's field that are kept with a note. */
const mostFieldTexts = 5;

/** Records that a change was made. The note may have moved on meanwhile: then it is due again. */
export async function recordWritten(
  ports: WorkerPorts,
  { row: { noteId, contact }, change }: PlannedChange,
  { ids, field }: NotesWritten,
): Promise<void> {
  const { database, now } = ports;
  await database.transaction('rw', ['notes', 'replicas', 'contacts', 'connections'], async () => {
    const [row, note] = await Promise.all([
      database.replicas.get([noteId, contact]),
      database.notes.get(noteId),
    ]);
    if (field !== undefined && note !== undefined) {
      await keepFieldText(ports, note, { contact, text: field.outside, at: now() });
    }
    if (row === undefined) return;
    const isWanted = note !== undefined && wantsCopy(note, row);
    if (change.kind === 'remove' && !isWanted) {
      await database.replicas.delete([noteId, contact]);
      return;
    }
    const isCurrent = isWanted && revisionOf(change) === note.revision;
    await database.replicas.put({
      ...keysOf(row),
      ...remoteCopyOf(change, ids.get(noteId)),
      ...(field?.serial === undefined ? {} : { serial: field.serial }),
      state: isCurrent ? 'delivered' : 'waiting',
      updatedAt: now(),
    });
  });
}

/** Stores a contact's earlier field text with the note, unless that is known or the field was empty. */
async function keepFieldText(
  ports: WorkerPorts,
  { id, fieldTexts = [] }: NoteRow,
  stood: FieldText,
): Promise<void> {
  // The person was forgotten, or the account removed, in the meantime: what stood there went with them.
  if ((await copyTargetOf(ports, stood.contact)) === undefined) return;
  const known = fieldTexts.find(({ contact }) => contact === stood.contact);
  if (stood.text.trim() === '' || known?.text === stood.text) return;
  const all = [stood, ...fieldTexts];
  const own = all.filter(({ contact }) => contact === stood.contact);
  const surplus = own.slice(mostFieldTexts);
  await ports.database.notes.update(id, {
    fieldTexts: all.filter((each) => !surplus.includes(each)),
  });
}

/**
 * Records that a contact is gone: a copy that is to be removed went with it; one that somebody took away there
 * stays taken away; every other one waits until the person is found there again.
 */
export async function recordContactGone(
  { database, now }: WorkerPorts,
  ref: ContactRef,
): Promise<void> {
  await database.transaction('rw', ['notes', 'replicas'], async () => {
    const rows = await database.replicas.where('contact').equals(ref).toArray();
    const notes = await database.notes.bulkGet(rows.map(({ noteId }) => noteId));
    const isWanted = (row: ReplicaRow, index: number) => {
      const note = notes[index];
      return note !== undefined && wantsCopy(note, row);
    };
    const unwanted = rows.filter((row, index) => !isWanted(row, index));
    const waiting = rows.filter(
      (row, index) => isWanted(row, index) && !isSettledWithoutContact(row),
    );
    await database.replicas.bulkDelete(unwanted.map(({ noteId, contact }) => [noteId, contact]));
    await database.replicas.bulkPut(
      waiting.map((row): ReplicaRow => {
        const { remoteId, revision, uncertain } = row;
        const wasThere = remoteId !== undefined || revision !== undefined;
        // The contact may come back with it: another one is written only after looking.
        const mayBeThere = uncertain === true || wasThere;
        const gone = { ...keysOf(row), updatedAt: now(), ...(mayBeThere && { uncertain: true }) };
        return { ...gone, state: 'blocked', reason: 'contact-gone' };
      }),
    );
  });
}

/** Whether a copy that is wanted stays as it is when its contact is gone: it waits already, or was taken away there. */
export function isSettledWithoutContact({ state, reason }: ReplicaRow): boolean {
  return state === 'removed-there' || reason === 'contact-gone';
}

/** Records that changes failed, and when they are tried again. */
export async function recordFailure(
  { database, now }: WorkerPorts,
  rows: readonly ReplicaRow[],
  error: unknown,
): Promise<void> {
  await database.transaction('rw', ['replicas'], async () => {
    for (const { noteId, contact } of rows) {
      const row = await database.replicas.get([noteId, contact]);
      if (row === undefined) continue;
      const outcome = outcomeOfFailure(error, row, now());
      await database.replicas.put({ ...row, ...outcome, updatedAt: now() });
    }
  });
}

function keysOf({ noteId, contact, connectionId }: ReplicaRow) {
  return { noteId, contact, connectionId };
}

function revisionOf(change: NoteChange): number | undefined {
  return change.kind === 'remove' ? undefined : change.copy.revision;
}

function remoteCopyOf(
  change: NoteChange,
  remoteId: string | undefined,
): Pick<ReplicaRow, 'remoteId' | 'revision'> {
  return change.kind === 'remove' ? {} : { remoteId, revision: change.copy.revision };
}
