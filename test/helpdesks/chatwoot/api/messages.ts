import { Hono } from 'hono';
import { deletedForm } from '../seed/messages';
import { inOrderOfTime } from '../shapes/conversation';
import { messageShape } from '../shapes/message';
import { contactSender, userSender } from '../shapes/people';
import { isoOrNull } from '../shapes/time';
import type { Conversation, Message } from '../tables';
import { type ApiContext, type ApiEnv, conversationOf, idOf } from './context';
import { createMessage } from './message-creation';
import { bodyOf } from './params';
import { notFound, Refusal } from './refusal';
import { sentencesIn } from './sentences';

/** Messages of a conversation: ascending in time, selected by `before` and `after` (message ids). */
export function messageRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/:conversation/messages', (c) => {
    const conversation = conversationOf(c);
    const rows = select(c, conversation.messages).map((message) => shape(c, conversation, message));
    return c.json({ meta: metaOf(c, conversation), payload: rows });
  });
  routes.post('/:conversation/messages', async (c) => {
    const conversation = conversationOf(c);
    const { message, echoId } = createMessage(c, conversation, await bodyOf(c));
    return c.json(shape(c, conversation, message, echoId));
  });
  routes.delete('/:conversation/messages/:message', (c) => {
    const conversation = conversationOf(c);
    const message = messageOf(c, conversation);
    const { deleted } = sentencesIn[c.get('world').switches.language];
    Object.assign(message, deletedForm(message, deleted));
    conversation.touchedAt = c.get('world').now();
    return c.json(shape(c, conversation, message));
  });
  routes.on(['PATCH', 'PUT'], '/:conversation/messages/:message', (c) => {
    const conversation = conversationOf(c);
    const message = messageOf(c, conversation);
    const inbox = c.get('account').inboxes.find((one) => one.id === conversation.inboxId);
    if (inbox?.channelType !== 'Channel::Api') {
      throw new Refusal(403, { error: 'Message status update is only allowed for API inboxes' });
    }
    return c.json(shape(c, conversation, message));
  });
  return routes;
}

/**
 * As the server's finder does: ids decide which messages are considered, times which of them are returned,
 * and in which order. The newest 20, before an id too; the oldest 100 after an id; the oldest 1000 between
 * two.
 */
function select(c: ApiContext, messages: readonly Message[]): Message[] {
  const before = numberOf(c.req.query('before'));
  const after = numberOf(c.req.query('after'));
  const ordered = inOrderOfTime(messages);
  const visible =
    c.req.query('filter_internal_messages') === undefined
      ? ordered
      : ordered.filter((message) => !message.private && message.type !== 'activity');
  if (after !== undefined && before !== undefined) {
    return visible.filter(({ id }) => id >= after && id < before).slice(0, 1000);
  }
  if (after !== undefined) return visible.filter(({ id }) => id > after).slice(0, 100);
  if (before !== undefined) return visible.filter(({ id }) => id < before).slice(-20);
  return visible.slice(-20);
}

function metaOf(c: ApiContext, conversation: Conversation): Record<string, unknown> {
  const account = c.get('account');
  const contact = account.contacts.find((one) => one.id === conversation.contactId);
  const assignee = c.get('installation').users.find((one) => one.id === conversation.assigneeId);
  return {
    labels: conversation.labels,
    additional_attributes: conversation.additional,
    contact: contact === undefined ? null : contactSender(contact),
    ...(assignee === undefined ? {} : { assignee: userSender(assignee) }),
    agent_last_seen_at: isoOrNull(conversation.agentLastSeenAt),
    assignee_last_seen_at: isoOrNull(conversation.agentLastSeenAt),
  };
}

function messageOf(c: ApiContext, conversation: Conversation): Message {
  const id = idOf(c, 'message');
  const found = conversation.messages.find((message) => message.id === id);
  if (found === undefined) throw notFound();
  return found;
}

function shape(
  c: ApiContext,
  conversation: Conversation,
  message: Message,
  echoId?: string,
): Record<string, unknown> {
  const context = { installation: c.get('installation'), account: c.get('account'), conversation };
  return messageShape(message, context, echoId);
}

function numberOf(value: string | undefined): number | undefined {
  if (value === undefined || value === '') return undefined;
  return Number.parseInt(value, 10) || 0;
}
