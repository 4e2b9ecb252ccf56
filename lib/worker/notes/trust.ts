import { parseContactRef } from '../../model/ids';
import type { NoteRow, ReplicaRow } from '../../model/note';
import { copyOf } from '../../notes/merge-copy';
import { type FoundCopy, saysTheSame } from '../../notes/note-copy';
import { sameText } from '../../notes/note-text';
import { authorInLine } from '../../notes/unnamed-editor';
import { unprovenId } from '../../notes/unproven-note';
import type { RemoteNotes } from '../../platforms/contract/notes';
import type { WorkerPorts } from '../ports';
import { type CopyTarget, refsOfPerson } from './copy-target';

/**
 * Which parts of a reading count. A text field can be written by outsiders: a line there without a seal that
 * this browser can check and that fits proves nothing. Where its note is known from nowhere else, or from
 * another person, it is a platform's own note; otherwise what is new in it is a change by an unknown person
 * there, without an author. A row of a list is taken for a copy unless it was pasted beside another person:
 * then it is a platform's own note as well. To be called in a transaction over notes and sources.
 */
export async function trustedNotes(
  ports: WorkerPorts,
  target: CopyTarget,
  remote: RemoteNotes,
): Promise<RemoteNotes> {
  const copies: FoundCopy[] = [];
  const natives = [...remote.natives];
  for (const copy of remote.copies) {
    const note = await ports.database.notes.get(copy.id);
    const trusted = await (target.kind === 'list' ? trustedRow : trustedLine)(
      ports,
      target,
      copy,
      note,
    );
    if (trusted !== undefined) copies.push(trusted);
    else natives.push(target.kind === 'list' ? pastedRow(copy) : claimedLine(copy));
  }
  return { ...remote, copies, natives };
}

async function trustedLine(
  ports: WorkerPorts,
  target: CopyTarget,
  copy: FoundCopy,
  note: NoteRow | undefined,
): Promise<FoundCopy | undefined> {
  if (copy.isProven === true) return copy;
  const isTheirs = note !== undefined && (await isOfPerson(ports, note, target));
  return isTheirs ? asChange(copy, note) : undefined;
}

function claimedLine({ id, revision, text }: FoundCopy): RemoteNotes['natives'][number] {
  return { id: unprovenId({ id, revision }), kind: 'note', text };
}

async function trustedRow(
  ports: WorkerPorts,
  target: CopyTarget,
  copy: FoundCopy,
  note: NoteRow | undefined,
): Promise<FoundCopy | undefined> {
  if (note === undefined) return copy;
  if (copy.isProven !== true) {
    return (await belongsHere(ports, note, copy, target)) ? copy : undefined;
  }
  await leavePasted(ports, note, target);
  return copy;
}

function pastedRow(copy: FoundCopy): RemoteNotes['natives'][number] {
  const author = copy.edited ? copy.writer : copy.author;
  return { id: unprovenId(copy), kind: 'note', text: copy.text, format: 'markdown', author };
}

/**
 * Whether a row of a list without a seal that fits may be the note's copy at this contact: it is the
 * person's, the helpdesk moved it here with a contact that it merged, or the note is known from no account
 * that is still there. Every other row was pasted beside somebody else.
 */
async function belongsHere(
  ports: WorkerPorts,
  note: NoteRow,
  copy: FoundCopy,
  target: CopyTarget,
): Promise<boolean> {
  const { ref, connection } = target;
  if (note.parted?.includes(ref) === true && copy.seal === undefined) return true;
  if (await isOfPerson(ports, note, target)) return true;
  const { replicas, connections } = ports.database;
  const rows = await replicas.where({ noteId: note.id, connectionId: connection.id }).toArray();
  if (rows.some((row) => isMovedFrom(row, copy, target))) return true;
  const accounts = await connections.toCollection().primaryKeys();
  return !note.contacts.some((each) => accounts.includes(parseContactRef(each).connectionId));
}

/** Whether a copy was at another contact before, which the helpdesk merged into this one. */
export function isMovedFrom(
  row: ReplicaRow,
  { remoteId }: Pick<FoundCopy, 'remoteId'>,
  { ref, connection, kind }: CopyTarget,
): boolean {
  if (row.connectionId !== connection.id || row.contact === ref) return false;
  return row.reason === 'contact-gone' || (kind === 'list' && row.remoteId === remoteId);
}

/** A row that was pasted elsewhere, and read before the note itself was, does not join the two. */
async function leavePasted(ports: WorkerPorts, note: NoteRow, target: CopyTarget): Promise<void> {
  const { replicas, notes } = ports.database;
  const rows = await replicas.where('noteId').equals(note.id).toArray();
  const pasted = rows.filter((row) => row.isMisplaced === true);
  if (pasted.length === 0 || (await isOfPerson(ports, note, target))) return;
  const refs = pasted.map(({ contact }) => contact);
  await replicas.bulkDelete(refs.map((contact) => [note.id, contact]));
  await notes.update(note.id, { contacts: note.contacts.filter((each) => !refs.includes(each)) });
}

/**
 * Neither its author nor a revision above the note's is believed, nor that it is meant for other accounts;
 * a text that is known keeps its author.
 */
function asChange(copy: FoundCopy, note: NoteRow): FoundCopy {
  const revision = Math.min(copy.revision, note.revision);
  const { onlyHere } = note.scope.kind === 'browser' ? copy : copyOf(note);
  const marked = { ...copy, revision, onlyHere };
  const known = [note, ...note.versions].find(({ text }) => sameText(text, copy.text));
  const isBehind = copy.revision <= note.revision || saysTheSame(marked, copyOf(note));
  if (copy.edited || known === undefined || !isBehind) return { ...marked, edited: true };
  return { ...marked, author: authorInLine(known) };
}

/** Whether a contact is known to be the person that a note is about. */
async function isOfPerson(
  ports: WorkerPorts,
  note: NoteRow,
  { ref, beside }: CopyTarget,
): Promise<boolean> {
  if (note.contacts.includes(ref)) return true;
  // A copy that this browser put there, or found there, while the two were one person.
  if ((await ports.database.replicas.get([note.id, ref])) !== undefined) return true;
  const around = await refsOfPerson(ports, ref);
  if (around.some((each) => note.contacts.includes(each))) return true;
  const anchors = beside === undefined ? note.contacts : [...note.contacts, beside];
  const people = await Promise.all(anchors.map((each) => refsOfPerson(ports, each)));
  return people.some(
    (refs) => refs.includes(ref) && refs.some((each) => note.contacts.includes(each)),
  );
}
