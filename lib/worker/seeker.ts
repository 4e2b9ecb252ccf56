import { TransportError } from '../http/errors';
import { identifierKey } from '../identity/evidence';
import { tellingIdentifiers } from '../identity/telling';
import type { Connection } from '../model/connection';
import type { Contact, Identifier } from '../model/contact';
import type { Coverage } from '../model/coverage';
import { contactRef } from '../model/ids';
import type { SourceRow } from '../model/screen';
import { coverageOfFailure, isFailure, restsAfter } from './failures';
import { followMerge } from './follow-merge';
import type { GatherOptions } from './gather';
import { recordHealth } from './health';
import { loadHistory } from './history';
import type { IdentifierPool } from './identifier-pool';
import type { JoinedContacts } from './joined-contacts';
import { lookUp } from './lookup';
import { mergeCoverage } from './merge-coverage';
import type { WorkerPorts } from './ports';
import { writeWithRoom } from './quota';

export interface Search {
  /** The contact on screen. */
  anchor: Contact;
  connection: Connection;
  /** Shared by the seekers of all connections. */
  pool: IdentifierPool;
  joined: JoinedContacts;
  /** Contacts of this connection that a person said are the one on screen. */
  linked: readonly Contact[];
}

/** One connection's part in gathering a person. */
export class Seeker {
  readonly #asked = new Set<string>();
  readonly #contacts = new Map<string, Contact>();
  readonly #histories: Promise<Coverage | undefined>[] = [];
  readonly #own: boolean;
  readonly #startedAt: number;

  constructor(
    private readonly ports: WorkerPorts,
    private readonly search: Search,
    private readonly options: GatherOptions,
  ) {
    this.#own = search.connection.id === search.anchor.connectionId;
    this.#startedAt = ports.now();
  }

