import * as v from 'valibot';
import { withLock } from '../../async/with-lock';
import type { Connection } from '../../model/connection';
import type { Coverage } from '../../model/coverage';
import { type Reply, type ReplySourceRow, replySchema } from '../../model/reply';
import { isSameReply } from '../../replies/same-reply';
import { hasSameContent } from '../../storage/same-content';
import type { Urgency, WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';
import { keepVersion } from './versions';

/** What a source gave, and what is known about it. */
export interface SourceReplies {
  replies: readonly Reply[];
  row: ReplySourceRow;
}

/** Reasons that are kept: a file may be nothing but entries that nobody can read. */
const MOST_TOLD = 100;
const LONGEST_REASON = 1_000;

/**
 * Puts all responses of a source in place of those stored, unless its connection was removed
 * meanwhile; of a source that was read in part what is stored beside them stays. A response that does not fit the model is left out and reported.
 */
export async function replaceReplies(
  ports: WorkerPorts,
  { replies, row }: SourceReplies,
): Promise<void> {
  const fitting = replies.filter((reply) => v.is(replySchema, reply));
  const odd = replies.length - fitting.length;
  const told = odd === 0 ? row.dropped : [`${odd} could not be read.`, ...row.dropped];
  const count = row.dropped.length + odd;
  const { database } = ports;
  const { replySources, replyVersions } = database;
  await writeWithRoom(ports, () =>
    database.transaction('rw', database.replies, replySources, replyVersions, async () => {
      if ((await replySources.get(row.source)) === undefined) return;
      const isWhole = row.coverage.state !== 'partial';
      const unlisted = await putChanged(ports, row.source, { fitting, isWhole });
      await replySources.put({
        ...row,
        unlisted,
        dropped: told.slice(0, MOST_TOLD).map((reason) => reason.slice(0, LONGEST_REASON)),
        coverage: { ...row.coverage, dropped: count },
      });
    }),
  );
}

/**
 * Writes only what is different, so that nobody reads thousands again for a library that stayed as
 * it was; a text that somebody else replaced is kept. What is missing in a list that was read in part
 * may stand in the rest of it: it stays, and its ids are returned.
 */
async function putChanged(
  { database, now }: WorkerPorts,
  source: string,
  { fitting, isWhole }: { fitting: readonly Reply[]; isWhole: boolean },
): Promise<string[]> {
  const stored = await database.replies.where('source').equals(source).toArray();
  const before = new Map(stored.map((reply) => [reply.id, reply]));
  for (const reply of fitting) {
    const known = before.get(reply.id);
    before.delete(reply.id);
    if (known !== undefined && hasSameContent(known, reply)) continue;
    if (known !== undefined && !isSameReply(known, reply)) {
      await keepVersion(database, known, { at: now(), isOwn: false });
    }
    await database.replies.put(reply);
  }
  // What was deleted from here can be made again for a while.
  const missing = [...before.values()].filter(({ deletedAt }) => deletedAt === undefined);
  if (!isWhole) return missing.map(({ id }) => id);
  await database.replies.bulkDelete(missing.map(({ id }): [string, string] => [source, id]));
  return [];
}

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
