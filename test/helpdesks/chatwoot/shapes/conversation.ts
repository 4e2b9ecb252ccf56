import type { Account, Conversation, Installation, Message } from '../tables';
import { contactShape } from './contact';
import { pushMessage } from './message';
import { agentShape } from './people';
import { isoOrNull, seconds, secondsOrZero } from './time';

export interface ConversationContext {
  installation: Installation;
  account: Account;
  /** Id of the reading user, for `is_member` of the team. */
  userId: number;
  messagingWindows: boolean;
  /** Epoch ms. */
  now: number;
}

const windowedChannels = new Set([
  'Channel::Whatsapp',
  'Channel::FacebookPage',
  'Channel::Instagram',
]);
const replyWindow = 24 * 60 * 60_000;

/** The conversation shape of show, list, filter and a contact's conversations. `id` is the display id. */
export function conversationShape(
  conversation: Conversation,
  context: ConversationContext,
): Record<string, unknown> {
  const messages = inOrderOfTime(conversation.messages);
  const place = { ...context, conversation };
  const newest = messages.at(-1);
  const newestTalk = messages.findLast((message) => message.type !== 'activity');
  const lastActivity = lastActivityOf(conversation);
  return {
    meta: metaOf(conversation, context),
    id: conversation.displayId,
    messages: newest === undefined ? [] : [pushMessage(newest, place)],
    account_id: context.account.id,
    uuid: conversation.uuid,
    additional_attributes: conversation.additional,
    agent_last_seen_at: secondsOrZero(conversation.agentLastSeenAt),
    assignee_last_seen_at: secondsOrZero(conversation.agentLastSeenAt),
    can_reply: canReply(conversation, context),
    contact_last_seen_at: 0,
    custom_attributes: conversation.custom,
    inbox_id: conversation.inboxId,
    labels: conversation.labels,
    muted: contactOf(conversation, context.account)?.blocked ?? false,
    snoozed_until: isoOrNull(conversation.snoozedUntil),
    status: conversation.status,
    created_at: seconds(conversation.createdAt),
    updated_at: Math.max(lastActivity, conversation.touchedAt ?? 0) / 1000 + 0.012_345,
    timestamp: seconds(lastActivity),
    first_reply_created_at: secondsOrZero(messages.find(isReply)?.createdAt),
    unread_count: unreadCount(conversation),
    last_non_activity_message: newestTalk === undefined ? null : pushMessage(newestTalk, place),
    last_activity_at: seconds(lastActivity),
    priority: conversation.priority,
    waiting_since: secondsOrZero(waitingSince(messages)),
    sla_policy_id: null,
  };
}

/** Epoch ms of the message that was written last; where that was backdated, newer ones exist. */
export function lastActivityOf(conversation: Conversation): number {
  return conversation.messages.at(-1)?.createdAt ?? conversation.createdAt;
}

/** Oldest first; of equal times the one written later comes first, which is possible. */
export function inOrderOfTime(messages: readonly Message[]): Message[] {
  return messages.toReversed().sort((one, other) => one.createdAt - other.createdAt);
}

/** Whether a customer-facing reply is possible now (messaging windows of WhatsApp and Facebook). */
export function canReply(
  conversation: Conversation,
  context: Pick<ConversationContext, 'account' | 'messagingWindows' | 'now'>,
): boolean {
  const inbox = context.account.inboxes.find((one) => one.id === conversation.inboxId);
  if (!context.messagingWindows || !windowedChannels.has(inbox?.channelType ?? '')) return true;
  const { now } = context;
  return conversation.messages.some(
    ({ type, createdAt }) => type === 'incoming' && now - createdAt < replyWindow,
  );
}

/** Unread incoming messages; the server looks at the last ten only. */
export function unreadCount(conversation: Conversation): number {
  const seen = conversation.agentLastSeenAt ?? 0;
  const unread = conversation.messages.filter(
    (message) => message.type === 'incoming' && message.createdAt > seen,
  );
  return Math.min(unread.length, 10);
}

function metaOf(conversation: Conversation, context: ConversationContext): Record<string, unknown> {
  const { account, installation } = context;
  const contact = contactOf(conversation, account);
  const assignee = installation.users.find((user) => user.id === conversation.assigneeId);
  const team = account.teams.find((candidate) => candidate.id === conversation.teamId);
  const inbox = account.inboxes.find((candidate) => candidate.id === conversation.inboxId);
  return {
    sender: contact === undefined ? null : contactShape(contact),
    channel: inbox?.channelType ?? null,
    ...(assignee === undefined
      ? {}
      : { assignee: agentShape(assignee, account.id), assignee_type: 'User' }),
    ...(team === undefined ? {} : { team: teamShape(team, account.id, context.userId) }),
    hmac_verified: null,
  };
}

/** The team shape of `GET teams` and of a conversation's `meta.team`. */
export function teamShape(
  team: Account['teams'][number],
  accountId: number,
  userId: number,
): Record<string, unknown> {
  return {
    id: team.id,
    name: team.name,
    description: null,
    allow_auto_assign: true,
    account_id: accountId,
    is_member: team.memberIds.includes(userId),
  };
}

function contactOf(
  conversation: Conversation,
  account: Account,
): Account['contacts'][number] | undefined {
  return account.contacts.find((contact) => contact.id === conversation.contactId);
}

function isReply(message: Message): boolean {
  return message.type === 'outgoing' && !message.private && message.sender?.kind === 'user';
}

/** When the customer began to wait; absent when the last message was ours. */
function waitingSince(messages: readonly Message[]): number | undefined {
  const answered = messages.findLastIndex(isReply);
  return messages.slice(answered + 1).find((message) => message.type === 'incoming')?.createdAt;
}
