import { Hono } from 'hono';
import { lastActivityOf } from '../shapes/conversation';
import { slimInbox } from '../shapes/inbox';
import { messageShape } from '../shapes/message';
import { agentShape } from '../shapes/people';
import { seconds } from '../shapes/time';
import type { Contact, Conversation } from '../tables';
import { searchContacts } from './contact-rows';
import { type ApiContext, type ApiEnv, seesInbox } from './context';
import { isLike, likePattern } from './matching';
import { pageOf } from './params';

const pageSize = 15;
const messageSpan = 90 * 86_400_000;

/** The dashboard's global search: `{payload: {<kind>: [...]}}`, 15 a page. */
export function searchRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/contacts', (c) => c.json({ payload: { contacts: foundContacts(c) } }));
  routes.get('/conversations', (c) =>
    c.json({ payload: { conversations: foundConversations(c) } }),
  );
  routes.get('/messages', (c) => c.json({ payload: { messages: foundMessages(c) } }));
  routes.get('/', (c) =>
    c.json({
      payload: {
        contacts: foundContacts(c),
        conversations: foundConversations(c),
        messages: foundMessages(c),
      },
    }),
  );
  return routes;
}

function foundContacts(c: ApiContext): Record<string, unknown>[] {
  const found = searchContacts(c.get('account').contacts, queryOf(c));
  found.sort((one, other) => (other.lastActivityAt ?? 0) - (one.lastActivityAt ?? 0));
  return pageOf(c, found, pageSize).rows.map(searchContact);
}

/** By display id, or by the contact's name, e-mail, phone or identifier. */
function foundConversations(c: ApiContext): Record<string, unknown>[] {
  const { contacts, conversations } = c.get('account');
  const query = queryOf(c);
  const ids = new Set(searchContacts(contacts, query).map((contact) => contact.id));
  const found = visible(c, conversations)
    .filter((one) => ids.has(one.contactId) || String(one.displayId).includes(query))
    .sort((one, other) => lastActivityOf(other) - lastActivityOf(one));
  return pageOf(c, found, pageSize).rows.map((one) => searchConversation(c, one));
}

/** Text of the last three months only. */
function foundMessages(c: ApiContext): Record<string, unknown>[] {
  const pattern = likePattern(queryOf(c));
  const since = c.get('world').now() - messageSpan;
  const place = { installation: c.get('installation'), account: c.get('account') };
  const found = visible(c, c.get('account').conversations).flatMap((conversation) =>
    conversation.messages
      .filter((message) => message.createdAt >= since && isLike(message.content, pattern))
      .map((message) => ({ conversation, message })),
  );
  found.sort((one, other) => other.message.id - one.message.id);
  return pageOf(c, found, pageSize).rows.map(({ conversation, message }) =>
    messageShape(message, { ...place, conversation }),
  );
}

function searchConversation(c: ApiContext, conversation: Conversation): Record<string, unknown> {
  const account = c.get('account');
  const contact = account.contacts.find((one) => one.id === conversation.contactId);
  const inbox = account.inboxes.find((one) => one.id === conversation.inboxId);
  const agent = c.get('installation').users.find((one) => one.id === conversation.assigneeId);
  return {
    id: conversation.displayId,
    account_id: account.id,
    created_at: seconds(conversation.createdAt),
    message: null,
    contact: contact === undefined ? null : searchContact(contact),
    inbox: inbox === undefined ? null : slimInbox(inbox),
    ...(agent === undefined ? {} : { agent: agentShape(agent, account.id) }),
  };
}

function searchContact(contact: Contact): Record<string, unknown> {
  return {
    email: contact.email,
    id: contact.id,
    name: contact.name,
    phone_number: contact.phoneNumber,
    identifier: contact.identifier,
    additional_attributes: contact.additional,
    last_activity_at: contact.lastActivityAt === null ? null : seconds(contact.lastActivityAt),
  };
}

function visible(c: ApiContext, conversations: readonly Conversation[]): Conversation[] {
  return conversations.filter((conversation) => seesInbox(c, conversation.inboxId));
}

function queryOf(c: ApiContext): string {
  return (c.req.query('q') ?? '').trim();
}
