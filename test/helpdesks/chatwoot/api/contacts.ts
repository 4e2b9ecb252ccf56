import { Hono } from 'hono';
import { contactShape, contactWithInboxes, sourceId } from '../shapes/contact';
import { lastActivityOf } from '../shapes/conversation';
import { slimInbox } from '../shapes/inbox';
import { atLeast } from '../switches';
import type { Contact, Conversation, Inbox } from '../tables';
import { attachmentsOf } from './attachments';
import { applyContactFields } from './contact-changes';
import { filterContacts } from './contact-filter';
import {
  contactPageSize,
  contactShapes,
  resolvedContacts,
  searchContacts,
  sortContacts,
} from './contact-rows';
import {
  type ApiContext,
  type ApiEnv,
  contactOf,
  conversationShapes,
  inboxFormOf,
  isAdministrator,
  seesInbox,
} from './context';
import { bodyOf, pageOf } from './params';
import { unauthorized } from './refusal';

/** A contact's conversations are capped here, without paging. */
const contactConversationCap = 20;

/** Everything under `contacts` but the notes. */
export function contactRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/', (c) => {
    const labels = c.req.queries('labels[]') ?? [];
    const rows = resolvedContacts(c.get('account').contacts).filter((contact) =>
      labels.every((label) => contact.labels.includes(label)),
    );
    return listAnswer(c, rows);
  });
  routes.get('/active', (c) => listAnswer(c, []));
  routes.get('/search', searchAnswer);
  routes.post('/filter', async (c) => {
    const { version } = c.get('world').switches;
    return listAnswer(c, filterContacts(c.get('account'), await bodyOf(c), version));
  });
  routes.post('/', async (c) => {
    const account = c.get('account');
    const now = c.get('world').now();
    const contact = emptyContact(c.get('installation').nextId(), now);
    applyContactFields(contact, await bodyOf(c), account.contacts);
    account.contacts.push(contact);
    const payload = {
      contact: contactWithInboxes(contact, account, inboxFormOf(c)),
      contact_inbox: { inbox: null, source_id: null },
    };
    return c.json({ payload });
  });
  routes.get('/:contact', (c) => c.json({ payload: contactShapes(c, [contactOf(c)])[0] }));
  routes.on(['PATCH', 'PUT'], '/:contact', async (c) => {
    const contact = contactOf(c);
    applyContactFields(contact, await bodyOf(c), c.get('account').contacts);
    return c.json({ payload: contactShapes(c, [contact])[0] });
  });
  routes.delete('/:contact', (c) => {
    const contact = contactOf(c);
    if (!isAdministrator(c)) throw unauthorized('You are not authorized to do this action');
    const account = c.get('account');
    account.contacts = account.contacts.filter((candidate) => candidate !== contact);
    return c.body(null, 200);
  });
  routes.post('/:contact/destroy_custom_attributes', async (c) => {
    const contact = contactOf(c);
    const { custom_attributes: keys } = await bodyOf(c);
    for (const key of Array.isArray(keys) ? keys : []) delete contact.custom[String(key)];
    return c.json({ payload: contactShape(contact) });
  });
  addRelated(routes);
  return routes;
}

function addRelated(routes: Hono<ApiEnv>): void {
  routes.get('/:contact/conversations', (c) => {
    const contact = contactOf(c);
    const rows = c
      .get('account')
      .conversations.filter((one) => one.contactId === contact.id && seesInbox(c, one.inboxId));
    const listed = inOrderOfList(rows, c.get('world').switches.version);
    return c.json({ payload: conversationShapes(c, listed.slice(0, contactConversationCap)) });
  });
  routes.get('/:contact/attachments', (c) => {
    const contact = contactOf(c);
    const rows = c
      .get('account')
      .conversations.filter((one) => one.contactId === contact.id && seesInbox(c, one.inboxId));
    return c.json(attachmentsOf(c, rows, true));
  });
  routes.get('/:contact/labels', (c) => c.json({ payload: contactOf(c).labels }));
  routes.post('/:contact/labels', async (c) => {
    const contact = contactOf(c);
    const { labels } = await bodyOf(c);
    contact.labels = Array.isArray(labels) ? labels.map(String) : [];
    return c.json({ payload: contact.labels });
  });
  routes.get('/:contact/contactable_inboxes', (c) => {
    const contact = contactOf(c);
    const inboxes = c
      .get('account')
      .inboxes.filter((inbox) => seesInbox(c, inbox.id) && reaches(inbox, contact));
    return c.json({
      payload: inboxes.map((inbox) => ({
        inbox: slimInbox(inbox),
        source_id: sourceId(contact, inbox.id),
      })),
    });
  });
}

/** Versions 2.12.0 to 4.0.1 list the newest made first, the others those that were active last. */
function inOrderOfList(rows: readonly Conversation[], version: string): Conversation[] {
  return atLeast(version, '2.12.0') && !atLeast(version, '4.1.0')
    ? rows.toSorted((one, other) => other.displayId - one.displayId)
    : rows.toSorted((one, other) => lastActivityOf(other) - lastActivityOf(one));
}

function listAnswer(c: ApiContext, rows: readonly Contact[]): Response {
  const page = pageOf(c, sortContacts(rows, c.req.query('sort')), contactPageSize);
  return c.json({
    meta: { count: rows.length, current_page: page.currentPage },
    payload: contactShapes(c, page.rows),
  });
}

/** Substring search; `count` is the rows of this page, before 4.11.0 the total. */
function searchAnswer(c: ApiContext): Response {
  const query = (c.req.query('q') ?? '').trim();
  const { version } = c.get('world').switches;
  if (query === '') {
    return c.json({ meta: { count: null, current_page: null, has_more: null }, payload: [] });
  }
  const found = sortContacts(searchContacts(c.get('account').contacts, query), c.req.query('sort'));
  const page = pageOf(c, found, contactPageSize);
  const meta = atLeast(version, '4.11.0')
    ? { count: page.rows.length, current_page: page.currentPage, has_more: page.hasMore }
    : { count: found.length, current_page: page.currentPage };
  return c.json({ meta, payload: contactShapes(c, page.rows) });
}

function reaches(inbox: Inbox, contact: Contact): boolean {
  if (inbox.channelType === 'Channel::Api') return true;
  if (inbox.channelType === 'Channel::Email') return contact.email !== null;
  const byPhone = ['Channel::Whatsapp', 'Channel::Sms', 'Channel::TwilioSms'];
  return byPhone.includes(inbox.channelType) && contact.phoneNumber !== null;
}

function emptyContact(id: number, now: number): Contact {
  return {
    id,
    personKey: '',
    record: 0,
    name: '',
    email: null,
    phoneNumber: null,
    identifier: null,
    additional: {},
    custom: {},
    labels: [],
    blocked: false,
    createdAt: now,
    lastActivityAt: null,
  };
}
