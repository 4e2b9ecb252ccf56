import { t } from '@lingui/core/macro';
import type { Payload } from '../../messaging/commands';
import type { ReplyAnswer } from '../../messaging/reply-commands';
import { OWN_SOURCE, type Reply } from '../../model/reply';
import { isSameReply } from '../../replies/same-reply';
import type { WorkerPorts } from '../ports';
import { replyFailed } from './failure-words';
import { inOwnLibrary, putOwn } from './own-library';

/**
 * Puts many in place at once, all or none: what was added or changed in a preview. None where one of
 * those to be changed is no longer what the preview showed, or a shortcut was given away meanwhile.
 */
export async function importOwn(
  ports: WorkerPorts,
  { replies, bases }: Payload<'replies.import'>,
): Promise<ReplyAnswer> {
  const { database } = ports;
  return inOwnLibrary(ports, async () => {
    const stored = await database.replies.where('source').equals(OWN_SOURCE).toArray();
    const live = stored.filter(({ deletedAt }) => deletedAt === undefined);
    if (isOutdated(replies, bases, live)) {
      return replyFailed(
        t`Your library has changed since this preview was made. Nothing was imported. Choose the file again.`,
      );
    }
    const byId = new Map(live.map((reply) => [reply.id, reply]));
    for (const reply of replies) {
      const own = { ...reply, source: OWN_SOURCE, updatedAt: ports.now() };
      await putOwn(ports, own, byId.get(reply.id));
    }
    return { kind: 'ok' };
  });
}

/** Whether what is there now is not what the preview showed. */
function isOutdated(
  replies: readonly Reply[],
  bases: readonly Reply[],
  live: readonly Reply[],
): boolean {
  const seen = new Map(bases.map((base) => [base.id, base]));
  const byId = new Map(live.map((reply) => [reply.id, reply]));
  const imported = new Set(replies.map(({ id }) => id));
  const others = live.filter(({ id }) => !imported.has(id));
  const taken = new Set(others.map(({ shortcut }) => shortcut.toLowerCase()));
  return replies.some((reply) => {
    const base = seen.get(reply.id);
    const now = byId.get(reply.id);
    // What an earlier import added without an answer is no change.
    if (now !== undefined && isSameReply(now, reply)) return false;
    const shortcut = reply.shortcut.toLowerCase();
    const isNew = shortcut !== '' && shortcut !== now?.shortcut.toLowerCase();
    if (isNew && taken.has(shortcut)) return true;
    if (now === undefined || base === undefined) return now !== base;
    return !isSameReply(now, base);
  });
}
