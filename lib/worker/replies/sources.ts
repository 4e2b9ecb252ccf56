import * as v from 'valibot';
import type { Coverage } from '../../model/coverage';
import { type Reply, type ReplySourceRow, replySchema } from '../../model/reply';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';

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
 * meanwhile. A response that does not fit the model is left out and reported.
 */
export async function replaceReplies(
  ports: WorkerPorts,
  { replies, row }: SourceReplies,
): Promise<void> {
  const fitting = replies.filter((reply) => v.is(replySchema, reply));
  const odd = replies.length - fitting.length;
  const told = odd === 0 ? row.dropped : [`${odd} could not be read.`, ...row.dropped];
  const count = row.dropped.length + odd;
  const ids = new Set(fitting.map(({ id }) => id));
  const { database } = ports;
  await writeWithRoom(ports, () =>
    database.transaction('rw', database.replies, database.replySources, async () => {
      if ((await database.replySources.get(row.source)) === undefined) return;
      const stored = database.replies.where('source').equals(row.source);
      await stored.filter(({ id }) => !ids.has(id)).delete();
      await database.replies.bulkPut(fitting);
      await database.replySources.put({
        ...row,
        dropped: told.slice(0, MOST_TOLD).map((reason) => reason.slice(0, LONGEST_REASON)),
        coverage: { ...row.coverage, dropped: count },
      });
    }),
  );
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
  await database.transaction('rw', database.replies, database.replySources, async () => {
    await database.replies.where('source').equals(source).delete();
    await database.replySources.delete(source);
  });
}
