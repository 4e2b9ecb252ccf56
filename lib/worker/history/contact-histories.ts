import { isNotFound } from '../../http/transport-error';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import { coverageOfFailure } from '../failure-coverage';
import { followMerge } from '../people/follow-merge';
import type { PersonCandidates } from '../person-lookup/candidates';
import type { WorkerPorts } from '../ports';
import { loadNewest } from './load';

export interface ContactHistoriesOptions {
  signal: AbortSignal;
  /** Fetch again though fresh. */
  force: boolean;
  /** Called after each part that was written. */
  onPart(coverage: Coverage): Promise<void>;
}

/** The contacts that one connection has of a person, and the reading of their histories. */
export class ContactHistories {
  readonly #contacts = new Map<string, Contact>();
  readonly #histories: Promise<Coverage | undefined>[] = [];

  constructor(
    private readonly ports: WorkerPorts,
    private readonly connection: Connection,
    private readonly candidates: PersonCandidates,
    private readonly options: ContactHistoriesOptions,
  ) {}

  get ids(): string[] {
    return [...this.#contacts.keys()];
  }

  has(id: string): boolean {
    return this.#contacts.has(id);
  }

  /** Begins to read the histories of those that are not followed yet. */
  add(contacts: readonly Contact[]): void {
    for (const contact of contacts) {
      if (this.#contacts.has(contact.id)) continue;
      this.#contacts.set(contact.id, contact);
      const history = this.#read(contact);
      // An abort is reported when all histories are awaited; until then it must not count as an unhandled
      // rejection.
      history.catch(() => undefined);
      this.#histories.push(history);
    }
  }

  /** What is stored of each that the platform still has, once all are read. Rejects when aborted. */
  async coverages(): Promise<Coverage[]> {
    return (await Promise.all(this.#histories)).filter((each) => each !== undefined);
  }

  /** Resolves when nothing is read any longer, however it ended. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.#histories);
  }

  /** The coverage of one contact's history; `undefined` when the platform no longer has it. */
  async #read(contact: Contact): Promise<Coverage | undefined> {
    try {
      return await loadNewest(this.ports, this.connection, contact, this.options);
    } catch (error) {
      this.options.signal.throwIfAborted();
      const isGone = isNotFound(error);
      return isGone ? this.#readMergeTarget(contact) : coverageOfFailure(error, this.ports.now());
    }
  }

  /** Reads the history of the contact into which one that is gone was merged, as far as the platform reports it. */
  async #readMergeTarget(gone: Contact): Promise<Coverage | undefined> {
    const { signal } = this.options;
    try {
      const mergeTarget = await followMerge(this.ports, this.connection, gone, signal);
      if (mergeTarget === undefined || this.#contacts.has(mergeTarget.id)) return undefined;
      await this.candidates.admit([mergeTarget]);
      this.#contacts.delete(gone.id);
      this.#contacts.set(mergeTarget.id, mergeTarget);
      return await this.#read(mergeTarget);
    } catch (error) {
      signal.throwIfAborted();
      return coverageOfFailure(error, this.ports.now());
    }
  }
}
