import type { Connection } from '../../model/connection';
import type { Coverage } from '../../model/coverage';
import type { ContactRef } from '../../model/ids';
import type { SourceRow } from '../../model/screen';
import { recordHealth } from '../connections/health';
import { coverageOfFailure } from '../failure-coverage';
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
 * Loads older parts of everything that is known of the person on screen (`anchor`: `contactRef`),
 * where there are any. Each connection goes at its own pace; a failing one says so and keeps where
 * it stopped. Resolves when all are done, rejects only when aborted.
 */
export async function loadOlderOfPerson(
  ports: WorkerPorts,
  anchor: ContactRef,
  options: OlderOptions,
): Promise<void> {
  const sources = await ports.database.sources.where('anchor').equals(anchor).toArray();
  const requested = sources.filter(
    ({ connectionId }) => options.only === undefined || connectionId === options.only,
  );
  await Promise.all(
    requested.map(async (source) => {
      const connection = await ports.database.connections.get(source.connectionId);
      if (connection !== undefined) await new OlderSource(ports, source, connection).load(options);
    }),
  );
  options.signal.throwIfAborted();
}

/** One connection's part in loading older items of a person. */
class OlderSource {
  readonly #row: SourceWriter;

  constructor(
    private readonly ports: WorkerPorts,
    private readonly source: SourceRow,
    private readonly connection: Connection,
  ) {
    const { anchor, connectionId } = source;
    this.#row = new SourceWriter(ports, { anchor, connectionId });
  }

  async load(options: OlderOptions): Promise<void> {
    const rows = await this.#histories();
    const open = rows.filter((row) => row.cursor !== undefined);
    if (open.length === 0) return;
    try {
      await this.#write('loading');
      await Promise.all(open.map(({ contactId }) => this.#loadContact(contactId, options)));
      await this.#write('settled');
      await recordHealth(this.ports, this.connection.id, undefined);
    } catch (error) {
      if (options.signal.aborted) await this.#unmarkLoading();
      else await this.#saveFailure(error);
    }
  }

  async #loadContact(contactId: string, { signal, wanted }: OlderOptions): Promise<void> {
    const contact = await this.ports.database.contacts.get([this.connection.id, contactId]);
    if (contact === undefined) return;
    const onPart = () => this.#write('loading');
    await loadOlder(this.ports, this.connection, contact, { signal, wanted, onPart });
  }

  /** What is stored stays, and so does the way to go on. */
  async #saveFailure(error: unknown): Promise<void> {
    const failure = coverageOfFailure(error, this.ports.now());
    const stored = await this.#coverage();
    await this.#write('settled', { ...failure, since: stored?.since, more: stored?.more });
    await recordHealth(this.ports, this.connection.id, failure);
  }

  /** Nobody waits any longer; a panel that comes back must not find it loading for ever. */
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
