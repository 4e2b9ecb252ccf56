import type { Connection } from '../model/connection';
import type { Coverage } from '../model/coverage';
import { type ContactRef, parseContactRef } from '../model/ids';
import type { SourceRow } from '../model/screen';
import { hasSameContent } from '../storage/same-content';
import type { WorkerPorts } from './ports';
import { writeWithRoom } from './write-with-room';

/** What a write changes; what is left out stays as it is stored. */
export interface SourceChange {
  phase: SourceRow['phase'];
  coverage?: Coverage | undefined;
  contactIds?: readonly string[] | undefined;
}

/**
 * Writes how far one connection's part in loading a person is: the row that the panel shows. Whatever
 * way worked a coverage out, here it is brought down to what the connection's key can see.
 */
export class SourceWriter {
  readonly #key: Pick<SourceRow, 'anchor' | 'connectionId'>;
  #writtenAt: number | undefined;
  #wasPersonStored = false;

  /** `anchor`: `contactRef` of the contact on screen. */
  constructor(
    private readonly ports: WorkerPorts,
    anchor: ContactRef,
    private readonly connection: Connection,
  ) {
    this.#key = { anchor, connectionId: connection.id };
  }

  /** The row as it is stored. */
  read(): Promise<SourceRow | undefined> {
    return this.ports.database.sources.get([this.#key.anchor, this.#key.connectionId]);
  }

  /** Whether the row is as this writer left it; otherwise it belongs to another writer. */
  wrote(row: SourceRow): boolean {
    return row.updatedAt === this.#writtenAt;
  }

  /** Changes the row; one that is not there comes into being unless the person was erased meanwhile, or `onlyStored`. */
  async write(change: SourceChange, { onlyStored = false } = {}): Promise<void> {
    const { database } = this.ports;
    const { sources, connections, contacts } = database;
    const { connectionId, id } = parseContactRef(this.#key.anchor);
    const write = async (): Promise<void> => {
      // What the key shows may have been found out anew since this writer was made.
      const [known, stored, person] = await Promise.all([
        connections.get(this.connection.id),
        this.read(),
        contacts.get([connectionId, id]),
      ]);
      this.#wasPersonStored ||= person !== undefined;
      const isErased = person === undefined && this.#wasPersonStored;
      if (stored === undefined && (onlyStored || isErased)) return;
      const { restricted } = known ?? this.connection;
      const coverage = change.coverage ?? stored?.coverage;
      const row: SourceRow = {
        ...stored,
        ...this.#key,
        phase: change.phase,
        coverage: restricted === true ? seenInPart(coverage) : coverage,
        contactIds: [...(change.contactIds ?? stored?.contactIds ?? [])],
        updatedAt: this.ports.now(),
      };
      // Every write makes the panel read and draw again.
      if (stored !== undefined && this.wrote(stored) && saysTheSame(stored, row)) return;
      this.#writtenAt = row.updatedAt;
      await sources.put(row);
    };
    await writeWithRoom(this.ports, () =>
      database.transaction('rw', sources, connections, contacts, write),
    );
  }
}

/** Everything that a restricted key can see is still no more than a part. */
function seenInPart(coverage: Coverage | undefined): Coverage | undefined {
  if (coverage?.state !== 'complete') return coverage;
  return { ...coverage, state: 'partial', reason: 'restricted-view' };
}

function saysTheSame(one: SourceRow, other: SourceRow): boolean {
  return hasSameContent({ ...one, updatedAt: 0 }, { ...other, updatedAt: 0 });
}
