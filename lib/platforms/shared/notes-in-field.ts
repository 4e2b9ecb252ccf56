import type { Contact } from '../../model/contact';
import { readField } from '../../notes/field-block';
import {
  changedField,
  changedMeanwhile,
  type FieldChange,
  isAltered,
  sameOutside,
  showsChange,
} from '../../notes/field-change';
import type { ApiPorts } from '../contract/api';
import { type NoteChange, NoteProblem, type NotesPort, type RemoteNotes } from '../contract/notes';

/** Fact of an account whose field keeps other texts than it is given. */
const changesTextFact = 'notesChangeText';

/** A contact's one text field. Both calls throw `TransportError` or `NoteProblem`. */
interface TextField {
  /** Most characters to write; more is refused with `no-room`. */
  limit: number;
  read(contact: Contact, signal: AbortSignal): Promise<string>;
  write(contact: Contact, text: string, signal: AbortSignal): Promise<void>;
  /** True where another field than the one that is read may be written: that is put back then. */
  mayMiss?: boolean;
}

/** Notes in a single text field: read, change our block only, write, read again. */
export function notesInField(ports: ApiPorts, field: TextField): NotesPort {
  const notes = new FieldNotes(ports, field);
  return {
    read: async (contact, signal) => remoteNotesIn(await field.read(contact, signal)),
    write: async (contact, { changes, remote }, signal) => {
      const change = asFieldChange(changes);
      const written = await notes.change({ contact, change, signal }, remote?.field);
      return { ids: new Map(change.put.map(({ id }) => [id, id])), ...written };
    },
    putBack: async (contact, text, signal) => {
      const now = await field.read(contact, signal);
      if (sameOutside(now, text)) return;
      await field.write(contact, now === '' ? text : `${text}\n\n${now}`, signal);
    },
  };
}

interface FieldWriting {
  contact: Contact;
  change: FieldChange;
  signal: AbortSignal;
}

/**
 * Writes into a field that has no version. It is read right before, so that what others wrote by then is
 * kept; a writer that comes in after that is noticed only when it is read again, as `moved`. One that
 * does not keep texts as they are given is put back once, and left alone from then on.
 */
class FieldNotes {
  #changesText: boolean;

  constructor(
    private readonly ports: ApiPorts,
    private readonly field: TextField,
  ) {
    this.#changesText = ports.connection.facts[changesTextFact] === 'yes';
  }

  async change(
    { contact, change, signal }: FieldWriting,
    known: string | undefined,
  ): Promise<{ field?: { serial: number | undefined; outside: string } }> {
    const before = await this.field.read(contact, signal);
    if (known !== undefined && changedMeanwhile(known, before, change)) {
      throw new NoteProblem('moved');
    }
    const after = changedField(before, change);
    if (after === before) return {};
    if (this.#changesText) throw new NoteProblem('changes-text');
    if (after.length > this.field.limit && after.length > before.length) {
      throw new NoteProblem('no-room');
    }
    const { outside } = readField(before);
    const { serial, outside: outsideAfter } = readField(after);
    if (!showsChange(after, change) || outsideAfter !== outside) {
      throw new NoteProblem('not-shown');
    }
    await this.field.write(contact, after, signal);
    const now = await this.field.read(contact, signal);
    const problem = this.#problemOf(now, { before, after, change });
    if (problem === undefined) return { field: { serial, outside } };
    if (problem !== 'moved') await this.field.write(contact, before, signal);
    if (problem === 'changes-text') {
      this.#changesText = true;
      await this.ports.remember(changesTextFact, 'yes');
    }
    throw new NoteProblem(problem);
  }

  #problemOf(
    now: string,
    { before, after, change }: { before: string; after: string; change: FieldChange },
  ): 'moved' | 'not-shown' | 'changes-text' | undefined {
    if (showsChange(now, change)) {
      const [wanted, kept] = [readField(after).outside, readField(now).outside];
      // Words of somebody else are theirs.
      return sameOutside(wanted, kept) || !isAltered(wanted, kept) ? undefined : 'changes-text';
    }
    // As if nothing had been written: perhaps it was another field.
    if (now === before) return this.field.mayMiss === true ? 'not-shown' : 'moved';
    return isAltered(after, now) ? 'changes-text' : 'moved';
  }
}

function remoteNotesIn(field: string): RemoteNotes {
  const { copies, outside, serial } = readField(field);
  const text = outside.trim();
  return {
    copies: copies.map(({ raw: _raw, ...copy }) => ({ ...copy, remoteId: copy.id })),
    natives: text === '' ? [] : [{ id: 'text', kind: 'free-text', text }],
    field,
    serial,
    dropped: 0,
  };
}

function asFieldChange(changes: readonly NoteChange[]): FieldChange {
  return {
    put: changes.flatMap((change) => (change.kind === 'remove' ? [] : [change.copy])),
    remove: changes.flatMap((change) => (change.kind === 'remove' ? [change.noteId] : [])),
  };
}
