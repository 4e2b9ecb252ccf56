import type { Contact } from '../../model/contact';
import { readField } from '../../notes/field-block';
import { changedField, type FieldChange, showsChange } from '../../notes/field-change';
import { type NoteChange, NoteProblem, type NotesPort, type RemoteNotes } from '../contract/notes';

/** A contact's one text field. Both calls throw `TransportError` or `NoteProblem`. */
interface TextField {
  /** Most characters to write; more is refused with `no-room`. */
  limit: number;
  read(contact: Contact, signal: AbortSignal): Promise<string>;
  write(contact: Contact, text: string, signal: AbortSignal): Promise<void>;
  /** True where another field than the one that is read may be written: that is put back then. */
  mayMiss?: boolean;
}

/**
 * Notes in a single text field: read, change our block only, write, read again. Such a field has no
 * version, so a writer that came in between is noticed only afterwards, as `moved`.
 */
export function notesInField(field: TextField): NotesPort {
  return {
    async read(contact, signal) {
      return remoteNotesIn(await field.read(contact, signal));
    },
    async write(contact, { changes, remote }, signal) {
      const before = remote?.field ?? (await field.read(contact, signal));
      const change = asFieldChange(changes);
      const after = changedField(before, change);
      if (after.length > field.limit && after.length > before.length) {
        throw new NoteProblem('no-room');
      }
      if (after !== before) {
        await field.write(contact, after, signal);
        const now = await field.read(contact, signal);
        if (!showsChange(now, change))
          throw await notShown(field, contact, { before, now }, signal);
      }
      return new Map(change.put.map(({ id }) => [id, id]));
    },
  };
}

/**
 * Where the field reads as if nothing had been written, it was perhaps another one that was written:
 * what could be read before is put back, and nothing is tried again.
 */
async function notShown(
  field: TextField,
  contact: Contact,
  { before, now }: { before: string; now: string },
  signal: AbortSignal,
): Promise<NoteProblem> {
  if (field.mayMiss !== true || now !== before) return new NoteProblem('moved');
  await field.write(contact, before, signal);
  return new NoteProblem('not-shown');
}

function remoteNotesIn(field: string): RemoteNotes {
  const { copies, outside } = readField(field);
  const text = outside.trim();
  return {
    copies: copies.map(({ raw: _raw, ...copy }) => ({ ...copy, remoteId: copy.id })),
    natives: text === '' ? [] : [{ id: 'text', kind: 'free-text', text }],
    field,
    dropped: 0,
  };
}

function asFieldChange(changes: readonly NoteChange[]): FieldChange {
  return {
    put: changes.flatMap((change) => (change.kind === 'remove' ? [] : [change.copy])),
    remove: changes.flatMap((change) => (change.kind === 'remove' ? [change.noteId] : [])),
  };
}
