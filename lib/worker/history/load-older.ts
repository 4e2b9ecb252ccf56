import type { Connection } from '../../model/connection';
import type { Coverage, CoverageReason } from '../../model/coverage';
import type { ContactRef } from '../../model/ids';
import type { SourceRow } from '../../model/screen';
import { recordHealth } from '../connections/health';
import { coverageOfFailure } from '../failure-coverage';
import { FAILURE_PAUSE_MS } from '../failure-pause';
import type { WorkerPorts } from '../ports';
import { SourceWriter } from '../source-writer';
import { loadOlder } from './load';
import { mergeCoverage } from './merge-coverage';

export interface OlderOptions {
  signal: AbortSignal;
  /** Only this connection. */
  only?: string | undefined;
  /** About how many items of each contact; `Infinity` for all there are. */
  wanted: number;
}

/**
 * Loads older parts of everything that is known of the person on screen (`anchor`: `contactRef`), where there
 * are any. Each connection goes at its own pace; a failing one says so and keeps where it stopped. Resolves
 * when all are done: with the time (epoch ms) at which to go on where everything was wanted and a platform
 * failed temporarily. Rejects only when aborted.
 */
export async function loadOlderOfPerson(
  ports: WorkerPorts,
  anchor: ContactRef,
  options: OlderOptions,
): Promise<number | undefined> {
  const sources = await ports.database.sources.where('anchor').equals(anchor).toArray();
  const requested = sources.filter(
    ({ connectionId }) => options.only === undefined || connectionId === options.only,
  );
  const outcomes = await Promise.all(
    requested.map(async (source) => {
      const connection = await ports.database.connections.get(source.connectionId);
      return connection && new OlderSource(ports, source, connection).load(options);
    }),
  );
  options.signal.throwIfAborted();
  const times = outcomes.filter((time) => time !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Failures from which a platform may recover by itself. */
const passing: readonly (CoverageReason | undefined)[] = [
  'rate-limited',
  'timeout',
  'offline',
  'server-error',
];

/** One connection's part in loading older items of a person. */
class OlderSource {
  readonly #row: SourceWriter;

  constructor(
    private readonly ports: WorkerPorts,
    private readonly source: SourceRow,
    private readonly connection: Connection,
  ) {
    this.#row = new SourceWriter(ports, source.anchor, connection);
  }

  /** Epoch ms at which to go on, where it did not come to its end and may. */
  async load(options: OlderOptions): Promise<number | undefined> {
    const rows = await this.#histories();
    const open = rows.filter((row) => row.cursor !== undefined);
    if (open.length === 0) return undefined;
    try {
      await this.#write('loading');
      await Promise.all(open.map(({ contactId }) => this.#loadContact(contactId, options)));
      await this.#write('settled');
      await recordHealth(this.ports, this.connection.id, undefined);
    } catch (error) {
      if (!options.signal.aborted) return this.#saveFailure(error, options);
      await this.#unmarkLoading();
    }
    return undefined;
  }

  async #loadContact(contactId: string, { signal, wanted }: OlderOptions): Promise<void> {
    const contact = await this.ports.database.contacts.get([this.connection.id, contactId]);
    if (contact === undefined) return;
    const onPart = () => this.#write('loading');
    await loadOlder(this.ports, this.connection, contact, { signal, wanted, onPart });
  }

  /** What is stored stays, and so does the way to continue; returns when it is retried automatically. */
  async #saveFailure(error: unknown, { wanted }: OlderOptions): Promise<number | undefined> {
    const now = this.ports.now();
    const failure = coverageOfFailure(error, now);
    const goesOn = wanted === Number.POSITIVE_INFINITY && passing.includes(failure.reason);
    const retryAt = failure.retryAt ?? (goesOn ? now + FAILURE_PAUSE_MS : undefined);
    const stored = await this.#coverage();
    await this.#write('settled', {
      ...failure,
      retryAt,
      since: stored?.since,
      more: stored?.more,
    });
    await recordHealth(this.ports, this.connection.id, failure);
    return goesOn ? retryAt : undefined;
  }

  /** Nothing waits for it any longer; a panel that comes back must not find it loading forever. */
  async #unmarkLoading(): Promise<void> {
    const row = await this.#row.read();
    if (row?.phase === 'loading' && this.#row.wrote(row)) await this.#write('settled');
  }

  async #write(phase: SourceRow['phase'], failure?: Coverage): Promise<void> {
    const coverage = failure ?? (await this.#coverage());
    await this.#row.write({ phase, coverage }, { onlyStored: true });
  }

  async #coverage(): Promise<Coverage | undefined> {
    const [first, ...others] = (await this.#histories()).map((row) => row.coverage);
    return first === undefined ? undefined : mergeCoverage([first, ...others]);
  }

  async #histories() {
    const keys = this.source.contactIds.map((id): [string, string] => [this.connection.id, id]);
    const rows = await this.ports.database.histories.bulkGet(keys);
    return rows.filter((row) => row !== undefined);
  }
}
