import type { Context, Hono } from 'hono';
import type { CustomerRow, MessageRow } from '../data/rows';
import type { Desk } from '../desk';
import { conversationResource } from '../resources/conversation';
import { customerResource, customerUpdatedAt } from '../resources/customer';
import { draftResources } from '../resources/draft';
import { mergeResource } from '../resources/merge';
import { attachmentResource, messageResource } from '../resources/message';
import { noteResource } from '../resources/note';
import { fail, json } from './errors';
import { type ApiEnv, needs } from './guard';
import { listAnswer, ordered, pageOf } from './lists';
import { customerById, findCustomer, lookupOf } from './lookup';

const reading = {
  customer: ['org.permission.customer.read', 'org.user.customer.read'],
  conversation: ['org.permission.conversation.read', 'org.user.conversation.read'],
  message: ['org.permission.message.read', 'org.user.message.read'],
  note: ['org.permission.note.read', 'org.user.note.read'],
  merge: ['org.permission.customer_merge.read', 'org.user.customer.read'],
  draft: ['org.permission.draft.read', 'org.user.draft.read'],
};
const sizes = { usual: 100, max: 100 };

/** Routes that find customers and list what belongs to one. */
export function addCustomers(app: Hono<ApiEnv>, desk: Desk): void {
  app.get('/v1/customers', needs(desk, ...reading.customer), (c) => {
    const url = new URL(c.req.url);
    const page = pageOf(selected(desk, url), url, { usual: 30, max: 100 });
    return listAnswer(url, page, (row) => customerResource(desk, row), { total: true });
  });
  app.get('/v1/customers/:key', needs(desk, ...reading.customer), (c) => {
    const lookup = lookupOf(new URL(c.req.url));
    if (lookup === undefined) return fail(desk, { status: 400, title: 'Malformed address' });
    const row = findCustomer(desk, lookup);
    if (row === undefined) return fail(desk, { status: 404, parameter: lookup.field });
    return json({ data: customerResource(desk, row) });
  });

  // Unlike all other lists it also answers for an id that was merged away.
  app.get('/v1/customers/:id/merges', needs(desk, ...reading.merge), (c) => {
    const id = c.req.param('id');
    const url = new URL(c.req.url);
    const merges = [...desk.tables.merged].filter((pair) => pair.includes(id));
    return listAnswer(url, pageOf(merges, url, sizes), mergeResource);
  });

  const below =
    (answer: (customer: CustomerRow, url: URL) => Response) =>
    (c: Context<ApiEnv>): Response => {
      const customer = customerById(desk, c.req.param('id') ?? '');
      if (customer === undefined) return fail(desk, { status: 404, parameter: 'id' });
      return answer(customer, new URL(c.req.url));
    };

  app.get(
    '/v1/customers/:id/conversations',
    needs(desk, ...reading.conversation),
    below((customer, url) => {
      const from = Date.parse(url.searchParams.get('fromDate') ?? '') || 0;
      const rows = desk.tables.conversations.of(customer.id).filter((row) => row.createdAt >= from);
      const page = pageOf(
        ordered(desk, url, rows, (row) => row.createdAt),
        url,
        sizes,
      );
      return listAnswer(url, page, (row) => conversationResource(desk, row));
    }),
  );
  app.get(
    '/v1/customers/:id/messages',
    needs(desk, ...reading.message),
    below((customer, url) => messageList(desk, url, customer.id)),
  );
  app.get(
    '/v1/customers/:id/notes',
    needs(desk, ...reading.note),
    below((customer, url) => noteList(desk, url, customer.id)),
  );
  app.get(
    '/v1/customers/:id/drafts',
    needs(desk, ...reading.draft),
    below((customer, url) =>
      listAnswer(url, pageOf(draftResources(desk, customer), url, sizes), (draft) => draft),
    ),
  );
}

/** The messages of a customer or a conversation, with their files where `include` asks for them. */
export function messageList(desk: Desk, url: URL, owner: string): Response {
  const rows = ordered(desk, url, desk.tables.messages.of(owner), (row) => row.at);
  const page = pageOf(rows, url, sizes);
  const attachments = (url.searchParams.get('include') ?? '').split(',').includes('attachments');
  const files = (message: MessageRow) =>
    message.attachments.map((file) => attachmentResource(message, file));
  return listAnswer(
    url,
    page,
    (row) => messageResource(desk, row, { attachments }),
    attachments ? { included: page.rows.flatMap(files) } : {},
  );
}

/** The notes of a customer or a conversation. */
export function noteList(desk: Desk, url: URL, owner: string): Response {
  const rows = desk.tables.notes
    .of(owner)
    .filter((row) => row.deletedAt === undefined || desk.switches.deletedNotes === 'listed');
  const page = pageOf(
    ordered(desk, url, rows, (row) => row.createdAt),
    url,
    sizes,
  );
  return listAnswer(url, page, (row) => noteResource(desk, row));
}

function selected(desk: Desk, url: URL): CustomerRow[] {
  const times = (row: CustomerRow): Record<string, number> => ({
    createdAt: row.createdAt,
    updatedAt: customerUpdatedAt(desk, row),
  });
  const bounds = [...url.searchParams].flatMap(([name, value]) => {
    const [, field, operator] =
      /^filter\[(createdAt|updatedAt)\]\[(gte|gt|lte|lt)\]$/.exec(name) ?? [];
    return field === undefined ? [] : [{ field, operator, at: Date.parse(value) }];
  });
  const rows = desk.tables.customers.all().filter((row) =>
    bounds.every(({ field, operator, at }) => {
      const time = times(row)[field] ?? 0;
      if (operator === 'gte') return time >= at;
      if (operator === 'gt') return time > at;
      return operator === 'lte' ? time <= at : time < at;
    }),
  );
  const [, minus, field = ''] =
    /^(-?)(createdAt|updatedAt)$/.exec(url.searchParams.get('sort') ?? '') ?? [];
  if (field === '') return rows;
  const sign = minus === '-' ? -1 : 1;
  return rows.sort((a, b) => sign * ((times(a)[field] ?? 0) - (times(b)[field] ?? 0)));
}
