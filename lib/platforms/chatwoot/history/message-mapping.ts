import { t } from '@lingui/core/macro';
import type { Connection } from '../../../model/connection';
import type { Conversation, Message } from '../../../model/history';
import { reactionsOf } from '../../shared/reactions';
import type { ChatwootMessage } from '../schemas';
import { mapAttachments, recordingOf } from './attachments';
import { messageText } from './message-text';

export interface MappedMessage {
  message: Message;
  /** Unreadable attachments. */
  dropped: number;
}

/** The conversation a message belongs to, with the times by which one without a time is guessed. */
export type ParentConversation = Pick<
  Conversation,
  'id' | 'contactId' | 'createdAt' | 'lastActivityAt'
>;

/** Who sent it to whom. */
type Voice = Pick<Message, 'kind' | 'direction'> & { role: Message['author']['role'] };

/**
 * A Chatwoot message in the product's terms. Messages are ordered by id, because their times have
 * only whole seconds. One without a readable time gets the conversation's latest, marked as
 * unknown. A deleted one keeps nothing but its position: its text is a notice in the server's language.
 */
export function mapMessage(
  connection: Connection,
  conversation: ParentConversation,
  raw: ChatwootMessage,
): MappedMessage {
  const extra = raw.content_attributes;
  const deleted = extra?.deleted === true;
  const voice = voiceOf(raw);
  const { pageOrigin } = connection;
  const files = mapAttachments(deleted ? [] : raw.attachments, pageOrigin);
  const message: Message = {
    connectionId: connection.id,
    id: raw.id,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    kind: voice.kind,
    direction: voice.direction,
    author: { name: authorName(voice, raw), role: voice.role },
    ...(deleted ? { text: '' } : messageText(raw, voice)),
    subject: extra?.email?.subject,
    ...timeOf(raw, conversation),
    sequence: Number(raw.id),
    attachments: deleted ? [] : [...files.items, ...recordingOf(raw, pageOrigin)],
    deleted: deleted ? true : undefined,
    withdrawn: isSet(extra?.deleted_by_contact) || undefined,
    edited: [extra?.is_edited, extra?.edited, extra?.edited_at].some(isSet) || undefined,
    isReaction: isSet(extra?.is_reaction) || undefined,
    reactions: deleted ? undefined : reactionsOf(raw.reactions ?? extra?.reactions),
    deliveryError: deliveryError(raw),
  };
  return { message, dropped: files.dropped };
}

/** A mark that is set: `true`, a time, or either as text. */
function isSet(mark: unknown): boolean {
  if (typeof mark === 'string') return !['', 'false', '0'].includes(mark.trim());
  return mark === true || (typeof mark === 'number' && mark > 0);
}

/** `message_type`: 0 from the customer, 1 from the team, 2 a system line, 3 an automatic message. */
function voiceOf(raw: ChatwootMessage): Voice {
  const type = typeOf(raw);
  if (type === 'activity') return { kind: 'activity', direction: 'none', role: 'system' };
  if (raw.private === true) return { kind: 'note', direction: 'none', role: teamRole(raw) };
  if (type === 'incoming') return { kind: 'message', direction: 'in', role: 'contact' };
  const role = type === 'template' && raw.sender === undefined ? 'bot' : teamRole(raw);
  return { kind: 'message', direction: 'out', role };
}

const types = ['incoming', 'outgoing', 'activity', 'template'] as const;

/** A type that this product does not know is interpreted by its sender. */
function typeOf(raw: ChatwootMessage): (typeof types)[number] {
  const value = raw.message_type;
  const known = typeof value === 'number' ? types[value] : types.find((name) => name === value);
  if (known !== undefined) return known;
  if (senderKind(raw) === 'contact') return 'incoming';
  return raw.sender === undefined ? 'activity' : 'outgoing';
}

function teamRole(raw: ChatwootMessage): 'agent' | 'bot' {
  const kind = senderKind(raw);
  if (isOfAutomation(raw)) return 'bot';
  return kind === 'agent_bot' || kind === 'captain_assistant' ? 'bot' : 'agent';
}

/** What an automation rule writes has no sender, only the rule's number (README.md#messages). */
function isOfAutomation({ content_attributes: extra }: ChatwootMessage): boolean {
  return extra?.automation_rule_id !== undefined && extra.automation_rule_id !== null;
}

const classes: ReadonlyMap<string, string> = new Map([
  ['Contact', 'contact'],
  ['User', 'user'],
  ['AgentBot', 'agent_bot'],
  ['Captain::Assistant', 'captain_assistant'],
]);

/** The sender's kind; messages inside conversations also give it as a class name. */
function senderKind(raw: ChatwootMessage): string | undefined {
  return raw.sender?.type ?? classes.get(raw.sender_type ?? '');
}

function authorName(voice: Voice, raw: ChatwootMessage): string | undefined {
  if (voice.kind === 'activity') return undefined;
  const { sender } = raw;
  return (
    sender?.available_name ?? sender?.name ?? (isOfAutomation(raw) ? t`Automation` : undefined)
  );
}

function timeOf(
  raw: ChatwootMessage,
  conversation: ParentConversation,
): Pick<Message, 'sentAt' | 'timeQuality' | 'recordedAt'> {
  const { created_at: createdAt } = raw;
  const elsewhere = raw.content_attributes?.external_created_at;
  if (elsewhere !== undefined) {
    const recordedAt = createdAt === elsewhere ? undefined : createdAt;
    return { sentAt: elsewhere, timeQuality: 'exact', recordedAt };
  }
  if (createdAt !== undefined) return { sentAt: createdAt, timeQuality: 'exact' };
  const guess = conversation.lastActivityAt ?? conversation.createdAt ?? 0;
  return { sentAt: guess, timeQuality: 'unknown' };
}

function deliveryError(raw: ChatwootMessage): string | undefined {
  const reported = raw.content_attributes?.external_error;
  return (
    reported ?? (raw.status === 'failed' ? t`Chatwoot could not deliver this message.` : undefined)
  );
}
