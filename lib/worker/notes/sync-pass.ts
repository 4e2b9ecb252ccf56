import { isNotFound } from '../../http/transport-error';
import type { ReplicaRow } from '../../model/note';
import {
  type NoteChange,
  NoteProblem,
  type NotesWritten,
  type RemoteNotes,
} from '../../platforms/contract/notes';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';
import { type CopyTarget, conversationsFor } from './copy-target';
import { dueAt, type PlannedChange, planChanges } from './due-changes';
import { mergeRemoteNotes } from './merge-copies';
import { expectCopies, recordContactGone, recordFailure, recordWritten } from './record-outcome';
import { isAboutOneNote } from './retry';

/**
 * One reading of a contact's notes and one attempt to write what is due. When somebody else wrote in
 * between it asks to be begun again, unless it is the last.
 */
export class SyncPass {
  #mustRepeat = false;
  /** Why what is there could not be read; `undefined` where it was, or did not have to be. */
  readFailure: unknown;

  constructor(
    private readonly ports: WorkerPorts,
    private readonly target: CopyTarget,
    private readonly signal: AbortSignal,
    private readonly isLast: boolean,
  ) {}

  /** Reads when asked to or when it must, then writes what is due; says which of it was done. */
  async run(read: boolean): Promise<'read' | 'written' | 'again'> {
    const rows = await dueAt(this.ports.database, this.target.ref, this.ports.now());
    if (!read && rows.length === 0) return 'written';
    let remote: RemoteNotes | undefined;
    let surplus: NoteChange[] = [];
    if (read || (await this.#mustRead(rows))) {
      const found = await this.#read(rows);
      if (found === undefined) return 'written';
      remote = found;
      surplus = await writeWithRoom(this.ports, () =>
        mergeRemoteNotes(this.ports, this.target, found),
      );
    }
    const planned = await planChanges(this.ports.database, this.target.ref, this.ports.now());
    if (this.target.kind === 'text') await this.#writeTogether(planned, remote);
    else await this.#writeEach(planned, surplus);
    if (this.#mustRepeat) return 'again';
    return remote === undefined ? 'written' : 'read';
  }

  /** Reads what is there; when it cannot be read, that is recorded in the rows. */
  async #read(rows: readonly ReplicaRow[]): Promise<RemoteNotes | undefined> {
    try {
      return await this.target.notes.read(this.target.contact, this.signal);
    } catch (error) {
      this.signal.throwIfAborted();
      this.readFailure = error;
      await recordFailure(this.ports, rows, error);
      if (isNotFound(error)) await recordContactGone(this.ports, this.target.ref);
      return undefined;
    }
  }

  /** Only a note's very first copy can be created without reading what is there. */
  async #mustRead(rows: readonly ReplicaRow[]): Promise<boolean> {
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
        await recordFailure(
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
  async #writeTogether(planned: readonly PlannedChange[], remote: RemoteNotes | undefined) {
    if (planned.length === 0) return;
    const error = await this.#attempt(planned, remote);
    if (error === undefined) return;
    if (planned.length > 1 && isAboutOneNote(error)) {
      for (const each of planned) await this.#write([each], undefined);
    } else await this.#fail(planned, error);
  }

  async #write(
    planned: readonly PlannedChange[],
    remote: RemoteNotes | undefined,
  ): Promise<unknown> {
    const error = await this.#attempt(planned, remote);
    if (error !== undefined) await this.#fail(planned, error);
    return error;
  }

  /** Makes the changes and returns what went wrong, without storing it. */
  async #attempt(
    planned: readonly PlannedChange[],
    remote: RemoteNotes | undefined,
  ): Promise<unknown> {
    await expectCopies(this.ports, planned);
    const destination = await conversationsFor(this.ports, this.target);
    const request = { changes: planned.map(({ change }) => change), destination, remote: remote };
    let written: NotesWritten;
    try {
      written = await this.target.notes.write(this.target.contact, request, this.signal);
    } catch (error) {
      this.signal.throwIfAborted();
      return error;
    }
    for (const each of planned) await recordWritten(this.ports, each, written);
    return undefined;
  }

  async #fail(planned: readonly PlannedChange[], error: unknown): Promise<void> {
    const isMoved = error instanceof NoteProblem && error.reason === 'moved';
    if ((isMoved || isNotFound(error)) && !this.isLast) this.#mustRepeat = true;
    else {
      await recordFailure(
        this.ports,
        planned.map(({ row }) => row),
        error,
      );
    }
  }

  /** What does not succeed now is found again by the next reading. */
  async #removeSurplus(changes: readonly NoteChange[]): Promise<void> {
    const request = { changes, destination: { conversations: [] } };
    await this.target.notes.write(this.target.contact, request, this.signal).catch(() => undefined);
    this.signal.throwIfAborted();
  }
}
