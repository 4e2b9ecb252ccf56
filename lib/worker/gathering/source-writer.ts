import type { Coverage } from '../../model/coverage';
import type { SourceRow } from '../../model/screen';
import { restsAfter } from '../failures';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';

/** Writes how far one connection's part in gathering a person is: the row that the panel shows. */
export class SourceWriter {
  /** `anchor`: `contactRef` of the contact on screen. */
  constructor(
    private readonly ports: WorkerPorts,
    private readonly anchor: string,
    private readonly connectionId: string,
    private readonly signal: AbortSignal,
  ) {}

  /** Whether the connection failed so recently that it is to be left alone. */
  async restsAfterFailure(): Promise<boolean> {
    const row = await this.ports.database.sources.get([this.anchor, this.connectionId]);
    return row?.phase === 'settled' && restsAfter(row.coverage, this.ports.now());
  }

  /**
   * Until this run has found anybody, what the last one found stays on screen; it goes only when
   * the platform answered (`isAnswer`) that there is nobody. Throws the signal's reason when aborted.
   */
  async write(
    phase: SourceRow['phase'],
    found: readonly string[],
    coverage?: Coverage,
    isAnswer = false,
  ): Promise<void> {
    this.signal.throwIfAborted();
    const { sources } = this.ports.database;
    const write = async (): Promise<void> => {
      const stored = await sources.get([this.anchor, this.connectionId]);
      await sources.put({
        anchor: this.anchor,
        connectionId: this.connectionId,
        phase,
        coverage: coverage ?? stored?.coverage,
        contactIds: found.length > 0 || isAnswer ? [...found] : (stored?.contactIds ?? []),
        updatedAt: this.ports.now(),
      });
    };
    await writeWithRoom(this.ports, () => this.ports.database.transaction('rw', sources, write));
  }
}
