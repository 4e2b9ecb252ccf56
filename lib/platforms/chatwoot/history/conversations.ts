import * as v from 'valibot';
import { path } from '../../../http/encode-path';
import { TransportError } from '../../../http/transport-error';
import { readAttributes } from '../../../identity/read-attributes';
import type { Connection } from '../../../model/connection';
import type { Conversation, ConversationStatus } from '../../../model/history';
import { readEach } from '../../shared/read-each';
import { accountOf, type ChatwootClient, readPayload } from '../calls';
import { channelName } from '../channels';
import { isAtLeast } from '../compare-versions';
import { conversationLink } from '../dashboard-links';
import { type InboxWords, readInboxes } from '../inboxes';
import type { ChatwootConversation } from '../schemas';

/** Conversations per page of `conversations/filter`, where a server does not show that it is another number. */
const USUAL_PAGE_SIZE = 25;
/** `contacts/:id/conversations` ends here, whatever there is, and cannot be paged. */
const LIST_CAP = 20;

/** A page of a contact's conversations, latest activity first. */
export interface ConversationPage {
  rows: unknown[];
  /** No page follows this one. */
  last: boolean;
  /** Conversations per page, where the first one showed it. */
  size?: number | undefined;
  /** The total number of conversations as the server gives it, where it does. */
  total?: number | undefined;
  /** The server returns no more than these, though there may be more. */
  capped?: boolean;
}

/** Which page to read. */
export interface PageRequest {
  /** From 1. */
  page: number;
  /** Conversations per page, as the first one showed. */
  size?: number | undefined;
}

/** A page with the words for the inboxes on it. */
export interface NamedConversationPage extends ConversationPage {
  inboxes: ReadonlyMap<string, InboxWords>;
}

/**
 * A page of the conversations of a contact that the key may see. Since 4.14.2 they can be
 * filtered by contact, page by page; an older server lists only 20, as the only page. Which kind of
 * server it is, is found out with the first page and remembered, until the server's version says better.
 * Throws `TransportError`: `not-found` where the contact is gone.
 */
export async function fetchConversationPage(
  client: ChatwootClient,
  contactId: string,
  request: PageRequest,
  signal: AbortSignal,
): Promise<NamedConversationPage> {
  const page = await pageOf(client, contactId, request, signal);
  const ids = readEach(v.object({ inbox_id: v.number() }), page.rows).items.map((row) =>
    String(row.inbox_id),
  );
  return { ...page, inboxes: await readInboxes(client, ids, signal) };
}

async function pageOf(
  client: ChatwootClient,
  contactId: string,
  request: PageRequest,
  signal: AbortSignal,
): Promise<ConversationPage> {
  if (request.page > 1) return filteredPage(client, contactId, request, signal);
  const first = mayFilter(client) ? await firstPage(client, contactId, signal) : undefined;
  // For a contact that is gone the filter answers like for one without conversations; the list says 404.
  const isEmpty = first === undefined || first.rows.length === 0;
  return isEmpty ? cappedList(client, contactId, signal) : first;
}

function mayFilter({ deployment }: ChatwootClient): boolean {
  const version = deployment.get('version');
  if (isAtLeast(version, '4.14.2') === true) return true;
  // Before 3.8.0 an unknown key is answered with a bare 500, which looks like a failing server.
  if (isAtLeast(version, '3.8.0') === false) return false;
  return deployment.get('contactIdFilter') !== 'no';
}

/** The first filtered page, which shows whether the server can filter; `undefined` if not. */
async function firstPage(
  client: ChatwootClient,
  contactId: string,
  signal: AbortSignal,
): Promise<ConversationPage | undefined> {
  try {
    const page = await filteredPage(client, contactId, { page: 1 }, signal);
    await client.deployment.learn('contactIdFilter', 'yes');
    return page;
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    if (error.failure === 'refused') {
      // The condition is always the same, so only its key can be what such a server cannot process.
      if (error.status === 422) await client.deployment.learn('contactIdFilter', 'no');
      return undefined;
    }
    // On a server of unknown version a 500 may mean either, so nothing is remembered.
    if (error.status === 500 && client.deployment.get('version') === undefined) return undefined;
    throw error;
  }
}

async function filteredPage(
  client: ChatwootClient,
  contactId: string,
  { page, size: known }: PageRequest,
  signal: AbortSignal,
): Promise<ConversationPage> {
  const address = path`/api/v1/accounts/${accountOf(client.ports)}/conversations/filter`;
  const condition = {
    attribute_key: 'contact_id',
    filter_operator: 'equal_to',
    values: [Number(contactId)],
    query_operator: null,
  };
  const body = { payload: [condition] };
  const answer = await client.calls.search(address, signal, { page }, body);
  const { rows, meta } = readPayload(answer);
  const total = meta.all_count;
  // A first page that is not all there is shows how many are on each.
  const size = page === 1 && total !== undefined ? rows.length : known;
  const full = size ?? USUAL_PAGE_SIZE;
  const seen = (page - 1) * full + rows.length;
  const last = rows.length === 0 || rows.length < full || seen === total;
  return { rows, total, size, last };
}

async function cappedList(
  client: ChatwootClient,
  contactId: string,
  signal: AbortSignal,
): Promise<ConversationPage> {
  const account = accountOf(client.ports);
  const address = path`/api/v1/accounts/${account}/contacts/${contactId}/conversations`;
  const { rows } = readPayload(await client.calls.get(address, signal));
  return { rows, last: true, capped: rows.length >= LIST_CAP };
}

/**
 * A Chatwoot conversation in the product's terms. `contactId` is the contact whose history it is
 * part of. There is no title; an e-mail conversation has a subject. Without `inboxes` it names none.
 */
export function mapConversation(
  connection: Connection,
  raw: ChatwootConversation,
  contactId: string,
  inboxes?: NamedConversationPage['inboxes'],
): Conversation {
  const inbox = inboxes?.get(raw.inbox_id ?? '');
  const attributes = readAttributes(raw.custom_attributes);
  return {
    connectionId: connection.id,
    id: raw.id,
    contactId,
    subject: raw.additional_attributes?.mail_subject,
    channel: channelName(raw.meta?.channel),
    inboxName: inbox?.name,
    inboxAddress: inbox?.address,
    status: statuses.get(raw.status ?? '') ?? 'unknown',
    assignee: raw.meta?.assignee?.available_name ?? raw.meta?.assignee?.name,
    waitingSince: raw.waiting_since,
    labels: labelTitles(raw.labels),
    attributes: attributes.length === 0 ? undefined : attributes,
    isVerified: raw.meta?.hmac_verified === true || undefined,
    createdAt: raw.created_at,
    lastActivityAt: raw.last_activity_at ?? raw.timestamp,
    url: conversationLink(connection, raw.id),
  };
}

/** Titles of labels, each of them a text; absent where there are none. */
function labelTitles(labels: unknown): string[] | undefined {
  if (!Array.isArray(labels)) return undefined;
  const titles = labels.filter((each) => typeof each === 'string').map((each) => each.trim());
  const shown = titles.filter((title) => title !== '' && title.length <= LONGEST_LABEL);
  return shown.length === 0 ? undefined : shown.slice(0, MOST_LABELS);
}

const LONGEST_LABEL = 200;
const MOST_LABELS = 50;

const statuses: ReadonlyMap<string, ConversationStatus> = new Map([
  ['open', 'open'],
  ['pending', 'pending'],
  ['snoozed', 'snoozed'],
  ['resolved', 'resolved'],
]);
