import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import { accountOf, type Tools } from './calls';
import { readPayload } from './read-list';
import { isAtLeast } from './versions';

/** Conversations per page of `conversations/filter`; Chatwoot's own figure. */
const PAGE_SIZE = 25;
/** `contacts/:id/conversations` ends here, whatever there is, and cannot be paged. */
const LIST_CAP = 20;

/** A page of a contact's conversations, latest activity first. */
export interface ConversationPage {
  rows: unknown[];
  /** No page follows this one. */
  last: boolean;
  /** How many conversations there are by the server's own count, where it tells. */
  total?: number | undefined;
  /** The server hands out no more than these, though there may be more. */
  capped?: boolean;
}

/**
 * Page `number` (from 1) of the conversations of a contact that the key may see. Since 4.14.2 they
 * can be filtered by contact, page by page; an older server lists only 20, as the only page. Which
 * one it is, is asked with the first page and remembered, until the server's version says better.
 */
export async function conversationPage(
  tools: Tools,
  contactId: string,
  number: number,
  signal: AbortSignal,
): Promise<ConversationPage> {
  if (number > 1) return filteredPage(tools, contactId, number, signal);
  const first = mayFilter(tools) ? await firstPage(tools, contactId, signal) : undefined;
  return first ?? cappedList(tools, contactId, signal);
}

function mayFilter({ facts }: Tools): boolean {
  const version = facts.get('version');
  if (isAtLeast(version, '4.14.2') === true) return true;
  // Before 3.8.0 an unknown key is answered with a bare 500, which looks like a failing server.
  if (isAtLeast(version, '3.8.0') === false) return false;
  return facts.get('contactIdFilter') !== 'no';
}

/** The first filtered page, which shows whether the server can filter; `undefined` if not. */
async function firstPage(
  tools: Tools,
  contactId: string,
  signal: AbortSignal,
): Promise<ConversationPage | undefined> {
  try {
    const page = await filteredPage(tools, contactId, 1, signal);
    await tools.facts.learn('contactIdFilter', 'yes');
    return page;
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    if (error.status === 422 && /invalid attribute key/i.test(error.body ?? '')) {
      await tools.facts.learn('contactIdFilter', 'no');
      return undefined;
    }
    // Of a server whose version nobody knows, a 500 may mean either; so nothing is remembered.
    if (error.status === 500 && tools.facts.get('version') === undefined) return undefined;
    throw error;
  }
}

async function filteredPage(
  tools: Tools,
  contactId: string,
  page: number,
  signal: AbortSignal,
): Promise<ConversationPage> {
  const address = path`/api/v1/accounts/${accountOf(tools.ports)}/conversations/filter`;
  const condition = {
    attribute_key: 'contact_id',
    filter_operator: 'equal_to',
    values: [Number(contactId)],
    query_operator: null,
  };
  const body = { payload: [condition] };
  const answer = await tools.calls.search(address, signal, { page }, body);
  const { rows, meta } = readPayload(answer);
  const total = meta.all_count;
  const seen = (page - 1) * PAGE_SIZE + rows.length;
  return { rows, total, last: rows.length < PAGE_SIZE || seen === total };
}

async function cappedList(
  tools: Tools,
  contactId: string,
  signal: AbortSignal,
): Promise<ConversationPage> {
  const account = accountOf(tools.ports);
  const address = path`/api/v1/accounts/${account}/contacts/${contactId}/conversations`;
  const { rows } = readPayload(await tools.calls.get(address, signal));
  return { rows, last: true, capped: rows.length >= LIST_CAP };
}
