import { identifierKey } from '../../identity/evidence';
import { tellingIdentifiers } from '../../identity/telling';
import type { Connection } from '../../model/connection';
import type { Contact, Identifier } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import { contactRef } from '../../model/ids';
import type { SourceRow } from '../../model/screen';
import { recordHealth } from '../connections/health';
import { coverageOfFailure, isFailure } from '../failures';
import { FollowedHistories } from '../history/followed-histories';
import { mergeCoverage } from '../history/merge-coverage';
import type { WorkerPorts } from '../ports';
import type { GatherOptions } from './gather';
import type { IdentifierPool } from './identifier-pool';
import type { JoinedContacts } from './joined-contacts';
import { lookUp } from './lookup';
import { SourceWriter } from './source-writer';

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
  readonly #found: FollowedHistories;
  readonly #source: SourceWriter;
  readonly #own: boolean;
  readonly #startedAt: number;

  constructor(
    private readonly ports: WorkerPorts,
    private readonly search: Search,
    private readonly options: GatherOptions,
  ) {
    const { anchor, connection, joined } = search;
    const { signal, force } = options;
    this.#own = connection.id === anchor.connectionId;
    this.#startedAt = ports.now();
    this.#source = new SourceWriter(ports, contactRef(anchor), connection.id, signal);
    const onPart = (coverage: Coverage) => this.#write('loading', coverage);
    this.#found = new FollowedHistories(ports, connection, joined, { signal, force, onPart });
  }

  /** Finds the person here and reads their history. Rejects only when aborted. */
  async run(): Promise<void> {
    if (!this.options.force && (await this.#source.restsAfterFailure())) {
      this.search.pool.leave();
      return;
    }
    try {
      if (this.#own) this.#found.follow([this.search.anchor]);
      this.#found.follow(this.search.linked);
      await this.#write(this.#own ? 'loading' : 'finding');
      const notFound = await this.#find();
      await this.#settle(await this.#outcome(notFound));
    } catch (error) {
      await this.#found.ended();
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
          if (this.#found.ids.length > 0) break;
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
    const known = result.contacts.filter((contact) => this.#found.has(contact.id));
    const fresh = result.contacts.filter((contact) => !this.#found.has(contact.id));
    const found = [...known, ...(await joined.admit(fresh))];
    this.#found.follow(found);
    pool.add(found.flatMap((contact) => tellingIdentifiers(contact, joined.rules)));
    if (found.length > 0) await this.#write('loading');
    return result.coverage;
  }

  async #outcome(notFound: Coverage): Promise<Coverage> {
    const coverages = await this.#found.coverages();
    const { anchorProblem } = this.options;
    if (this.#own && anchorProblem !== undefined) return anchorProblem;
    const [first, ...rest] = coverages;
    if (first === undefined) {
      const gone = this.#found.ids.length > 0;
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

  #write(phase: SourceRow['phase'], coverage?: Coverage, isAnswer?: boolean): Promise<void> {
    return this.#source.write(phase, this.#found.ids, coverage, isAnswer);
  }
}
