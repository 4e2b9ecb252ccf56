import * as v from 'valibot';
import { readAttributes } from '../../../identity/read-attributes';
import type { Connection } from '../../../model/connection';
import type { Contact } from '../../../model/contact';
import type { Conversation, ConversationStatus } from '../../../model/history';
import { formatNumber } from '../../../text/format-number';
import { clip, clipIfAny, latest, unique } from '../../shared/field-values';
import type { ColleagueOf } from '../colleagues';
import { customerUrl, customLabel } from '../contacts';
import type { KustomerConversation } from '../schemas';

/** Whose history it is. */
export interface HistoryOwner {
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
  owner: HistoryOwner,
  colleagueOf: ColleagueOf,
): Conversation {
  const { attributes } = conversation;
  const assignees = attributes.assignedUsers
    .map((id) => colleagueOf(id)?.name)
    .filter((name) => name !== undefined);
  const custom = readAttributes(attributes.custom, customLabel);
  const channels = unique(attributes.channels.map(kustomerChannelName));
  return {
    connectionId: owner.connection.id,
    id: conversation.id,
    contactId: owner.contact.id,
    subject: clipIfAny(attributes.name),
    channel: joinedNames(channels),
    inboxAddress: ownAddressOf(attributes),
    status: statuses.get(attributes.status ?? '') ?? 'unknown',
    assignee: joinedNames(assignees),
    waitingSince: waitingSince(attributes),
    satisfaction: conversationRatingOf(attributes),
    attributes: custom.length === 0 ? undefined : custom,
    createdAt: attributes.createdAt,
    lastActivityAt:
      latest(attributes.lastActivityAt, attributes.lastMessageAt) ?? attributes.updatedAt,
    url: `${customerUrl(owner.connection, owner.contact.id)}/event/${encodeURIComponent(conversation.id)}`,
  };
}

const addressSchema = v.union([
  v.pipe(v.string(), v.trim(), v.nonEmpty()),
  v.pipe(
    v.object({ email: v.pipe(v.string(), v.trim(), v.nonEmpty()) }),
    v.transform(({ email }) => email),
  ),
]);

/** The organisation's own address or number that the customer wrote to last. */
function ownAddressOf({ lastMessageIn }: KustomerConversation['attributes']): string | undefined {
  const { recipient, to } = lastMessageIn?.meta ?? {};
  const addressed = v.safeParse(addressSchema, Array.isArray(to) ? to[0] : to);
  return clipIfAny(recipient?.email ?? (addressed.success ? addressed.output : undefined));
}

/** Since the message that nobody answered; in a conversation that is done nobody waits for an answer. */
function waitingSince({
  status,
  lastMessageUnrespondedTo: last,
}: KustomerConversation['attributes']): number | undefined {
  return status === 'done' ? undefined : (last?.sentAt ?? last?.createdAt);
}

function conversationRatingOf({
  satisfactionLevel,
}: KustomerConversation['attributes']): string | undefined {
  const rating = satisfactionLevel?.rating;
  return rating === undefined ? undefined : formatNumber(rating);
}

function joinedNames(parts: readonly string[]): string | undefined {
  return parts.length === 0 ? undefined : clip(parts.join(', '));
}

const kustomerChannelNames = new Map([
  ['email', 'E-mail'],
  ['sms', 'SMS'],
  ['chat', 'Chat'],
  ['sendbird-chat', 'Chat'],
  ['facebook', 'Facebook'],
  ['facebook-wallpost', 'Facebook wall'],
  ['twitter-dm', 'Twitter message'],
  ['twitter-tweet', 'Twitter'],
  ['voice', 'Phone'],
  ['instagram', 'Instagram'],
  ['instagram-comment', 'Instagram comment'],
  ['whatsapp', 'WhatsApp'],
  ['form', 'Form'],
  ['portal', 'Portal'],
]);

/** A channel in words; an organisation's own channels keep the name they have. */
function kustomerChannelName(channel: string): string {
  return kustomerChannelNames.get(channel) ?? channel;
}
