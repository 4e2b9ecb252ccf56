import type { ContactRef } from '../../model/ids';
import type { NoteRow } from '../../model/note';
import type { FoundCopy } from '../../notes/note-copy';
import { keepsText } from '../../notes/note-versions';
import { unprovenId } from '../../notes/unproven-note';
import type { RemoteNotes } from '../../platforms/contract/notes';
import type { WorkerPorts } from '../ports';
import { type CopyTarget, refsOfPerson } from './copy-target';

/**
 * What counts of a reading. A text field can be written by outsiders: a line there that carries no seal
 * of the account proves nothing. Where its note is known from nowhere else, or from another person,
 * it is a platform's own note; and another text of a note that is known is a change by somebody
 * there, under nobody's name. To be called in a transaction over notes and sources.
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
    } else copies.push(copy.isProven === false ? asChange(copy, note) : copy);
  }
  return { ...remote, copies, natives };
}

function asChange(copy: FoundCopy, note: NoteRow): FoundCopy {
  if (copy.edited || keepsText(note, copy.text)) return copy;
  return { ...copy, edited: true, revision: Math.min(copy.revision, note.revision) };
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
