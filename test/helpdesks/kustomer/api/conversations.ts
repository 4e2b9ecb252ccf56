import type { Hono } from 'hono';
import type { ConversationRow } from '../data/rows';
import type { Desk } from '../desk';
import { conversationResource } from '../resources/conversation';
import { messageResource } from '../resources/message';
import { readFields, textField } from './body';
import { messageList, noteList } from './customers';
import { fail, json } from './errors';
import { type ApiEnv, needs } from './guard';
import { customerById, lookupOf } from './lookup';

const read = ['org.permission.conversation.read', 'org.user.conversation.read'];
const create = ['org.permission.conversation.create', 'org.user.conversation.write'];
const readMessages = ['org.permission.message.read', 'org.user.message.read'];
const readNotes = ['org.permission.note.read', 'org.user.note.read'];
const maxName = 256;

const writable = [
  'name',
  'status',
  'priority',
  'direction',
  'replyChannel',
  'tags',
  'assignedUsers',
  'assignedTeams',
  'custom',
  'externalId',
  'queue',
  'importedAt',
  'createdAt',
];

/** Routes for conversations, and for the contents of one of them. */
export function addConversations(app: Hono<ApiEnv>, desk: Desk): void {
  app.get('/v1/conversations/:key', needs(desk, ...read), (c) => {
    const lookup = lookupOf(new URL(c.req.url));
    if (lookup === undefined) return fail(desk, { status: 400, title: 'Malformed address' });
    const { conversations } = desk.tables;
    if (lookup.field === 'externalId') {
      return one(
        conversations.all().find((row) => row.externalId === lookup.value),
        'externalId',
      );
    }
    const ids = lookup.value.split(',');
    if (ids.length === 1) return one(conversations.get(lookup.value), 'id');
    const found = ids.flatMap((id) => conversations.get(id) ?? []);
    return json({ data: found.map((row) => conversationResource(desk, row)) });
  });
  app.get('/v1/conversations/:id/messages', needs(desk, ...readMessages), (c) => {
    const id = c.req.param('id');
    return exists(id) ? messageList(desk, new URL(c.req.url), id) : one(undefined, 'id');
  });
  app.get('/v1/conversations/:id/notes', needs(desk, ...readNotes), (c) => {
    const id = c.req.param('id');
    return exists(id) ? noteList(desk, new URL(c.req.url), id) : one(undefined, 'id');
  });
  app.get('/v1/messages/:id', needs(desk, ...readMessages), (c) => {
    const row = desk.tables.messages.get(c.req.param('id'));
    if (row === undefined) return fail(desk, { status: 404, parameter: 'id' });
    return json({ data: messageResource(desk, row, { attachments: false }) });
  });

  app.post('/v1/customers/:id/conversations', needs(desk, ...create), async (c) => {
    const fields = await readFields(desk, c.req.raw, new Set(writable));
    return fields instanceof Response ? fields : open(c.req.param('id'), fields);
  });
  app.post('/v1/conversations', needs(desk, ...create), async (c) => {
    const fields = await readFields(desk, c.req.raw, new Set([...writable, 'customer']));
    if (fields instanceof Response) return fields;
    const customer = textField(fields, 'customer', 24);
    if (customer === undefined) return fail(desk, { status: 400, parameter: 'customer' });
    return open(customer, fields);
  });

  function exists(id: string): boolean {
    return desk.tables.conversations.get(id) !== undefined;
  }

  function one(row: ConversationRow | undefined, parameter: string): Response {
    if (row === undefined) return fail(desk, { status: 404, parameter });
    return json({ data: conversationResource(desk, row) });
  }

  function open(customerId: string, fields: Record<string, unknown>): Response {
    const customer = customerById(desk, customerId);
    if (customer === undefined) return fail(desk, { status: 404, parameter: 'customer' });
    const status = fields.status ?? 'open';
    if (status !== 'open' && status !== 'done') {
      return fail(desk, { status: 400, parameter: 'status', detail: '/properties/status/enum' });
    }
    const row = desk.tables.conversations.add({
      id: desk.newId(),
      customerId: customer.id,
      name: textField(fields, 'name', maxName),
      externalId: textField(fields, 'externalId', maxName),
      channel: undefined,
      status,
      assigneeId: undefined,
      tagIds: [],
      createdAt: desk.clock(),
    });
    return json({ data: conversationResource(desk, row) }, 201);
  }
}
