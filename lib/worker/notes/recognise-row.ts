import type { ReplicaRow } from '../../model/note';
import { copyOf } from '../../notes/merge-copy';
import type { FoundCopy } from '../../notes/note-copy';
import { keepsText } from '../../notes/note-versions';
import type { RemoteNotes } from '../../platforms/contract/notes';
import type { WorkerPorts } from '../ports';
import type { CopyTarget } from './copy-target';

/** What is left of one of our lines that somebody changed. */
const restOfLine = /\n[^\n]*Deskside note [^\n]*$/;

/** A row of a list that was a copy of ours, and no longer ends in our line. */
interface RecognisedRow {
  id: string;
  text: string;
  author: string | undefined;
}

/** The row of a copy that lost its line, by the platform's id; `undefined` where there is none. */
export function recogniseRow(
  { remoteId }: ReplicaRow,
  { natives }: RemoteNotes,
  kind: 'list' | 'text',
): RecognisedRow | undefined {
  const native = kind === 'list' ? natives.find(({ id }) => id === remoteId) : undefined;
  if (native === undefined) return undefined;
  const text = native.text.trim().replace(restOfLine, '').trim();
  return text === '' ? undefined : { id: native.id, text, author: native.author };
}

/**
 * Copies that lost their line and are to be changed anyway, other than those `found`; where somebody changed
 * the text as well, with what counts as an edit of it.
 */
export async function recognisedRows(
  { database }: WorkerPorts,
  { ref, kind }: CopyTarget,
  remote: RemoteNotes,
  found: ReadonlySet<string>,
): Promise<{ noteId: string; edit?: FoundCopy }[]> {
  const rows = await database.replicas.where('contact').equals(ref).toArray();
  const changed = rows.filter(({ noteId, state }) => {
    return !found.has(noteId) && state !== 'delivered' && state !== 'removed-there';
  });
  const recognised: { noteId: string; edit?: FoundCopy }[] = [];
  for (const row of changed) {
    const native = recogniseRow(row, remote, kind);
    const note = await database.notes.get(row.noteId);
    if (native === undefined || note === undefined) continue;
    const { id: remoteId, text, author: writer } = native;
    const revision = row.revision ?? note.revision;
    const edit = { ...copyOf(note), revision, text, edited: true, remoteId, writer };
    recognised.push({ noteId: row.noteId, ...(keepsText(note, text) ? {} : { edit }) });
  }
  return recognised;
}
