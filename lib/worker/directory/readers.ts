import type { DirectoryRow } from '../../model/reading-progress';
import type { WorkerPorts } from '../ports';
import { DirectoryReader } from './reader';
import type { DirectoryQuery } from './search-for-person';

/** One reader for each connection, so that a directory is never read twice at once. */
export class DirectoryReaders {
  readonly #readers = new Map<string, DirectoryReader>();
  /** Called when a search sets a job to work. */
  onJobBegun: () => void = () => undefined;

  constructor(private readonly ports: WorkerPorts) {}

  get(connectionId: string): DirectoryReader {
    let reader = this.#readers.get(connectionId);
    if (reader === undefined) {
      reader = new DirectoryReader(this.ports, connectionId, () => this.onJobBegun());
      this.#readers.set(connectionId, reader);
    }
    return reader;
  }

  /** Ends all reading, for after connections have changed. */
  abortAll(): void {
    for (const reader of this.#readers.values()) reader.abort();
    this.#readers.clear();
  }
}

const known = new WeakMap<WorkerPorts, DirectoryReaders>();

/** The readers of a worker: one set for the worker's life. */
export function readersOf(ports: WorkerPorts): DirectoryReaders {
  let readers = known.get(ports);
  if (readers === undefined) {
    readers = new DirectoryReaders(ports);
    known.set(ports, readers);
  }
  return readers;
}

/**
 * Looks for a person on a platform that cannot search, by reading its list of all contacts into
 * the store. A job or another search that reads the same list is joined, so that no page is asked
 * for twice. Resolves with the progress when the person is found, everything is read, or the bound
 * of one search is reached; rejects with what the platform or the database throws.
 */
export function searchDirectory(
  ports: WorkerPorts,
  connectionId: string,
  query: DirectoryQuery,
): Promise<DirectoryRow> {
  return readersOf(ports).get(connectionId).search(query);
}
