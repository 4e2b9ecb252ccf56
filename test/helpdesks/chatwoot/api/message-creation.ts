import { type Conversation, type Message, type MessageTypeName, messageType } from '../tables';
import type { ApiContext } from './context';
import { isRecord, textOf } from './params';
import { unprocessable } from './refusal';

const maxLength = 150_000;

/**
 * Writes a message into a conversation. A message that is not private is "sent to the customer":
 * tests find the request in the log. Every failure is a 422 with `error`.
 */
export function createMessage(
  c: ApiContext,
  conversation: Conversation,
  body: Record<string, unknown>,
): { message: Message; echoId: string | undefined } {
  const type = typeOf(c, conversation, body);
  const content = textOf(body.content) ?? null;
  if (content !== null && content.length > maxLength) {
    throw unprocessable(
      `Validation failed: Content is too long (maximum is ${maxLength} characters)`,
    );
  }
  const message: Message = {
    id: c.get('installation').nextId(),
    type,
    contentType: textOf(body.content_type) ?? 'text',
    content,
    private: body.private === true || body.private === 'true',
    status: 'sent',
    contentAttributes: attributesOf(body.content_attributes),
    sourceId: textOf(body.source_id) ?? null,
    createdAt: c.get('world').now(),
    sender: senderOf(c, conversation, type),
    attachments: [],
  };
  addMessage(c.get('account').contacts, conversation, message);
  return { message, echoId: textOf(body.echo_id) };
}

/** Appends a message, whatever its time, and moves the contact's last activity. */
export function addMessage(
  contacts: readonly { id: number; lastActivityAt: number | null }[],
  conversation: Conversation,
  message: Message,
): void {
  conversation.messages.push(message);
  const contact = contacts.find((candidate) => candidate.id === conversation.contactId);
  if (contact !== undefined) contact.lastActivityAt = message.createdAt;
}

function typeOf(
  c: ApiContext,
  conversation: Conversation,
  body: Record<string, unknown>,
): MessageTypeName {
  const wanted = textOf(body.message_type) ?? 'outgoing';
  if (!isMessageType(wanted)) throw unprocessable(`'${wanted}' is not a valid message_type`);
  const inbox = c.get('account').inboxes.find((one) => one.id === conversation.inboxId);
  if (wanted === 'incoming' && inbox?.channelType !== 'Channel::Api') {
    throw unprocessable('Incoming messages are only allowed in Api inboxes');
  }
  return wanted;
}

/** Any type but `outgoing` makes the contact the sender. */
function senderOf(
  c: ApiContext,
  conversation: Conversation,
  type: MessageTypeName,
): Message['sender'] {
  const caller = c.get('caller');
  if (type !== 'outgoing') return { kind: 'contact', id: conversation.contactId };
  if (caller.kind === 'bot') return { kind: 'bot', id: c.get('installation').bot.id };
  return { kind: 'user', id: caller.user.id };
}

function attributesOf(sent: unknown): Record<string, unknown> {
  if (isRecord(sent)) return sent;
  if (typeof sent !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(sent);
    return isRecord(parsed) ? parsed : {};
  } catch {
    throw unprocessable('content_attributes is not JSON');
  }
}

function isMessageType(value: string): value is MessageTypeName {
  return Object.hasOwn(messageType, value);
}
