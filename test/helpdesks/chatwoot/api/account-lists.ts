import { Hono } from 'hono';
import { contactWithInboxes } from '../shapes/contact';
import { teamShape } from '../shapes/conversation';
import { agentShape } from '../shapes/people';
import { attributeShape, labelShape } from '../shapes/small';
import type { Account, Contact } from '../tables';
import {
  type ApiContext,
  type ApiEnv,
  inboxFormOf,
  longInboxOf,
  seesInbox,
  userOf,
} from './context';
import { bodyOf } from './params';
import { notFound } from './refusal';

/** The account itself and its small lists; some are bare arrays, some wrapped in `payload`. */
export function accountRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/', (c) => c.json(accountShape(c, c.get('account'))));
  routes.get('/cache_keys', (c) => c.json({ cache_keys: cacheKeys }));
  routes.get('/agents', (c) => {
    const { id } = c.get('account');
    const agents = c
      .get('installation')
      .users.filter((user) => user.memberships.some((one) => one.accountId === id));
    return c.json(agents.map((user) => agentShape(user, id)));
  });
  routes.get('/inboxes', (c) => {
    const inboxes = c.get('account').inboxes.filter((inbox) => seesInbox(c, inbox.id));
    return c.json({ payload: inboxes.map(longInboxOf(c)) });
  });
  routes.get('/labels', (c) => c.json({ payload: c.get('account').labels.map(labelShape) }));
  routes.get('/teams', (c) => {
    const { teams, id } = c.get('account');
    return c.json(teams.map((team) => teamShape(team, id, userOf(c).id)));
  });
  routes.get('/macros', (c) => c.json({ payload: [] }));
  routes.get('/custom_attribute_definitions', (c) =>
    c.json(c.get('account').attributes.map(attributeShape)),
  );
  routes.post('/actions/contact_merge', async (c) => {
    const account = c.get('account');
    const { base_contact_id: base, mergee_contact_id: mergee } = await bodyOf(c);
    const merged = merge(account, Number(base), Number(mergee));
    return c.json(contactWithInboxes(merged, account, inboxFormOf(c)));
  });
  return routes;
}

const cacheKeys = { label: '1770000000', inbox: '1770000000', team: '1770000000' };

function accountShape(c: ApiContext, account: Account): Record<string, unknown> {
  return {
    id: account.id,
    name: account.name,
    locale: c.get('world').switches.language,
    domain: null,
    support_email: 'support@acme-outdoor.example',
    status: 'active',
    features: {},
    cache_keys: cacheKeys,
    settings: {},
    created_at: '2024-02-01T08:00:00.000Z',
    custom_attributes: {},
    latest_chatwoot_version: c.get('world').switches.version,
  };
}

/** The mergee's conversations and notes move to the base, and the mergee is gone for good. */
function merge(account: Account, baseId: number, mergeeId: number): Contact {
  const base = account.contacts.find((contact) => contact.id === baseId);
  const mergee = account.contacts.find((contact) => contact.id === mergeeId);
  if (base === undefined || mergee === undefined) throw notFound();
  if (base !== mergee) {
    for (const row of [...account.conversations, ...account.notes]) {
      if (row.contactId === mergee.id) row.contactId = base.id;
    }
    base.email ??= mergee.email;
    base.phoneNumber ??= mergee.phoneNumber;
    base.identifier ??= mergee.identifier;
    base.custom = { ...mergee.custom, ...base.custom };
    account.contacts = account.contacts.filter((contact) => contact !== mergee);
  }
  return base;
}
