import { readAttributes } from '../../identity/attributes';
import { normaliseEmail } from '../../identity/email';
import { normalisePhone } from '../../identity/phone';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { Conversation, ConversationStatus } from '../../model/history';
import { channelWords } from './channels';
import { contactLink, conversationLink, pictureLink } from './links';
import type { ContactShape, ConversationShape } from './schemas';

/**
 * A Chatwoot contact in the product's terms. `now` is epoch milliseconds. `language` is used where
 * the contact has none of its own: a conversation knows the visitor's.
 */
export function mapContact(
  connection: Connection,
  raw: ContactShape,
  now: number,
  language?: string,
): Contact {
  const extra = raw.additional_attributes;
  const generated = raw.name !== undefined && isGeneratedName(raw);
  return {
    connectionId: connection.id,
    id: raw.id,
    platform: connection.platform,
    name: generated ? undefined : raw.name,
    placeholderName: generated ? raw.name : undefined,
    avatarUrl: pictureLink(raw.thumbnail, connection.pageOrigin),
    emails: present(raw.email),
    phones: present(raw.phone_number),
    emailKeys: present(raw.email && normaliseEmail(raw.email)),
    phoneKeys: present(raw.phone_number && normalisePhone(raw.phone_number)),
    externalIds: present(raw.identifier),
    company: extra?.company_name,
    language: languageTag(extra?.language ?? language),
    location: [...present(extra?.city), ...present(extra?.country)].join(', ') || undefined,
    lastSeenAt: raw.last_activity_at,
    attributes: readAttributes({ description: extra?.description, ...raw.custom_attributes }),
    url: contactLink(connection, raw.id),
    fetchedAt: now,
  };
}

/**
 * A Chatwoot conversation in the product's terms. `contactId` is the contact whose history it is
 * part of. There is no title; an e-mail conversation has a subject.
 */
export function mapConversation(
  connection: Connection,
  raw: ConversationShape,
  contactId: string,
): Conversation {
  return {
    connectionId: connection.id,
    id: raw.id,
    contactId,
    subject: raw.additional_attributes?.mail_subject,
    channel: channelWords(raw.meta?.channel),
    status: statuses.get(raw.status ?? '') ?? 'unknown',
    assignee: raw.meta?.assignee?.available_name ?? raw.meta?.assignee?.name,
    waitingSince: raw.waiting_since,
    labels: titlesOf(raw.labels),
    createdAt: raw.created_at,
    lastActivityAt: raw.last_activity_at ?? raw.timestamp,
    url: conversationLink(connection, raw.id),
  };
}

/** Titles of labels, each of them a text; absent where there are none. */
function titlesOf(labels: unknown): string[] | undefined {
  if (!Array.isArray(labels)) return undefined;
  const titles = labels.filter((each) => typeof each === 'string').map((each) => each.trim());
  const told = titles.filter((title) => title !== '' && title.length <= LONGEST_LABEL);
  return told.length === 0 ? undefined : told.slice(0, MOST_LABELS);
}

const LONGEST_LABEL = 200;
const MOST_LABELS = 50;

const statuses: ReadonlyMap<string, ConversationStatus> = new Map([
  ['open', 'open'],
  ['pending', 'pending'],
  ['snoozed', 'snoozed'],
  ['resolved', 'resolved'],
]);

/**
 * Visitors of the website widget who gave no name are called adjective-noun-number by Chatwoot,
 * e.g. `quiet-river-412` (its builder calls `Haikunator.haikunate(1000)`).
 */
function isGeneratedName(raw: ContactShape): boolean {
  return /^[a-z]+-[a-z]+-\d{1,3}$/.test(raw.name ?? '');
}

/** BCP 47, or nothing: the field is free text. Chatwoot writes `pt_BR`. */
function languageTag(raw: string | undefined): string | undefined {
  if (raw === undefined || raw.length > 35) return undefined;
  try {
    return Intl.getCanonicalLocales(raw.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

function present(value: string | undefined): string[] {
  return value === undefined || value === '' ? [] : [value];
}
