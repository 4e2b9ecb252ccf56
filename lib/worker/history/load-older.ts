import type { Connection } from '../../model/connection';
import type { Coverage } from '../../model/coverage';
import type { SourceRow } from '../../model/screen';
import { recordHealth } from '../connections/health';
import { coverageOfFailure } from '../failure-coverage';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';
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
 * where there are any. Each connection goes at its own pace; a failing one tells so and keeps where
 * it stopped. Resolves when all are done, rejects only when aborted.
 */
export async function loadOlderOfPerson(
  ports: WorkerPorts,
  anchor: string,
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
  /** Of the row as this load wrote it last; another one belongs to another writer. */
  #writtenAt: number | undefined;

  constructor(
    private readonly ports: WorkerPorts,
    private readonly source: SourceRow,
    private readonly connection: Connection,
  ) {}

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

  /** What is held stays, and so does the way to go on. */
  async #saveFailure(error: unknown): Promise<void> {
    const failure = coverageOfFailure(error, this.ports.now());
    const held = await this.#coverage();
    await this.#write('settled', { ...failure, since: held?.since, more: held?.more });
    await recordHealth(this.ports, this.connection.id, failure);
  }

  /** Nobody waits any longer; a panel that comes back must not find it loading for ever. */
  async #unmarkLoading(): Promise<void> {
    const { sources } = this.ports.database;
    const row = await sources.get([this.source.anchor, this.source.connectionId]);
    if (row?.phase === 'loading' && row.updatedAt === this.#writtenAt) await this.#write('settled');
  }

  async #write(phase: SourceRow['phase'], failure?: Coverage): Promise<void> {
    const { sources } = this.ports.database;
    const coverage = failure ?? (await this.#coverage());
    const write = async () => {
      const row = await sources.get([this.source.anchor, this.source.connectionId]);
      if (row === undefined) return;
      this.#writtenAt = this.ports.now();
      await sources.put({ ...row, phase, coverage, updatedAt: this.#writtenAt });
    };
    await writeWithRoom(this.ports, () => this.ports.database.transaction('rw', sources, write));
  }

  async #coverage(): Promise<Coverage | undefined> {
    const [first, ...rest] = (await this.#histories()).map((row) => row.coverage);
    return first === undefined ? undefined : mergeCoverage([first, ...rest]);
  }

  async #histories() {
    const keys = this.source.contactIds.map((id): [string, string] => [this.connection.id, id]);
    const rows = await this.ports.database.histories.bulkGet(keys);
    return rows.filter((row) => row !== undefined);
  }
}
