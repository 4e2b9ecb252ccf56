import * as v from 'valibot';
import type { Contact } from '../../model/contact';
import type { Conversation, Message } from '../../model/history';
import type { HistoryPart } from '../contract/api';
import type { Tools } from './calls';
import { type ConversationPage, conversationPages } from './conversations';
import { Holdings } from './holdings';
import { inParallel } from './in-parallel';
import { mapConversation } from './mapping';
import { messagePage, readMessages } from './messages';
import { readList } from './read-list';
import { contactShape, conversationShape } from './schemas';

/** Requests for one contact's history, listing included: up to about 800 messages. */
const MOST_REQUESTS = 40;
/** Conversations read at once. */
const AT_ONCE = 3;

/**
 * A contact's history, newest first. First come the conversations, each with its latest message;
 * then the newest messages of the ten latest conversations as they arrive; then older ones, always
 * where the newest gap is, until all is read or the budget of requests is spent. The coverage's
 * `since` is the time from which on nothing is missing. A key whose owner sees only some inboxes
 * gets only those, and Chatwoot does not say that there are others.
 */
export async function* loadHistory(
  tools: Tools,
  contact: Contact,
  signal: AbortSignal,
): AsyncGenerator<HistoryPart, void, void> {
  const holdings = new Holdings();
  const { now } = tools.ports;
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  let requests = 0;
  try {
    for await (const page of conversationPages(tools, contact.id, either)) {
      requests += 1;
      const { conversations, messages } = readPage(tools, contact.id, page, holdings);
      yield { conversations, messages, coverage: holdings.coverage(now()) };
    }
    const take = () => (requests < MOST_REQUESTS ? holdings.next() : undefined);
    const pages = inParallel(
      take,
      async (thread) => {
        requests += 1;
        const page = await messagePage(tools, thread.conversation, thread.before, either);
        return { thread, page };
      },
      AT_ONCE,
    );
    for await (const { thread, page } of pages) {
      holdings.read(thread, page);
      yield { conversations: [], messages: page.messages, coverage: holdings.coverage(now()) };
    }
  } finally {
    // Whoever stops listening also stops the requests under way.
    ended.abort();
  }
}

/** Maps a page of conversations and notes in `holdings` what it tells. */
function readPage(
  tools: Tools,
  contactId: string,
  page: ConversationPage,
  holdings: Holdings,
): { conversations: Conversation[]; messages: Message[] } {
  const read = readList(conversationShape, page.rows);
  // A conversation of somebody else must not slip in, whatever a server makes of the filter.
  const own = read.items.filter((raw) => belongsTo(raw.meta?.sender, contactId));
  // Activity moves conversations between two pages, so one may come twice.
  const fresh = own.filter((raw) => !holdings.knows(raw.id));
  let dropped = read.dropped + read.items.length - own.length;
  const conversations: Conversation[] = [];
  const messages: Message[] = [];
  for (const raw of fresh) {
    const conversation = mapConversation(tools.ports.connection, raw, contactId);
    const preview = readMessages(tools, conversation, raw.messages);
    conversations.push(conversation);
    messages.push(...preview.messages);
    dropped += preview.dropped;
  }
  holdings.drop(dropped);
  holdings.listed(conversations, messages, page);
  return { conversations, messages };
}

function belongsTo(sender: unknown, contactId: string): boolean {
  const contact = v.safeParse(contactShape, sender);
  return !contact.success || contact.output.id === contactId;
}
