import { path } from '../../http/encode-path';
import { normaliseEmail } from '../../identity/email';
import { normaliseExternalId } from '../../identity/external-id';
import { normalisePhone } from '../../identity/phone';
import { readAttributes } from '../../identity/read-attributes';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { ContactTags } from '../contract/api';
import { languageTag, listOf } from '../shared/field-values';
import { accountOf, type ChatwootClient, readPayload } from './calls';
import { contactLink } from './dashboard-links';
import { pictureLink } from './media-links';
import type { ChatwootContact } from './schemas';
import { socialsOf } from './socials';

/**
 * A Chatwoot contact in the product's terms. `now` is epoch milliseconds. `language` is used where
 * the contact has none of its own: a conversation knows the visitor's.
 */
export function mapContact(
  connection: Connection,
  raw: ChatwootContact,
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
    emails: listOf(raw.email),
    phones: listOf(raw.phone_number),
    emailKeys: listOf(raw.email && normaliseEmail(raw.email)),
    phoneKeys: listOf(raw.phone_number && normalisePhone(raw.phone_number)),
    externalIds: listOf(raw.identifier && normaliseExternalId(raw.identifier)),
    company: extra?.company_name,
    socials: socialsOf(extra),
    language: languageTag(extra?.language ?? language),
    location: [...listOf(extra?.city), ...listOf(extra?.country)].join(', ') || undefined,
    lastSeenAt: raw.last_activity_at,
    attributes: readAttributes({ description: extra?.description, ...raw.custom_attributes }),
    url: contactLink(connection, raw.id),
    fetchedAt: now,
  };
}

/**
 * Visitors of the website widget who gave no name are called adjective-noun-number by Chatwoot,
 * e.g. `quiet-river-412` (its builder calls `Haikunator.haikunate(1000)`).
 */
function isGeneratedName(raw: ChatwootContact): boolean {
  return /^[a-z]+-[a-z]+-\d{1,3}$/.test(raw.name ?? '');
}

/** Longest list that is shown; labels are made by hand, one by one. */
const MOST_LABELS = 100;

/**
 * The labels of a contact: they are not part of the contact itself (README.md#labels), and every
 * role may read them. Throws `TransportError`, and `ConnectionProblem` for an answer of another
 * form.
 */
export async function contactLabels(
  client: ChatwootClient,
  contact: Contact,
  signal: AbortSignal,
): Promise<ContactTags> {
  const address = path`/api/v1/accounts/${accountOf(client.ports)}/contacts/${contact.id}/labels`;
  const { rows } = readPayload(await client.calls.get(address, signal));
  const tags = rows.filter((row): row is string => typeof row === 'string' && row.trim() !== '');
  return { tags: tags.slice(0, MOST_LABELS) };
}
