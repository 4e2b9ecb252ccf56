import type { WorkerPorts } from '../ports';
import { DirectoryReader } from './directory-reader';

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
