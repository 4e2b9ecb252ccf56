import { type ReplyAnswer, replyAnswerSchema } from '../../lib/messaging/answers';
import { request } from '../../lib/messaging/send';
import type { ReplyFormDraft } from '../../lib/model/reply-draft';
import { replyOf } from './reply-draft';

/** Saves a draft in its source. Never rejects: what went wrong is in the answer. */
export async function submitReply(draft: ReplyFormDraft): Promise<ReplyAnswer> {
  return request('replies.save', { reply: replyOf(draft) }, replyAnswerSchema).catch(noAnswer);
}

/** Deletes a response in its source. Never rejects. */
export async function deleteReply(reply: { source: string; id: string }): Promise<ReplyAnswer> {
  const { source, id } = reply;
  return request('replies.remove', { source, id }, replyAnswerSchema).catch(noAnswer);
}

/** Brings a deleted response back. Never rejects. */
export async function restoreReply(reply: { source: string; id: string }): Promise<ReplyAnswer> {
  const { source, id } = reply;
  return request('replies.restore', { source, id }, replyAnswerSchema).catch(noAnswer);
}

function noAnswer(): ReplyAnswer {
  const message = 'Deskside’s background part did not answer. Reload this page and try again.';
  return { kind: 'failed', message };
}
