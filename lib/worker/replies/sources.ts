import { withLock } from '../../async/with-lock';
import type { Connection } from '../../model/connection';
import type { Coverage } from '../../model/coverage';
import type { ReplySourceRow } from '../../model/reply';
import type { Urgency, WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';
import { replaceReplies } from './replace-replies';

/**
 * Runs what reads or writes a source when nothing else does: a list that was read before a change
 * must not be stored after it.
 */
export function inSourceTurn<T>(
  { database }: WorkerPorts,
  source: string,
  work: () => Promise<T>,
): Promise<T> {
  return withLock(database, `replies of ${source}`, work);
}

/** Makes a source known before anything of it is stored. */
export async function openSource(
  ports: WorkerPorts,
  source: string,
  writable: boolean,
): Promise<ReplySourceRow> {
  const known = await ports.database.replySources.get(source);
  if (known?.writable === writable) return known;
  const row: ReplySourceRow = {
    dropped: [],
    coverage: { state: 'not-connected', dropped: 0, checkedAt: 0 },
    ...known,
    source,
    writable,
  };
  await writeWithRoom(ports, () => ports.database.replySources.put(row));
  return row;
}

/** What is read of a source, and how. */
interface SourceReading {
  urgency: Urgency;
  signal: AbortSignal;
}

/**
 * Reads all responses of a connection now and stores them. Throws what the platform's call throws;
 * then what is stored stays.
 */
export async function readSource(
  ports: WorkerPorts,
  connection: Connection,
  { urgency, signal }: SourceReading,
): Promise<void> {
  const api = ports.apiOf(connection, urgency);
  const row = await openSource(ports, connection.id, api.saveReply !== undefined);
  const fetched = await api.replies?.(signal);
  if (fetched === undefined) return;
  const now = ports.now();
  const { replies, dropped, partial } = fetched;
  const coverage: Coverage =
    partial === undefined
      ? { state: 'complete', dropped: 0, checkedAt: now }
      : { state: 'partial', reason: partial, dropped: 0, checkedAt: now };
  await replaceReplies(ports, { replies, row: { ...row, coverage, dropped, fetchedAt: now } });
}

/** Keeps what is stored and says why nothing newer came. */
export async function saveSourceFailure(
  ports: WorkerPorts,
  source: string,
  coverage: Coverage,
): Promise<void> {
  await ports.database.replySources.update(source, { coverage });
}

/** Removes a source with all its responses. */
export async function removeSource(ports: WorkerPorts, source: string): Promise<void> {
  const { database } = ports;
  const tables = [database.replies, database.replySources, database.replyVersions];
  await database.transaction('rw', tables, async () => {
    for (const table of tables) await table.where('source').equals(source).delete();
  });
}
