import { t } from '@lingui/core/macro';
import type { Payload } from '../../messaging/commands';
import type { ReplyAnswer } from '../../messaging/reply-commands';
import { OWN_SOURCE, type Reply } from '../../model/reply';
import { isSameReply } from '../../replies/same-reply';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';
import { conflictAnswer, replyFailed } from './failure-words';
import { keepVersion } from './versions';

/** A response of the own library to be saved; one that changes another has what was seen. */
interface OwnSave {
  draft: Payload<'replies.save'>['reply'];
  base: Reply | undefined;
}

/**
 * Creates or changes a response of the own library; a shortcut is used once there. What another
 * window saved meanwhile is not replaced.
 */
export async function saveOwn(
  ports: WorkerPorts,
  { draft, base }: OwnSave,
  newId: () => string,
): Promise<ReplyAnswer> {
  const { deletedAt: _restored, ...written } = draft;
  const shortcut = draft.shortcut.trim().replace(/^\/+/, '');
  const title = draft.title.trim() || shortcut;
  if (draft.body.trim() === '') return replyFailed(t`A canned response needs a text.`);
  if (title === '') return replyFailed(t`A canned response needs a title or a shortcut.`);
  const id = draft.id ?? newId();
  const reply: Reply = {
    ...written,
    id,
    shortcut,
    title,
    source: OWN_SOURCE,
    updatedAt: ports.now(),
  };
  return inOwnLibrary(ports, async () => {
    const now = await ports.database.replies.get([OWN_SOURCE, id]);
    const twin = await replyWithSameShortcut(ports, reply);
    const found =
      draft.id === undefined
        ? foundForNew(twin ?? (await sameReply(ports, reply)), reply)
        : foundForChange(now, twin, { reply, base });
    return found ?? putOwn(ports, reply, now);
  });
}

/** The answer where making a new one is not possible or not needed. */
function foundForNew(twin: Reply | undefined, reply: Reply): ReplyAnswer | undefined {
  if (twin === undefined) return undefined;
  // A second try after a lost answer.
  if (isSameReply(twin, reply)) return { kind: 'ok', id: twin.id };
  return conflictAnswer('taken', undefined, twin);
}

/** The answer where replacing one is not possible or not needed. */
function foundForChange(
  now: Reply | undefined,
  twin: Reply | undefined,
  { reply, base }: { reply: Reply; base: Reply | undefined },
): ReplyAnswer | undefined {
  if (now === undefined || now.deletedAt !== undefined) return conflictAnswer('deleted', undefined);
  if (isSameReply(now, reply)) return { kind: 'ok', id: now.id };
  if (base === undefined || !isSameReply(now, base))
    return conflictAnswer('changed', undefined, now);
  return twin === undefined ? undefined : taken(twin);
}

/** Marks it as deleted, while it is still as it was seen: it can be restored for 30 days. */
export async function removeOwn(ports: WorkerPorts, base: Reply): Promise<ReplyAnswer> {
  const { replies } = ports.database;
  const key: [string, string] = [OWN_SOURCE, base.id];
  return inOwnLibrary(ports, async () => {
    const now = await replies.get(key);
    if (now !== undefined && now.deletedAt === undefined) {
      if (!isSameReply(now, base)) return conflictAnswer('changed', undefined, now);
      await replies.update(key, { deletedAt: ports.now() });
    }
    return { kind: 'ok', id: base.id };
  });
}

/** Brings a deleted one back, unless its shortcut was given to another. */
export async function restoreOwn(ports: WorkerPorts, id: string): Promise<ReplyAnswer> {
  const deleted = await ports.database.replies.get([OWN_SOURCE, id]);
  if (deleted === undefined)
    return replyFailed(t`It was deleted more than 30 days ago and cannot be restored.`);
  const { deletedAt: _restored, ...reply } = deleted;
  return inOwnLibrary(ports, async () => {
    const twin = await replyWithSameShortcut(ports, reply);
    return twin === undefined ? putOwn(ports, reply, deleted) : taken(twin);
  });
}

/** Writes one; what was there before, and what is there now, can be looked at later. */
export async function putOwn(
  { database, now }: WorkerPorts,
  reply: Reply,
  before: Reply | undefined,
): Promise<ReplyAnswer> {
  if (before !== undefined) {
    await keepVersion(database, before, { at: now(), isOwn: true });
    await keepVersion(database, reply, { at: now(), isOwn: true });
  }
  await database.replies.put(reply);
  return { kind: 'ok', id: reply.id };
}

function taken(twin: Reply): ReplyAnswer {
  const { title, shortcut } = twin;
  return replyFailed(t`“${title}” already has the shortcut “${shortcut}”. Choose another one.`, {
    conflict: true,
  });
}

/** Runs something that checks first and then writes; all of it or nothing. */
export function inOwnLibrary(
  ports: WorkerPorts,
  work: () => Promise<ReplyAnswer>,
): Promise<ReplyAnswer> {
  const { database } = ports;
  return writeWithRoom(ports, () =>
    database.transaction('rw', database.replies, database.replyVersions, work),
  );
}

/** A response of the own library that says the same: one without a shortcut is known by nothing else. */
async function sameReply({ database }: WorkerPorts, reply: Reply): Promise<Reply | undefined> {
  return database.replies
    .where('[source+title]')
    .equals([OWN_SOURCE, reply.title])
    .filter((each) => each.deletedAt === undefined && isSameReply(each, reply))
    .first();
}

/** Another response of the own library with the same shortcut. */
async function replyWithSameShortcut(
  { database }: WorkerPorts,
  reply: Reply,
): Promise<Reply | undefined> {
  const wanted = reply.shortcut.toLowerCase();
  if (wanted === '') return undefined;
  return database.replies
    .where('source')
    .equals(OWN_SOURCE)
    .filter(
      ({ id, shortcut, deletedAt }) =>
        deletedAt === undefined && id !== reply.id && shortcut.toLowerCase() === wanted,
    )
    .first();
}
