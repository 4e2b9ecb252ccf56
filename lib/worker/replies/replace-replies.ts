import { plural } from '@lingui/core/macro';
import * as v from 'valibot';
import { type Reply, type ReplySourceRow, replySchema } from '../../model/reply';
import { isSameReply } from '../../replies/same-reply';
import { hasSameContent } from '../../storage/same-content';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';
import { forgetCrossings, keepVersion, markIfCrossed, readRecentTexts } from './versions';

/** What a source delivered, and what is known about it. */
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
  const told = odd === 0 ? row.dropped : [unreadableWords(odd), ...row.dropped];
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

function unreadableWords(count: number): string {
  return plural(count, {
    one: '# response could not be read.',
    other: '# responses could not be read.',
  });
}

/**
 * Writes only what is different, so that no panel reads thousands again for an unchanged library; a text that
 * somebody else replaced is kept. What is missing in a list that was read in part may be in the rest of it:
 * it stays, and its ids are returned.
 */
async function putChanged(
  { database, now }: WorkerPorts,
  source: string,
  { fitting, isWhole }: { fitting: readonly Reply[]; isWhole: boolean },
): Promise<string[]> {
  const stored = await database.replies.where('source').equals(source).toArray();
  const before = new Map(stored.map((reply) => [reply.id, reply]));
  const recent = await readRecentTexts(database, source, now());
  const changed: Reply[] = [];
  for (const reply of fitting) {
    const known = before.get(reply.id);
    before.delete(reply.id);
    if (known !== undefined && hasSameContent(known, reply)) continue;
    changed.push(reply);
    if (known !== undefined && !isSameReply(known, reply)) {
      await keepVersion(database, known, { at: now(), isOwn: false });
      await markIfCrossed(database, known, { after: reply, at: now() });
    }
    // A list may be behind for a moment, so that what was gone is there again.
    if (known === undefined && recent.has(reply.id)) {
      await forgetCrossings(database, [source, reply.id]);
    }
  }
  await database.replies.bulkPut(changed);
  // What was deleted from here can be made again for a while.
  const missing = [...before.values()].filter(({ deletedAt }) => deletedAt === undefined);
  if (!isWhole) return missing.map(({ id }) => id);
  for (const reply of missing) {
    if (!recent.has(reply.id)) continue;
    await markIfCrossed(database, reply, { after: undefined, at: now() });
  }
  await database.replies.bulkDelete(missing.map(({ id }): [string, string] => [source, id]));
  return [];
}
