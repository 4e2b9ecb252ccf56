import { idSpaceOf } from '../../identity/distinctive-identifiers';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import { type Coverage, isFailedCoverage } from '../../model/coverage';
import { contactRef } from '../../model/ids';
import type { SourceRow } from '../../model/screen';
import { recordHealth } from '../connections/health';
import { coverageOfFailure } from '../failure-coverage';
import { isPausedByFailure } from '../failure-pause';
import { ContactHistories } from '../history/contact-histories';
import { mergeCoverage } from '../history/merge-coverage';
import { linkedContacts } from '../people/linked-contacts';
import type { WorkerPorts } from '../ports';
import { SourceWriter } from '../source-writer';
import type { PersonCandidates } from './candidates';
import { findContacts } from './find-contacts';
import { type IdentifierPool, type PooledIdentifier, poolKey } from './identifier-pool';

export interface ConnectionLookupTask {
  /** The contact on screen. */
  anchor: Contact;
  connection: Connection;
  /** Shared by the lookups of all connections. */
  pool: IdentifierPool;
  candidates: PersonCandidates;
  /** Contacts of this connection that a person said are the one on screen. */
  linked: readonly Contact[];
}

/** One connection's part in looking a person up. */
export class ConnectionLookup {
  readonly #asked = new Set<string>();
  readonly #histories: ContactHistories;
  readonly #source: SourceWriter;
  readonly #isAnchors: boolean;
  readonly #startedAt: number;
  /** The id space: where external ids mean the same as they do here. */
  readonly #idSpace: string;
  /** Grows with every search, so that an older one's outcome is not written over a newer one's. */
  #searches = 0;

