import type { Payload } from '../../messaging/commands';
import type { ReplyFormDraft } from '../../model/reply-draft';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';

/** Keeps the form of a response that is not saved yet, instead of the one before; `undefined` forgets it. */
export async function keepReplyDraft(
  ports: WorkerPorts,
  draft: ReplyFormDraft | undefined,
): Promise<void> {
  const { replyDrafts } = ports.database;
  await writeWithRoom(ports, () =>
    ports.database.transaction('rw', replyDrafts, async () => {
      await replyDrafts.clear();
      if (draft === undefined) return;
      await replyDrafts.put({ source: draft.source, draft, updatedAt: ports.now() });
    }),
  );
}

/** Keeps what is being filled in for one conversation, until it is inserted or given up. */
export async function keepFillDraft(
  ports: WorkerPorts,
  { text, ...key }: Payload<'replies.fill'>,
): Promise<void> {
  const { fillDrafts } = ports.database;
  if (text === undefined) return fillDrafts.delete([key.subject, key.reply]);
  const row = { ...key, ...text, updatedAt: ports.now() };
  await writeWithRoom(ports, () => fillDrafts.put(row));
}
