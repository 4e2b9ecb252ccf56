import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import { accountOf, type Tools } from './calls';
import { readPayload } from './read-list';
import { isAtLeast } from './versions';

/** Conversations per page of `conversations/filter`; Chatwoot's own figure. */
const PAGE_SIZE = 25;
/** 200 conversations: beyond that the agent reads on in Chatwoot. */
const MOST_PAGES = 8;
/** `contacts/:id/conversations` ends here, whatever there is, and cannot be paged. */
const LIST_CAP = 20;

/** A page of a contact's conversations, latest activity first. */
export interface ConversationPage {
  rows: unknown[];
  /** No page follows this one. */
  last: boolean;
  /** Why conversations may be missing after the last page. */
  missing?: 'more-on-platform' | 'platform-cap' | undefined;
}

/**
 * All conversations of a contact that the key may see. Since 4.14.2 they can be filtered by
 * contact, page by page; an older server lists only 20 and cannot be asked for more. Which one it
 * is, is asked once and remembered, until the server's version says better.
 */
export async function* conversationPages(
  tools: Tools,
  contactId: string,
  signal: AbortSignal,
): AsyncGenerator<ConversationPage, void, void> {
  const first = mayFilter(tools) ? await firstPage(tools, contactId, signal) : undefined;
  if (first === undefined) {
    yield await cappedList(tools, contactId, signal);
    return;
  }
  let page = first;
  for (let number = 2; ; number += 1) {
    yield page;
    if (page.last) return;
    page = await filteredPage(tools, contactId, number, signal);
  }
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
  const seen = (page - 1) * PAGE_SIZE + rows.length;
  const reachedEnd = rows.length < PAGE_SIZE || seen === meta.all_count;
  const last = reachedEnd || page === MOST_PAGES;
  return { rows, last, missing: reachedEnd ? undefined : 'more-on-platform' };
}

async function cappedList(
  tools: Tools,
  contactId: string,
  signal: AbortSignal,
): Promise<ConversationPage> {
  const account = accountOf(tools.ports);
  const address = path`/api/v1/accounts/${account}/contacts/${contactId}/conversations`;
  const { rows } = readPayload(await tools.calls.get(address, signal));
  return { rows, last: true, missing: rows.length >= LIST_CAP ? 'platform-cap' : undefined };
}