  /** Finds the person here and reads their history. Rejects only when aborted. */
  async run(): Promise<void> {
    if (await this.#restsAfterFailure()) {
      this.search.pool.leave();
      return;
    }
    try {
      if (this.#own) this.#follow([this.search.anchor]);
      this.#follow(this.search.linked);
      await this.#write(this.#own ? 'loading' : 'finding');
      const notFound = await this.#find();
      await this.#settle(await this.#outcome(notFound));
    } catch (error) {
      await Promise.allSettled(this.#histories);
      this.options.signal.throwIfAborted();
      await this.#settle(coverageOfFailure(error, this.ports.now()));
    }
  }

  /** Searches until somebody is found or no connection can add an identifier any more. */
  async #find(): Promise<Coverage> {
    const { pool } = this.search;
    let coverage = this.#nothingToGoBy();
    let identifiers = pool.unasked(this.#asked);
    try {
      for (;;) {
        if (identifiers.length > 0) {
          coverage = await this.#lookUp(identifiers);
          if (this.#contacts.size > 0) break;
        }
        if (this.#own) break;
        await this.#write('settled', coverage);
        identifiers = await pool.next(this.#asked, this.options.signal);
        if (identifiers.length === 0) return coverage;
        await this.#write('finding', coverage);
      }
    } catch (error) {
      pool.leave();
      throw error;
    }
    pool.leave();
    return coverage;
  }

  async #lookUp(identifiers: Identifier[]): Promise<Coverage> {
    const { pool, joined, connection } = this.search;
    for (const identifier of identifiers) this.#asked.add(identifierKey(identifier));
    const result = await lookUp(this.ports, connection, identifiers, {
      signal: this.options.signal,
      force: this.options.force,
      storedOnly: this.#own,
      onProgress: (coverage) => this.#write('finding', coverage),
    });
    pool.exclude(result.shared);
    joined.exclude(result.shared);
    const known = result.contacts.filter((contact) => this.#contacts.has(contact.id));
    const fresh = result.contacts.filter((contact) => !this.#contacts.has(contact.id));
    const found = [...known, ...(await joined.admit(fresh))];
    this.#follow(found);
    pool.add(found.flatMap((contact) => tellingIdentifiers(contact, joined.rules)));
    if (found.length > 0) await this.#write('loading');
    return result.coverage;
  }

  #follow(contacts: readonly Contact[]): void {
    for (const contact of contacts) {
      if (this.#contacts.has(contact.id)) continue;
      this.#contacts.set(contact.id, contact);
      const history = this.#read(contact);
      // An abort is told when all histories are awaited; until then it must not count as unheard.
      history.catch(() => undefined);
      this.#histories.push(history);
    }
  }

  /** The coverage of one contact's history; `undefined` when the platform no longer has it. */
  async #read(contact: Contact): Promise<Coverage | undefined> {
    try {
      return await loadHistory(this.ports, this.search.connection, contact, {
        signal: this.options.signal,
        force: this.options.force,
        onPart: (coverage) => this.#write('loading', coverage),
      });
    } catch (error) {
      this.options.signal.throwIfAborted();
      const isGone = error instanceof TransportError && error.failure === 'not-found';
      return isGone ? this.#readSurvivor(contact) : coverageOfFailure(error, this.ports.now());
    }
  }

  /** Reads the history of whom a contact that is gone was merged into, as far as that is told. */
  async #readSurvivor(gone: Contact): Promise<Coverage | undefined> {
    const { connection } = this.search;
    try {
      const survivor = await followMerge(this.ports, connection, gone, this.options.signal);
      if (survivor === undefined || this.#contacts.has(survivor.id)) return undefined;
      await this.search.joined.admit([survivor]);
      this.#contacts.delete(gone.id);
      this.#contacts.set(survivor.id, survivor);
      return await this.#read(survivor);
    } catch (error) {
      this.options.signal.throwIfAborted();
      return coverageOfFailure(error, this.ports.now());
    }
  }

  async #outcome(notFound: Coverage): Promise<Coverage> {
    const coverages = (await Promise.all(this.#histories)).filter((each) => each !== undefined);
    const { anchorProblem } = this.options;
    if (this.#own && anchorProblem !== undefined) return anchorProblem;
    const [first, ...rest] = coverages;
    if (first === undefined) {
      const gone = this.#contacts.size > 0;
      return gone ? { state: 'not-found', dropped: 0, checkedAt: this.ports.now() } : notFound;
    }
    const merged = mergeCoverage([first, ...rest]);
    const pretends = merged.state === 'complete' && this.search.connection.restricted === true;
    return pretends ? { ...merged, state: 'partial', reason: 'restricted-view' } : merged;
  }

  async #settle(coverage: Coverage): Promise<void> {
    await this.#write('settled', coverage, !isFailure(coverage));
    // Only an answer of this run says anything about the connection.
    const answered = coverage.state !== 'captured' && coverage.checkedAt >= this.#startedAt;
    if (answered) await recordHealth(this.ports, this.search.connection.id, coverage);
  }

  #nothingToGoBy(): Coverage {
    const base = { dropped: 0, checkedAt: this.ports.now() };
    return this.search.pool.excluded.size > 0
      ? { ...base, state: 'not-found', reason: 'shared-identifier' }
      : { ...base, state: 'unknown-identity', reason: 'no-identifier' };
  }

  async #restsAfterFailure(): Promise<boolean> {
    if (this.options.force) return false;
    const row = await this.ports.database.sources.get(this.#key());
    return row?.phase === 'settled' && restsAfter(row.coverage, this.ports.now());
  }

  #key(): [string, string] {
    return [contactRef(this.search.anchor), this.search.connection.id];
  }

  /**
   * Until this run has found anybody, what the last one found stays on screen; it goes only when
   * the platform answered (`isAnswer`) that there is nobody.
   */
  async #write(phase: SourceRow['phase'], coverage?: Coverage, isAnswer = false): Promise<void> {
    this.options.signal.throwIfAborted();
    const { sources } = this.ports.database;
    const [anchor, connectionId] = this.#key();
    const ids = [...this.#contacts.keys()];
    const write = async (): Promise<void> => {
      const stored = await sources.get([anchor, connectionId]);
      await sources.put({
        anchor,
        connectionId,
        phase,
        coverage: coverage ?? stored?.coverage,
        contactIds: ids.length > 0 || isAnswer ? ids : (stored?.contactIds ?? []),
        updatedAt: this.ports.now(),
      });
    };
    await writeWithRoom(this.ports, () => this.ports.database.transaction('rw', sources, write));
  }
}
