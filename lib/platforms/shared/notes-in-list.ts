import type { Contact } from '../../model/contact';
import { fnv, readCopy } from '../../notes/copy-marker';
import type { NoteChange, NotesPort, NoteWriteRequest, RemoteNotes } from '../contract/notes';

/** One of a contact's notes, as the platform lists it. */
export interface ListedNote {
  id: string;
  text: string;
  format?: 'markdown' | undefined;
  /** Who wrote it last, as far as the platform says. */
  author?: string | undefined;
  /** True where the platform shows that this was somebody other than the key's owner. */
  isOthers?: boolean | undefined;
  /** Epoch ms, where the platform knows. */
  createdAt?: number | undefined;
}

/** A contact's notes, each a record of its own. Both calls throw `TransportError` or `NoteProblem`. */
interface NoteRecords {
  /** The account, the same in every browser; absent where ids are unique among all accounts. */
  place?: string;
  /** All notes, the oldest first. */
  read(contact: Contact, signal: AbortSignal): Promise<{ notes: ListedNote[]; dropped: number }>;
  /** Makes one change and returns the note's id there. */
  change(
    contact: Contact,
    change: NoteChange,
    request: NoteWriteRequest,
    signal: AbortSignal,
  ): Promise<string>;
}

/**
 * Notes that are records of their own: copies of ours are recognised by the line they carry. Its seal says
 * beside which contact it was written, so that a row that people paste elsewhere is seen to be pasted.
 */
export function notesInList(records: NoteRecords): NotesPort {
  const sealOf = (contact: Contact, noteId: string) => {
    const text = JSON.stringify([records.place, contact.id, noteId]);
    return fnv(text) + fnv(`${text} `);
  };
  return {
    async read(contact, signal) {
      const { notes, dropped } = await records.read(contact, signal);
      return { ...sorted(notes, (noteId) => sealOf(contact, noteId)), dropped };
    },
    async write(contact, request, signal) {
      const ids = new Map<string, string>();
      for (const change of request.changes) {
        if (change.kind === 'remove') {
          await records.change(contact, change, request, signal);
          continue;
        }
        const copy = { ...change.copy, seal: sealOf(contact, change.copy.id) };
        const remoteId = await records.change(contact, { ...change, copy }, request, signal);
        ids.set(copy.id, remoteId);
      }
      return { ids };
    },
  };
}

function sorted(
  notes: readonly ListedNote[],
  sealOf: (noteId: string) => string,
): Pick<RemoteNotes, 'copies' | 'natives'> {
  const remote: Pick<RemoteNotes, 'copies' | 'natives'> = { copies: [], natives: [] };
  for (const { isOthers, ...note } of notes) {
    const copy = readCopy(note.text);
    if (copy === undefined) remote.natives.push({ ...note, kind: 'note' });
    else {
      const isProven = copy.seal === undefined ? undefined : copy.seal === sealOf(copy.id);
      remote.copies.push({ ...copy, remoteId: note.id, writer: note.author, isOthers, isProven });
    }
  }
  return remote;
}
