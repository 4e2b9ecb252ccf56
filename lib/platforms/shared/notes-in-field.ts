import type { Contact } from '../../model/contact';
import { sealedContent } from '../../notes/copy-marker';
import { readField } from '../../notes/field-block';
import {
  changedField,
  changedMeanwhile,
  type FieldChange,
  isAltered,
  isGarbled,
  sameOutside,
  showsChange,
  standsIn,
} from '../../notes/field-change';
import type { FoundCopy, NoteCopy } from '../../notes/note-copy';
import type { ApiPorts } from '../contract/api';
import { type NoteChange, NoteProblem, type NotesPort, type RemoteNotes } from '../contract/notes';

/** Fact of an account whose field stores other texts than it is given. */
const changesTextFact = 'notesChangeText';

/** A contact's one text field. Both calls throw `TransportError` or `NoteProblem`. */
interface TextField {
  /** Most characters to write; more is refused with `no-room`. */
  limit: number;
  read(contact: Contact, signal: AbortSignal): Promise<string>;
  write(contact: Contact, text: string, signal: AbortSignal): Promise<void>;
  /** True where a write may reach another field than the one that is read: it is then undone. */
  mayMiss?: boolean;
}

/** Notes in a single text field: read, change our block only, write, read again. */
export function notesInField(ports: ApiPorts, field: TextField): NotesPort {
  const notes = new FieldNotes(ports, field);
  return {
    read: async (contact, signal) => {
      const remote = remoteNotesIn(await field.read(contact, signal));
      const seals = await sealed(ports, contact, remote.copies);
      const checked = remote.copies.map((copy, index) => isProvenBy(copy, seals[index]?.seal));
      return { ...remote, copies: checked };
    },
    write: async (contact, { changes, remote }, signal) => {
      const { put, remove } = asFieldChange(changes);
      const change = { put: await sealed(ports, contact, put), remove };
      const written = await notes.change(contact, change, remote?.field, signal);
      return { ids: new Map(change.put.map(({ id }) => [id, id])), ...written };
    },
    putBack: async (contact, text, signal) => {
      const now = await field.read(contact, signal);
      if (standsIn(readField(now).outside, text)) return;
      const after = now === '' ? text : `${text}\n\n${now}`;
      if (after.length > field.limit) throw new NoteProblem('no-room');
      await field.write(contact, after, signal);
      const { outside } = readField(await field.read(contact, signal));
      if (!standsIn(outside, text)) throw new NoteProblem('not-shown');
    },
  };
}

/** With seals that are bound to the contact: on another contact the same line proves nothing. */
function sealed<T extends NoteCopy>(ports: ApiPorts, { id }: Contact, copies: readonly T[]) {
  return Promise.all(
    copies.map(async (copy) => {
      const seal = await ports.seal?.(JSON.stringify([id, sealedContent(copy)]));
      return { ...copy, seal };
    }),
  );
}

function isProvenBy(copy: FoundCopy, seal: string | undefined): FoundCopy {
  return seal === undefined ? copy : { ...copy, isProven: seal === copy.seal };
}

/**
 * Writes into a field that has no version. It is read directly before, so that what others have written
 * by then is kept; a write by somebody else after that is noticed only when it is read again, as `moved`.
 * A field that does not keep texts as they are given is restored once, and left alone from then on.
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
    contact: Contact,
    change: FieldChange,
    known: string | undefined,
    signal: AbortSignal,
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
    const [{ outside }, { serial, outside: outsideAfter }] = [readField(before), readField(after)];
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
    { before, after, change }: Record<'before' | 'after', string> & { change: FieldChange },
  ): 'moved' | 'not-shown' | 'changes-text' | undefined {
    if (showsChange(now, change)) {
      const [wanted, kept] = [readField(after).outside, readField(now).outside];
      // What somebody else wrote in the meantime is not the field's doing.
      return sameOutside(wanted, kept) || !isAltered(wanted, kept) ? undefined : 'changes-text';
    }
    // It looks as if nothing had been written: perhaps the write went to another field.
    if (now === before) return this.field.mayMiss === true ? 'not-shown' : 'moved';
    return isAltered(after, now) || isGarbled(after, now, change) ? 'changes-text' : 'moved';
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
  const put = changes.flatMap((change) => (change.kind === 'remove' ? [] : [change.copy]));
  const remove = changes.flatMap((change) => (change.kind === 'remove' ? [change.noteId] : []));
  return { put, remove };
}
