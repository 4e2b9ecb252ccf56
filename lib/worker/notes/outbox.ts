import { isResting } from '../../http/retry';
import { TransportError } from '../../http/transport-error';
import { type ContactRef, parseContactRef } from '../../model/ids';
import { type ReplicaRow, troubledStates } from '../../model/note';
import { isStuck } from '../../notes/replicas';
import { replicasIn } from '../../storage/note-queries';
import { accessReasons } from '../failure-coverage';
import type { WorkerPorts } from '../ports';
import { dueAt, isDue } from './due-changes';
import { recordFailure } from './record-outcome';
import { syncContact } from './sync';

/** The browser wakes the worker no sooner than this (ms); it stops an idle one about as soon. */
const wakeDelayMs = 30_000;

/**
 * As a replica keeps them, among reasons of its own. That a field changes texts is forgotten by an account that
 * is saved anew.
 */
const mendableReasons: ReadonlySet<string> = new Set([...accessReasons, 'changes-text']);

/** The browser's part of the outbox; the worker puts it in. */
export interface OutboxPorts {
  /** Wakes the worker at `at` (epoch ms), replacing an earlier alarm; never when `undefined`. */
  schedule(at: number | undefined): Promise<void>;
  /** Aborts when one contact's delivery has taken long enough. */
  limit(): AbortSignal;
  /** Shows how many notes are stuck. */
  showStuck(count: number): Promise<void>;
}

/**
 * Delivers what the replicas ask for, until nothing is due. Everything it needs is stored: a worker that is
 * stopped anywhere continues when it is started again. A pass with nothing due reads a few rows and calls no
 * platform.
 */
export class NoteOutbox {
  #pass: Promise<void> | undefined;
  #isWanted = false;
  /** Tells the pass that is waiting for deliveries that there may be others to begin. */
  #look: () => void = () => undefined;
  /** The delivery under way, by connection. A slow or endless one delays no other. */
  readonly #lines = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();

  constructor(
    private readonly ports: WorkerPorts,
    private readonly outboxPorts: OutboxPorts,
  ) {}

  /** Works until nothing is due; joins a pass under way, which then checks once more. */
  wake(): Promise<void> {
    this.#isWanted = true;
    this.#look();
    this.#pass ??= this.#work();
    return this.#pass;
  }

  /** After connections changed, everything that was refused for what may have been mended is due again. */
  async connectionsChanged(): Promise<void> {
    await this.ports.database.replicas
      .where('state')
      .equals('blocked')
      .filter(({ reason }) => mendableReasons.has(reason ?? ''))
      .modify({ state: 'waiting', reason: undefined });
    await this.wake();
  }

  /** Ends all work at once, as the browser does when it stops the worker. */
  stop(): void {
    this.#stop.abort(new DOMException('stopped', 'AbortError'));
  }

  async #work(): Promise<void> {
    try {
      while (this.#isWanted || this.#lines.size > 0) {
        this.#isWanted = false;
        const looked = new Promise<void>((resolve) => {
          this.#look = resolve;
        });
        const refs = await this.#due();
        const free = refs.filter((ref) => !this.#lines.has(parseContactRef(ref).connectionId));
        if (free.length > 0) {
          await this.outboxPorts.schedule(this.ports.now() + wakeDelayMs);
          this.#begin(free);
        }
        if (this.#lines.size > 0) {
          // A wake-up meanwhile makes it look at the other connections again.
          await Promise.race([...this.#lines.values(), looked]);
        } else {
          // A wake-up while the alarm is being set is not lost.
          await this.#scheduleNext();
        }
      }
    } finally {
      this.#pass = undefined;
    }
  }

  #begin(refs: readonly ContactRef[]): void {
    const byConnection = new Map<string, ContactRef[]>();
    for (const ref of refs) {
      const { connectionId } = parseContactRef(ref);
      byConnection.set(connectionId, [...(byConnection.get(connectionId) ?? []), ref]);
    }
    for (const [connectionId, own] of byConnection) {
      const line = Promise.all(own.map((ref) => this.#deliver(ref))).then(() => undefined);
      const ended = line.finally(() => {
        this.#lines.delete(connectionId);
        this.#isWanted = true;
      });
      // The pass handles a failure; after it has ended there is nothing left to report one to.
      ended.catch(() => undefined);
      this.#lines.set(connectionId, ended);
    }
  }

  /** One contact's sync, for so long at the most: what takes longer is tried again later. */
  async #deliver(ref: ContactRef): Promise<void> {
    const limit = this.outboxPorts.limit();
    const signal = AbortSignal.any([this.#stop.signal, limit]);
    try {
      await syncContact(this.ports, ref, { signal, read: false });
    } catch (error) {
      if (!limit.aborted || this.#stop.signal.aborted) throw error;
      const rows = await dueAt(this.ports.database, ref, this.ports.now());
      await recordFailure(this.ports, rows, new TransportError('timeout'));
    }
  }

  async #due(): Promise<ContactRef[]> {
    const rows = await this.#open();
    const now = this.ports.now();
    return [...new Set(rows.filter((row) => isDue(row, now)).map(({ contact }) => contact))];
  }

  #open(): Promise<ReplicaRow[]> {
    return replicasIn(this.ports.database, ['waiting', 'retrying']);
  }

  async #scheduleNext(): Promise<void> {
    const times = (await this.#open()).flatMap(({ retryAt }) => retryAt ?? []);
    const now = this.ports.now();
    const rested = times.map((time) => (isResting(time, now) ? time : now));
    const soonest = Math.max(now + wakeDelayMs, Math.min(...rested));
    await this.outboxPorts.schedule(times.length === 0 ? undefined : soonest);
    const rows = await replicasIn(this.ports.database, troubledStates);
    const notes = new Set(rows.filter(isStuck).map(({ noteId }) => noteId));
    await this.outboxPorts.showStuck(notes.size);
  }
}
