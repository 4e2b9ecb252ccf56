import type { ReplicaRow } from '../../model/note';
import { type HeldNotes, type NoteChange, NoteProblem } from '../../platforms/contract/notes';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';
import { isAboutOneNote, isNotFound } from './note-failures';
import { conversationsFor, type NoteTarget } from './note-place';
import { dueAt, type PlannedChange, planChanges } from './note-plan';
import { takeIn } from './note-reading';
import { expectCopies, settleChange, settleFailure } from './note-settling';

/**
 * One look at a contact's notes and one attempt to write what is due. When somebody else wrote in
 * between it asks to be begun anew, unless it is the last.
 */
export class NoteRound {
  #isAgain = false;

  constructor(
    private readonly ports: WorkerPorts,
    private readonly target: NoteTarget,
    private readonly signal: AbortSignal,
    private readonly isLast: boolean,
  ) {}

  /** Reads when told to or when it must, then writes what is due; says which of it was done. */
  async run(read: boolean): Promise<'read' | 'written' | 'again'> {
    const rows = await dueAt(this.ports.database, this.target.ref, this.ports.now());
    if (!read && rows.length === 0) return 'written';
    let held: HeldNotes | undefined;
    let surplus: NoteChange[] = [];
    if (read || (await this.#mustLook(rows))) {
      const found = await this.#look(rows);
      if (found === undefined) return 'written';
      held = found;
      surplus = await writeWithRoom(this.ports, () => takeIn(this.ports, this.target, found));
    }
    const planned = await planChanges(this.ports.database, this.target.ref, this.ports.now());
    if (this.target.kind === 'text') await this.#writeTogether(planned, held);
    else await this.#writeEach(planned, surplus);
    if (this.#isAgain) return 'again';
    return held === undefined ? 'written' : 'read';
  }

  /** What is there; when it cannot be read, that is kept in the rows. */
  async #look(rows: readonly ReplicaRow[]): Promise<HeldNotes | undefined> {
    try {
      return await this.target.notes.read(this.target.contact, this.signal);
    } catch (error) {
      this.signal.throwIfAborted();
      await settleFailure(this.ports, rows, error);
      return undefined;
    }
  }

  /** Only a note's very first copy can be created without a look at what is there. */
  async #mustLook(rows: readonly ReplicaRow[]): Promise<boolean> {
    if (this.target.kind === 'text') return true;
    const notes = await this.ports.database.notes.bulkGet(rows.map(({ noteId }) => noteId));
    return rows.some((row, index) => {
      const wasTried = row.uncertain === true || (row.attempts ?? 0) > 0;
      return wasTried || row.remoteId !== undefined || notes[index]?.revision !== 1;
    });
  }

  async #writeEach(planned: readonly PlannedChange[], surplus: readonly NoteChange[]) {
    for (const [index, each] of planned.entries()) {
      const error = await this.#write([each], undefined);
      if (error !== undefined && !isAboutOneNote(error)) {
        await settleFailure(
          this.ports,
          planned.slice(index + 1).map(({ row }) => row),
          error,
        );
        return;
      }
    }
    if (surplus.length > 0) await this.#removeSurplus(surplus);
  }

  /** A text field takes all changes at once; where there is no room for all, one after the other. */
  async #writeTogether(planned: readonly PlannedChange[], held: HeldNotes | undefined) {
    if (planned.length === 0) return;
    const error = await this.#attempt(planned, held);
    if (error === undefined) return;
    if (planned.length > 1 && isAboutOneNote(error)) {
      for (const each of planned) await this.#write([each], undefined);
    } else await this.#fail(planned, error);
  }

  async #write(planned: readonly PlannedChange[], held: HeldNotes | undefined): Promise<unknown> {
    const error = await this.#attempt(planned, held);
    if (error !== undefined) await this.#fail(planned, error);
    return error;
  }

  /** Makes the changes and gives what went wrong, without keeping that. */
  async #attempt(planned: readonly PlannedChange[], held: HeldNotes | undefined): Promise<unknown> {
    await expectCopies(this.ports, planned);
    const place = await conversationsFor(this.ports, this.target);
    const wish = { changes: planned.map(({ change }) => change), place, held };
    let ids: Map<string, string>;
    try {
      ids = await this.target.notes.write(this.target.contact, wish, this.signal);
    } catch (error) {
      this.signal.throwIfAborted();
      return error;
    }
    for (const each of planned) await settleChange(this.ports, each, ids.get(each.row.noteId));
    return undefined;
  }

  async #fail(planned: readonly PlannedChange[], error: unknown): Promise<void> {
    const isMoved = error instanceof NoteProblem && error.reason === 'moved';
    if ((isMoved || isNotFound(error)) && !this.isLast) this.#isAgain = true;
    else {
      await settleFailure(
        this.ports,
        planned.map(({ row }) => row),
        error,
      );
    }
  }

  /** What does not succeed now is found again by the next reading. */
  async #removeSurplus(changes: readonly NoteChange[]): Promise<void> {
    const wish = { changes, place: { conversations: [] } };
    await this.target.notes.write(this.target.contact, wish, this.signal).catch(() => undefined);
    this.signal.throwIfAborted();
  }
}
