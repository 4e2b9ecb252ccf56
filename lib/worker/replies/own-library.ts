import type { Payload } from '../../messaging/commands';
import type { ReplyAnswer } from '../../messaging/reply-commands';
import { OWN_SOURCE, type Reply } from '../../model/reply';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';
import { replyFailed } from './failure-words';

type ReplyDraft = Payload<'replies.save'>['reply'];

/** Creates or changes a response of the own library; a shortcut is used once there. */
export async function saveOwn(
  ports: WorkerPorts,
  draft: ReplyDraft,
  newId: () => string,
): Promise<ReplyAnswer> {
  const { deletedAt: _restored, ...written } = draft;
  const shortcut = draft.shortcut.trim().replace(/^\/+/, '');
  const title = draft.title.trim() || shortcut;
  if (draft.body.trim() === '') return replyFailed('A canned response needs a text.');
  if (title === '') return replyFailed('A canned response needs a title or a shortcut.');
  const id = draft.id ?? newId();
  const reply: Reply = {
    ...written,
    id,
    shortcut,
    title,
    source: OWN_SOURCE,
    updatedAt: ports.now(),
  };
  return putUnlessTaken(ports, reply);
}

/** Marks it as deleted: it can be restored for 30 days. */
export async function removeOwn(ports: WorkerPorts, id: string): Promise<ReplyAnswer> {
  await ports.database.replies.update([OWN_SOURCE, id], { deletedAt: ports.now() });
  return { kind: 'ok', id };
}

/** Brings a deleted one back, unless its shortcut was given to another. */
export async function restoreOwn(ports: WorkerPorts, id: string): Promise<ReplyAnswer> {
  const deleted = await ports.database.replies.get([OWN_SOURCE, id]);
  if (deleted === undefined)
    return replyFailed('It was deleted more than 30 days ago and is gone.');
  const { deletedAt: _restored, ...reply } = deleted;
  return putUnlessTaken(ports, reply);
}

/** Puts many in place at once, all or none: what was added or changed in a preview. */
export async function importOwn(
  ports: WorkerPorts,
  replies: readonly Reply[],
): Promise<ReplyAnswer> {
  const own = replies.map((reply) => ({ ...reply, source: OWN_SOURCE, updatedAt: ports.now() }));
  await writeWithRoom(ports, () =>
    ports.database.transaction('rw', ports.database.replies, () =>
      ports.database.replies.bulkPut(own),
    ),
  );
  return { kind: 'ok' };
}

async function putUnlessTaken(ports: WorkerPorts, reply: Reply): Promise<ReplyAnswer> {
  const { replies } = ports.database;
  return writeWithRoom(ports, () =>
    ports.database.transaction('rw', replies, async () => {
      const twin = await replyWithSameShortcut(ports, reply);
      if (twin !== undefined) {
        return replyFailed(
          `“${twin.title}” has the shortcut “${twin.shortcut}” already. Choose another one.`,
          { conflict: true },
        );
      }
      await replies.put(reply);
      return { kind: 'ok', id: reply.id } as const;
    }),
  );
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
