import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { Conversation, ConversationStatus, Message } from '../../model/history';
import { attachmentsOf } from './attachments';
import type { ColleagueOf } from './colleagues';
import { customerUrl } from './customer-mapping';
import { callInWords, channelInWords, deliveryErrorOf } from './history-words';
import type {
  KustomerAttachment,
  KustomerConversation,
  KustomerMessage,
  KustomerNote,
} from './schemas';
import { clip, latest, unique } from './values';

/** Whose history it is. */
export interface HistoryPlace {
  connection: Connection;
  contact: Contact;
}

const statuses = new Map<string, ConversationStatus>([
  ['open', 'open'],
  ['snoozed', 'snoozed'],
  ['done', 'resolved'],
]);

/** A conversation. Its address shows it expanded in the customer's timeline. */

export function conversationOf(
  conversation: KustomerConversation,
  place: HistoryPlace,
  colleagueOf: ColleagueOf,
): Conversation {
  const { attributes } = conversation;
  const assignees = attributes.assignedUsers
    .map((id) => colleagueOf(id)?.name)
    .filter((name) => name !== undefined);
  const channels = unique(attributes.channels.map(channelInWords));
  return {
    connectionId: place.connection.id,
    id: conversation.id,
    contactId: place.contact.id,
    subject: clipped(attributes.name),
    channel: joined(channels),
    status: statuses.get(attributes.status ?? '') ?? 'unknown',
    assignee: joined(assignees),
    waitingSince: waitingSince(attributes),
    satisfaction: satisfactionOf(attributes),
    createdAt: attributes.createdAt,
    lastActivityAt:
      latest(attributes.lastActivityAt, attributes.lastMessageAt) ?? attributes.updatedAt,
    url: `${customerUrl(place.connection, place.contact.id)}/event/${encodeURIComponent(conversation.id)}`,
  };
}

/** Since the message that nobody answered; a conversation that is done waits for nobody. */
function waitingSince({
  status,
  lastMessageUnrespondedTo: last,
}: KustomerConversation['attributes']): number | undefined {
  return status === 'done' ? undefined : (last?.sentAt ?? last?.createdAt);
}

function satisfactionOf({
  satisfactionLevel,
}: KustomerConversation['attributes']): string | undefined {
  const rating = satisfactionLevel?.rating;
  return rating === undefined ? undefined : `rated ${rating}`;
}

/** A message. Its text is `preview`: plain, at most 10,240 characters; there is no other body. */
export function messageOf(
  message: KustomerMessage,
  included: readonly KustomerAttachment[],
  place: HistoryPlace,
  colleagueOf: ColleagueOf,
): Message {
  const { attributes, relationships } = message;
  const direction = directionOf(message);
  return {
    ...frameOf(message.id, relationships.conversation.data.id, place),
    kind: 'message',
    direction,
    author: direction === 'in' ? customerAuthor(place.contact) : senderOf(message, colleagueOf),
    text:
      attributes.preview || (attributes.channel === 'voice' ? callInWords(attributes.meta) : ''),
    subject: clipped(attributes.subject ?? attributes.meta?.subject),
    ...timeOf(attributes.sentAt, attributes.createdAt),
    attachments: attachmentsOf(message, included),
    deleted: attributes.redacted === true ? true : undefined,
    deliveryError: deliveryErrorOf(attributes),
  };
}

/** An internal note. It belongs to exactly one conversation and is never shown to the customer. */
export function noteOf(note: KustomerNote, place: HistoryPlace, colleagueOf: ColleagueOf): Message {
  const { attributes, relationships } = note;
  const colleague = colleagueNamed(relationships.createdBy?.data?.id, colleagueOf);
  return {
    ...frameOf(note.id, relationships.conversation.data.id, place),
    kind: 'note',
    direction: 'none',
    author: { name: colleague?.name, role: colleague?.machine === true ? 'bot' : 'agent' },
    text: attributes.body ?? '',
    ...timeOf(attributes.createdAt, attributes.createdAt ?? attributes.updatedAt),
    attachments: [],
  };
}

function frameOf(
  id: string,
  conversationId: string,
  { connection, contact }: HistoryPlace,
): Pick<Message, 'connectionId' | 'id' | 'contactId' | 'conversationId'> {
  return { connectionId: connection.id, id, contactId: contact.id, conversationId };
}

/** `directionType` (`initial-in`, `response-out`, …) says the same where `direction` is missing. */
function directionOf({ attributes, relationships }: KustomerMessage): 'in' | 'out' {
  if (attributes.direction === 'in' || attributes.direction === 'out') return attributes.direction;
  if (attributes.directionType !== undefined) {
    return attributes.directionType.endsWith('-in') ? 'in' : 'out';
  }
  return relationships.createdBy?.data === undefined ? 'in' : 'out';
}

function customerAuthor(contact: Contact): Message['author'] {
  return { name: contact.name, role: 'contact' };
}

/** What went out without a creator came from Kustomer itself; a machine user is an integration. */
function senderOf(
  { attributes, relationships }: KustomerMessage,
  colleagueOf: ColleagueOf,
): Message['author'] {
  const userId = relationships.createdBy?.data?.id;
  const colleague = colleagueNamed(userId, colleagueOf);
  if (attributes.auto === true || colleague?.machine === true) {
    return { name: colleague?.name, role: 'bot' };
  }
  return { name: colleague?.name, role: userId === undefined ? 'system' : 'agent' };
}

function colleagueNamed(userId: string | undefined, colleagueOf: ColleagueOf) {
  return userId === undefined ? undefined : colleagueOf(userId);
}

/**
 * `own` is when it happened, `recorded` when Kustomer wrote it down, which may be later for imports.
 * The order of writing down decides between equal times.
 */
function timeOf(
  own: number | undefined,
  recorded: number | undefined,
): Pick<Message, 'sentAt' | 'timeQuality' | 'sequence'> {
  const sequence = recorded ?? own ?? 0;
  if (own !== undefined) return { sentAt: own, timeQuality: 'exact', sequence };
  return recorded === undefined
    ? { sentAt: 0, timeQuality: 'unknown', sequence }
    : { sentAt: recorded, timeQuality: 'approximate', sequence };
}

function joined(parts: readonly string[]): string | undefined {
  return parts.length === 0 ? undefined : clip(parts.join(', '));
}

function clipped(value: string | undefined): string | undefined {
  return value === undefined ? undefined : clip(value);
}
