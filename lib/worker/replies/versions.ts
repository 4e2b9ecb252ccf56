import type { Reply } from '../../model/reply';
import { MOST_VERSIONS, type ReplyVersionRow } from '../../model/reply-version';
import { contentOf, isSameReply } from '../../replies/same-reply';
import type { DesksideDatabase } from '../../storage/database';

/**
 * A text that was replaced so soon (ms) after it was saved may never have been seen by the person who
 * replaced it: both had read before either wrote, and no platform compares.
 */
const CROSSING_MS = 120_000;

type ReplyKey = readonly [source: string, id: string];

/**
 * Keeps a text of a response, unless it is the one that was kept last; the oldest beyond twenty go.
 * `at` in epoch ms. Call it in a transaction over `replyVersions`.
 */
export async function keepVersion(
  database: DesksideDatabase,
  reply: Reply,
  { at, isOwn }: { at: number; isOwn: boolean },
): Promise<void> {
  const { replyVersions } = database;
  const { source, id, updatedAt } = reply;
  const kept = await versionsOf(database, [source, id]);
  const last = kept.at(-1);
  if (last !== undefined && isSameReply(last.content, reply)) return;
  const row: ReplyVersionRow = {
    source,
    id,
    content: contentOf(reply),
    ...(updatedAt === undefined ? {} : { writtenAt: updatedAt }),
    keptAt: at,
    isOwn,
  };
  await replyVersions.add(row);
  const tooMany = kept.slice(0, Math.max(0, kept.length + 1 - MOST_VERSIONS));
  await replyVersions.bulkDelete(tooMany.flatMap(({ key }) => key ?? []));
}

/**
 * Marks a text that was saved from here and is no longer in its source, if it went so soon that
 * nobody may have seen it. `after` is what is there instead; `at` in epoch ms. Call it in a
 * transaction over `replyVersions`.
 */
export async function markIfCrossed(
  database: DesksideDatabase,
  before: Reply,
  { after, at }: { after: Reply | undefined; at: number },
): Promise<void> {
  const last = (await versionsOf(database, [before.source, before.id])).at(-1);
  if (last?.key === undefined || !last.isOwn || !isSameReply(last.content, before)) return;
  const goneAt = after?.updatedAt ?? at;
  if (goneAt - (last.writtenAt ?? last.keptAt) >= CROSSING_MS) return;
  await database.replyVersions.update(last.key, { crossedAt: at });
}

/**
 * Ids of the responses of a source of which a text was saved from here so recently that another write may
 * cross it.
 */
export async function readRecentTexts(
  { replyVersions }: DesksideDatabase,
  source: string,
  now: number,
): Promise<ReadonlySet<string>> {
  const recent = await replyVersions
    .where('[source+keptAt]')
    .between([source, now - CROSSING_MS], [source, Infinity])
    .toArray();
  return new Set(recent.map(({ id }) => id));
}

/** Somebody has seen what became of the texts of a response. */
export async function forgetCrossings(database: DesksideDatabase, key: ReplyKey): Promise<void> {
  const crossed = database.replyVersions.where('crossedAt').above(0);
  await crossed
    .filter(({ source, id }) => source === key[0] && id === key[1])
    .modify((row) => {
      delete row.crossedAt;
    });
}

function versionsOf(
  { replyVersions }: DesksideDatabase,
  key: ReplyKey,
): Promise<ReplyVersionRow[]> {
  return replyVersions
    .where('[source+id]')
    .equals([...key])
    .sortBy('key');
}
