import type { ContactRef } from '../../model/ids';
import type { NoteRow } from '../../model/note';
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
 * there, without an author. To be called in a transaction over notes and sources.
 */
export async function trustedNotes(
  ports: WorkerPorts,
  target: CopyTarget,
  remote: RemoteNotes,
): Promise<RemoteNotes> {
  if (target.kind === 'list') return remote;
  const copies: FoundCopy[] = [];
  const natives = [...remote.natives];
  for (const copy of remote.copies) {
    const note = await ports.database.notes.get(copy.id);
    if (copy.isProven === true) copies.push(copy);
    else if (note === undefined || !(await isOfPerson(ports, note, target.ref))) {
      natives.push({ id: unprovenId(copy), kind: 'note', text: copy.text });
    } else copies.push(asChange(copy, note));
  }
  return { ...remote, copies, natives };
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
async function isOfPerson(ports: WorkerPorts, note: NoteRow, ref: ContactRef): Promise<boolean> {
  if (note.contacts.includes(ref)) return true;
  // A copy that this browser put there, or found there, while the two were one person.
  if ((await ports.database.replicas.get([note.id, ref])) !== undefined) return true;
  const around = await refsOfPerson(ports, ref);
  if (around.some((each) => note.contacts.includes(each))) return true;
  const people = await Promise.all(note.contacts.map((each) => refsOfPerson(ports, each)));
  return people.some((refs) => refs.includes(ref));
}
