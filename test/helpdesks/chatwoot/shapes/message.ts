import {
  type Account,
  type Conversation,
  type Installation,
  type Message,
  messageType,
} from '../tables';
import { attachmentShape } from './attachment';
import { botSender, contactSender, userSender } from './people';
import { seconds } from './time';

export interface MessageContext {
  installation: Installation;
  account: Account;
  conversation: Conversation;
}

/** The message shape of the messages endpoints: `sender` and `attachments` are absent when none. */
export function messageShape(
  message: Message,
  context: MessageContext,
  echoId?: string,
): Record<string, unknown> {
  const sender = senderShape(message, context);
  const { conversation, account, installation } = context;
  return {
    id: message.id,
    content: message.content,
    inbox_id: conversation.inboxId,
    ...(echoId === undefined ? {} : { echo_id: echoId }),
    conversation_id: conversation.displayId,
    message_type: messageType[message.type],
    content_type: message.contentType,
    status: message.status,
    content_attributes: message.contentAttributes,
    created_at: seconds(message.createdAt),
    private: message.private,
    source_id: message.sourceId,
    ...(sender === null ? {} : { sender }),
    ...(message.attachments.length === 0
      ? {}
      : {
          attachments: message.attachments.map((attachment) =>
            attachmentShape(attachment, message, { account, installation }),
          ),
        }),
    ...(message.call === undefined ? {} : { call: message.call }),
    ...(message.reactions === undefined
      ? {}
      : { reactions: message.reactions.map((emoji) => ({ emoji, status: 'active' })) }),
  };
}

/** The push shape: every column of the row; in `messages[0]` of conversations. */
export function pushMessage(message: Message, context: MessageContext): Record<string, unknown> {
  const kinds = { contact: 'Contact', user: 'User', bot: 'AgentBot' } as const;
  return {
    ...messageShape(message, context),
    account_id: context.account.id,
    updated_at: new Date(message.createdAt).toISOString(),
    sender_type: message.sender === null ? null : kinds[message.sender.kind],
    sender_id: message.sender?.id ?? null,
    external_source_ids: {},
    additional_attributes: {},
    processed_message_content: message.content,
    sentiment: {},
    conversation: {
      assignee_id: context.conversation.assigneeId,
      unread_count: 0,
      last_activity_at: seconds(message.createdAt),
      contact_inbox: {
        source_id: `source-${context.conversation.contactId}-${context.conversation.inboxId}`,
      },
    },
  };
}

function senderShape(message: Message, context: MessageContext): Record<string, unknown> | null {
  const { sender } = message;
  if (sender === null) return null;
  if (sender.kind === 'bot') return botSender(context.installation.bot);
  if (sender.kind === 'contact') {
    const contact = context.account.contacts.find((candidate) => candidate.id === sender.id);
    return contact === undefined ? null : contactSender(contact);
  }
  const user = context.installation.users.find((candidate) => candidate.id === sender.id);
  return user === undefined ? null : userSender(user);
}
