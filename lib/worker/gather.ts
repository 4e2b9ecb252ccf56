import { identifierKey, identifiersOf, isVetoed } from '../identity/evidence';
import type { Connection } from '../model/connection';
import type { Contact, Identifier } from '../model/contact';
import type { Coverage } from '../model/coverage';
import { contactRef } from '../model/ids';
import type { SourceRow } from '../model/screen';
import { coverageOfFailure, isFailure } from './failures';
import { FAILURE_REST_MS } from './freshness';
import { recordHealth } from './health';
import { loadHistory } from './history';
import { IdentifierPool } from './identifier-pool';
import { lookUp } from './lookup';
import { mergeCoverage } from './merge-coverage';
import type { WorkerPorts } from './ports';

export interface GatherOptions {
  signal: AbortSignal;
  /** Fetch again though fresh. */
  force: boolean;
  /** Only this connection. */
  only?: string | undefined;
}

/**
 * Gathers everything about the person on screen from every connection at once. Each connection
 * writes what it has as soon as it has it; a slow or failing one delays nobody. Resolves when all
 * are done, rejects only when aborted.
 */
export async function gatherPerson(
  ports: WorkerPorts,
  anchor: Contact,
  options: GatherOptions,
): Promise<void> {
  const all = await ports.database.connections.toArray();
  const connections = all.filter((each) => options.only === undefined || each.id === options.only);
  const pool = new IdentifierPool(await knownIdentifiers(ports, anchor), connections.length);
  const results = await Promise.allSettled(
    connections.map((connection) => new Seeker(ports, anchor, connection, pool, options).run()),
  );
  options.signal.throwIfAborted();
  const defect = results.find((result) => result.status === 'rejected');
  if (defect?.status === 'rejected') throw defect.reason;
}

/** The anchor's identifiers and those of the contacts that were found for it before. */
async function knownIdentifiers(ports: WorkerPorts, anchor: Contact): Promise<Identifier[]> {
  const sources = await ports.database.sources.where('anchor').equals(contactRef(anchor)).toArray();
  const keys = sources.flatMap((source) =>
    source.contactIds.map((id): [string, string] => [source.connectionId, id]),
  );
  const contacts = await ports.database.contacts.bulkGet(keys);
  return [anchor, ...contacts.filter((each) => each !== undefined)].flatMap(identifiersOf);
}

/** One connection's part in gathering a person. */
class Seeker {
  readonly #asked = new Set<string>();
  readonly #contacts = new Map<string, Contact>();
  readonly #histories: Promise<Coverage>[] = [];
  readonly #own: boolean;

  constructor(
    private readonly ports: WorkerPorts,
    private readonly anchor: Contact,
    private readonly connection: Connection,
    private readonly pool: IdentifierPool,
    private readonly options: GatherOptions,
  ) {
    this.#own = connection.id === anchor.connectionId;
  }

  async run(): Promise<void> {
    if (await this.#restsAfterFailure()) {
      this.pool.leave();
      return;
    }
    try {
      if (this.#own) this.#follow([this.anchor]);
      await this.#write(this.#own ? 'loading' : 'finding');
      const notFound = await this.#search();
      const coverages = await Promise.all(this.#histories);
      const [first, ...rest] = coverages;
      await this.#write(
        'settled',
        first === undefined ? notFound : mergeCoverage([first, ...rest]),
      );
      await recordHealth(this.ports, this.connection.id, undefined);
    } catch (error) {
      await Promise.allSettled(this.#histories);
      this.options.signal.throwIfAborted();
      const coverage = coverageOfFailure(error, this.ports.now());
      await this.#write('settled', coverage);
      await recordHealth(this.ports, this.connection.id, coverage);
    }
  }

  /** Searches until somebody is found or no connection can add an identifier any more. */
  async #search(): Promise<Coverage> {
    let coverage = this.#nothingToGoBy();
    let identifiers = this.pool.unasked(this.#asked);
    try {
      for (;;) {
        if (identifiers.length > 0) {
          coverage = await this.#lookUp(identifiers);
          if (this.#contacts.size > 0) break;
        }
        if (this.#own) break;
        await this.#write('settled', coverage);
        identifiers = await this.pool.next(this.#asked, this.options.signal);
        if (identifiers.length === 0) return coverage;
        await this.#write('finding', coverage);
      }
    } catch (error) {
      this.pool.leave();
      throw error;
    }
    this.pool.leave();
    return coverage;
  }

  async #lookUp(identifiers: Identifier[]): Promise<Coverage> {
    for (const identifier of identifiers) this.#asked.add(identifierKey(identifier));
    const result = await lookUp(this.ports, this.connection, identifiers, {
      signal: this.options.signal,
      force: this.options.force,
      storedOnly: this.#own,
      onProgress: (coverage) => this.#write('finding', coverage),
    });
    const found = result.contacts.filter((contact) => !isVetoed(this.anchor, contact));
    this.#follow(found);
    this.pool.add(found.flatMap(identifiersOf));
    if (found.length > 0) await this.#write('loading');
    return result.coverage;
  }

  #follow(contacts: readonly Contact[]): void {
    for (const contact of contacts) {
      if (this.#contacts.has(contact.id)) continue;
      this.#contacts.set(contact.id, contact);
      const history = loadHistory(this.ports, this.connection, contact, {
        signal: this.options.signal,
        force: this.options.force,
        onPart: (coverage) => this.#write('loading', coverage),
      });
      // A failure is told when all histories are awaited; until then it must not count as unheard.
      history.catch(() => undefined);
      this.#histories.push(history);
    }
  }

  #nothingToGoBy(): Coverage {
    return {
      state: 'unknown-identity',
      reason: 'no-identifier',
      dropped: 0,
      checkedAt: this.ports.now(),
    };
  }

  async #restsAfterFailure(): Promise<boolean> {
    if (this.options.force) return false;
    const row = await this.ports.database.sources.get([
      contactRef(this.anchor),
      this.connection.id,
    ]);
    const { coverage } = row ?? {};
    if (row?.phase !== 'settled' || coverage === undefined || !isFailure(coverage)) return false;
    const restUntil = coverage.retryAt ?? coverage.checkedAt + FAILURE_REST_MS;
    return this.ports.now() < restUntil;
  }

  async #write(phase: SourceRow['phase'], coverage?: Coverage): Promise<void> {
    this.options.signal.throwIfAborted();
    const key: [string, string] = [contactRef(this.anchor), this.connection.id];
    const stored = await this.ports.database.sources.get(key);
    const ids = [...this.#contacts.keys()];
    const [anchor, connectionId] = key;
    await this.ports.database.sources.put({
      anchor,
      connectionId,
      phase,
      coverage: coverage ?? stored?.coverage,
      // Until this run has found anybody, what the last one found stays on screen.
      contactIds: ids.length > 0 || phase === 'settled' ? ids : (stored?.contactIds ?? []),
      updatedAt: this.ports.now(),
    });
  }
}
