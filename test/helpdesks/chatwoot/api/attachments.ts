import { attachmentShape } from '../shapes/attachment';
import type { Conversation } from '../tables';
import type { ApiContext } from './context';
import { pageOf } from './params';

const attachmentPageSize = 100;

/** Files of some conversations, newest first, 100 a page. */
export function attachmentsOf(
  c: ApiContext,
  conversations: readonly Conversation[],
  withConversation: boolean,
): { meta: { total_count: number }; payload: Record<string, unknown>[] } {
  const place = { account: c.get('account'), installation: c.get('installation') };
  const found = conversations.flatMap((conversation) =>
    conversation.messages.flatMap((message) =>
      message.attachments.map((attachment) => ({ conversation, message, attachment })),
    ),
  );
  found.sort((one, other) => other.attachment.id - one.attachment.id);
  const { rows } = pageOf(c, found, attachmentPageSize);
  const payload = rows.map(({ conversation, message, attachment }) => {
    const {
      account_id: _account,
      content_type: _type,
      ...shape
    } = attachmentShape(attachment, message, place);
    return {
      ...shape,
      created_at: Math.floor(message.createdAt / 1000),
      ...(withConversation ? { conversation_id: conversation.displayId } : {}),
    };
  });
  return { meta: { total_count: found.length }, payload };
}
