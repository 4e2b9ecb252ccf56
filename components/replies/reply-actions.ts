import { noAnswer } from '../../lib/messaging/no-answer';
import { type ReplyAnswer, replyCommands } from '../../lib/messaging/reply-commands';
import { send } from '../../lib/messaging/send';
import type { Reply } from '../../lib/model/reply';
import type { ReplyFormDraft } from '../../lib/model/reply-draft';
import { replyOf } from './reply-form-draft';

/** Saves a draft in its source. Never rejects: what went wrong is in the answer. */
export async function submitReply(draft: ReplyFormDraft): Promise<ReplyAnswer> {
  const { base } = draft;
  return send(replyCommands, 'replies.save', { reply: replyOf(draft), base }).catch(noAnswer);
}

/** Deletes a response in its source, if it is still as it is shown here. Never rejects. */
export async function deleteReply(base: Reply): Promise<ReplyAnswer> {
  return send(replyCommands, 'replies.remove', { base }).catch(noAnswer);
}

/** Brings a deleted response back. Never rejects. */
export async function restoreReply(reply: { source: string; id: string }): Promise<ReplyAnswer> {
  const { source, id } = reply;
  return send(replyCommands, 'replies.restore', { source, id }).catch(noAnswer);
}

/** Reports that somebody has seen what became of a text that was replaced. Never rejects. */
export function tellSeen({ source, id }: { source: string; id: string }): void {
  void send(replyCommands, 'replies.seen', { source, id }).catch(() => undefined);
}