  constructor(
    private readonly ports: WorkerPorts,
    private readonly task: ConnectionLookupTask,
    private readonly options: PersonLookupOptions,
  ) {
    const { anchor, connection, candidates } = task;
    const { signal, force } = options;
    this.#isAnchors = connection.id === anchor.connectionId;
    this.#startedAt = ports.now();
    this.#source = new SourceWriter(ports, contactRef(anchor), connection);
    this.#idSpace = idSpaceOf({ connectionId: connection.id }, candidates.rules);
    const onPart = (coverage: Coverage) => this.#write('loading', coverage);
    this.#histories = new ContactHistories(ports, connection, candidates, {
      signal,
      force,
      onPart,
    });
  }

  /** Finds the person here and reads their history. Rejects only when aborted. */
  async run(): Promise<void> {
    try {
      const notFound = await this.#find();
      if (notFound === undefined) return;
      const coverage = await this.#outcome(notFound);
      await this.#settle(coverage, !isFailedCoverage(coverage));
    } catch (error) {
      await this.#histories.ended();
      this.options.signal.throwIfAborted();
      await this.#settle(coverageOfFailure(error, this.ports.now()), false);
    }
  }

  /**
   * Searches by whatever is known, until no connection can add an identifier any more; `undefined` where the
   * connection is left alone. However it ends, the others do not wait for it.
   */
  async #find(): Promise<Coverage | undefined> {
    const { pool, anchor, linked } = this.task;
    try {
      if (!this.options.force && (await this.#isPausedByFailure())) {
        pool.leave();
        return undefined;
      }
      if (this.#isAnchors) this.#histories.add([anchor]);
      this.#histories.add(linked);
      await this.#write(this.#isAnchors ? 'loading' : 'finding');
      let coverage = this.#nothingToGoBy();
      let identifiers = pool.unasked(this.#asked, this.#idSpace);
      for (;;) {
        if (identifiers.length > 0) coverage = await this.#lookUp(identifiers);
        this.#settleMeanwhile(coverage);
        identifiers = await pool.next(this.#asked, this.options.signal, this.#idSpace);
        this.#searches += 1;
        if (identifiers.length === 0) return coverage;
        await this.#write(this.#histories.ids.length > 0 ? 'loading' : 'finding');
      }
    } catch (error) {
      pool.leave();
      throw error;
    }
  }

  /** Nothing waits here for what another connection may still add. */
  #settleMeanwhile(notFound: Coverage): void {
    const search = this.#searches;
    const settle = async (): Promise<void> => {
      const coverage = await this.#outcome(notFound);
      if (search === this.#searches) await this.#write('settled', coverage);
    };
    // What fails here fails again where it is awaited.
    settle().catch(() => undefined);
  }

  async #lookUp(identifiers: PooledIdentifier[]): Promise<Coverage> {
    const { pool, candidates, connection } = this.task;
    for (const identifier of identifiers) this.#asked.add(poolKey(identifier));
    const result = await findContacts(
      this.ports,
      connection,
      identifiers.map(({ kind, value }) => ({ kind, value })),
      {
        signal: this.options.signal,
        force: this.options.force,
        rules: candidates.rules,
        storedOnly: this.#histories.ids.length > 0,
        onProgress: (coverage) => this.#write('finding', coverage),
      },
    );
    pool.exclude(result.shared);
    candidates.exclude(result.shared);
    const fresh = result.contacts.filter((contact) => !this.#histories.has(contact.id));
    const found = await candidates.admitEarly(fresh);
    this.#histories.add(found);
    await this.#considerLinked(result.contacts);
    pool.add(candidates.consider(result.contacts));
    if (found.length > 0) await this.#write('loading');
    return result.coverage;
  }

  /** Contacts that people linked to somebody found are found as well. */
  async #considerLinked(found: readonly Contact[]): Promise<void> {
    const { pool, candidates } = this.task;
    const linked = await linkedContacts(this.ports.database, found.map(contactRef));
    pool.add(candidates.consider(linked.filter((contact) => !candidates.has(contact))));
  }

  async #outcome(notFound: Coverage): Promise<Coverage> {
    const coverages = await this.#histories.coverages();
    const { anchorProblem } = this.options;
    if (this.#isAnchors && anchorProblem !== undefined) return anchorProblem;
    const [first, ...others] = coverages;
    if (first === undefined) {
      const gone = this.#histories.ids.length > 0;
      return gone ? { state: 'not-found', dropped: 0, checkedAt: this.ports.now() } : notFound;
    }
    return mergeCoverage([first, ...others]);
  }

  /** `isAnswer`: the platform said who is there. A full disk says nothing of that, and is no failure of it. */
  async #settle(coverage: Coverage, isAnswer: boolean): Promise<void> {
    await this.#write('settled', coverage, isAnswer);
    // Only an answer of this lookup says anything about the connection.
    const answered = coverage.state !== 'captured' && coverage.checkedAt >= this.#startedAt;
    if (answered) await recordHealth(this.ports, this.task.connection.id, coverage);
  }

  #nothingToGoBy(): Coverage {
    const base = { dropped: 0, checkedAt: this.ports.now() };
    return this.task.pool.excluded.size > 0
      ? { ...base, state: 'not-found', reason: 'shared-identifier' }
      : { ...base, state: 'unknown-identity', reason: 'no-identifier' };
  }

  /** Whether the connection failed so recently that it is to be left alone. */
  async #isPausedByFailure(): Promise<boolean> {
    const row = await this.#source.read();
    return row?.phase === 'settled' && isPausedByFailure(row.coverage, this.ports.now());
  }

  /**
   * Until this lookup has found anybody, what the last one found stays on screen; it goes only when
   * the platform answered (`isAnswer`) that there is nobody. Throws the signal's reason when aborted.
   */
  async #write(phase: SourceRow['phase'], coverage?: Coverage, isAnswer = false): Promise<void> {
    this.options.signal.throwIfAborted();
    const found = this.#histories.ids;
    const contactIds = found.length > 0 || isAnswer ? found : undefined;
    await this.#source.write({ phase, coverage, contactIds });
  }
}

export interface PersonLookupOptions {
  signal: AbortSignal;
  /** Fetch again though fresh. */
  force: boolean;
  /** Only this connection. */
  only?: string | undefined;
  /** Why the anchor could not be read again; its own connection says so. */
  anchorProblem?: Coverage | undefined;
}
