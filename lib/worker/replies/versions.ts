import type { Reply } from '../../model/reply';
import { MOST_VERSIONS, type ReplyVersionRow } from '../../model/reply-version';
import { contentOf, isSameReply } from '../../replies/same-reply';
import type { DesksideDatabase } from '../../storage/database';

/**
 * Keeps a text of a response, unless it is the one that was kept last; the oldest beyond twenty go.
 * `at` in epoch ms. Call it in a transaction over `replyVersions`.
 */
export async function keepVersion(
  { replyVersions }: DesksideDatabase,
  reply: Reply,
  { at, isOwn }: { at: number; isOwn: boolean },
): Promise<void> {
  const { source, id, updatedAt } = reply;
  const kept = await replyVersions.where('[source+id]').equals([source, id]).sortBy('key');
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
