import { TransportError } from '../../http/errors';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import { coverageOfFailure } from '../failures';
import type { JoinedContacts } from '../gathering/joined-contacts';
import { followMerge } from '../people/follow-merge';
import type { WorkerPorts } from '../ports';
import { loadHistory } from './history';

export interface FollowOptions {
  signal: AbortSignal;
  /** Fetch again though fresh. */
  force: boolean;
  /** Called after each part that was written. */
  onPart(coverage: Coverage): Promise<void>;
}

/** The contacts that one connection has of a person, and the reading of their histories. */
export class FollowedHistories {
  readonly #contacts = new Map<string, Contact>();
  readonly #histories: Promise<Coverage | undefined>[] = [];

  constructor(
    private readonly ports: WorkerPorts,
    private readonly connection: Connection,
    private readonly joined: JoinedContacts,
    private readonly options: FollowOptions,
  ) {}

  get ids(): string[] {
    return [...this.#contacts.keys()];
  }

  has(id: string): boolean {
    return this.#contacts.has(id);
  }

  /** Begins to read the histories of those that are not followed yet. */
  follow(contacts: readonly Contact[]): void {
    for (const contact of contacts) {
      if (this.#contacts.has(contact.id)) continue;
      this.#contacts.set(contact.id, contact);
      const history = this.#read(contact);
      // An abort is told when all histories are awaited; until then it must not count as unheard.
      history.catch(() => undefined);
      this.#histories.push(history);
    }
  }

  /** What is held of each that the platform still has, once all are read. Rejects when aborted. */
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
      return await loadHistory(this.ports, this.connection, contact, this.options);
    } catch (error) {
      this.options.signal.throwIfAborted();
      const isGone = error instanceof TransportError && error.failure === 'not-found';
      return isGone ? this.#readSurvivor(contact) : coverageOfFailure(error, this.ports.now());
    }
  }

  /** Reads the history of whom a contact that is gone was merged into, as far as that is told. */
  async #readSurvivor(gone: Contact): Promise<Coverage | undefined> {
    const { signal } = this.options;
    try {
      const survivor = await followMerge(this.ports, this.connection, gone, signal);
      if (survivor === undefined || this.#contacts.has(survivor.id)) return undefined;
      await this.joined.admit([survivor]);
      this.#contacts.delete(gone.id);
      this.#contacts.set(survivor.id, survivor);
      return await this.#read(survivor);
    } catch (error) {
      signal.throwIfAborted();
      return coverageOfFailure(error, this.ports.now());
    }
  }
}
