import type { Hono } from 'hono';
import type { Desk } from '../desk';
import { conversationResource } from '../resources/conversation';
import { customerResource } from '../resources/customer';
import { messageResource } from '../resources/message';
import { noteResource } from '../resources/note';
import type { Resource } from '../resources/resource';
import { readFields } from './body';
import {
  type Attributes,
  BadCriterion,
  conversationAttributes,
  customerAttributes,
  meets,
  messageAttributes,
  noteAttributes,
} from './criteria';
import { fail } from './errors';
import { type ApiEnv, needs } from './guard';
import { listAnswer, pageOf } from './lists';
import type { RateLimits } from './rate-limit';

const roles = [
  'org.permission.search.create',
  'org.permission.search.update',
  'org.user.search.read',
  'org.admin.search.read',
];
const fieldNames = [
  'queryContext',
  'and',
  'or',
  'not',
  'sort',
  'fields',
  'aggs',
  'timeZone',
  'includeDeleted',
  'searchHash',
];

interface Hit {
  attributes: Attributes;
  resource: () => Resource;
}

/** The search route; its address says customers, whatever is searched for. */
export function addSearch(app: Hono<ApiEnv>, desk: Desk, limits: RateLimits): void {
  app.post('/v1/customers/search', needs(desk, ...roles), async (c) => {
    const allowance = limits.take('search', desk.switches.searchLimit, desk.clock());
    if (!allowance.allowed) return fail(desk, { status: 429 });
    const fields = await readFields(desk, c.req.raw, new Set(fieldNames));
    if (fields instanceof Response) return fields;
    try {
      return answer(desk, new URL(c.req.url), fields);
    } catch (error) {
      if (!(error instanceof BadCriterion)) throw error;
      return fail(desk, { status: 400, parameter: error.message, title: 'Invalid search' });
    }
  });
}

function answer(desk: Desk, url: URL, fields: Record<string, unknown>): Response {
  const hits = sorted(
    hitsOf(desk, fields.queryContext).filter((hit) => matches(hit.attributes, fields)),
    fields.sort,
  );
  const page = pageOf(hits, url, { usual: 100, max: 500 });
  const last = desk.switches.searchMaxPages;
  if (page.page > last) {
    return fail(desk, { status: 400, parameter: 'page', title: `Only ${last} pages` });
  }
  const idsOnly = url.searchParams.get('idsOnly') === 'true';
  return listAnswer(
    url,
    page,
    (hit) => {
      const resource = hit.resource();
      return idsOnly ? { type: resource.type, id: resource.id } : resource;
    },
    // The last page delivered still has a link to a next one, which is refused.
    { total: true, next: page.page === last ? last + 1 : null },
  );
}

function matches(attributes: Attributes, fields: Record<string, unknown>): boolean {
  const { and = [], or = [], not = [] } = fields;
  const every = (results: boolean[]) => results.every(Boolean);
  const some = (results: boolean[]) => results.length === 0 || results.some(Boolean);
  const none = (results: boolean[]) => !results.some(Boolean);
  return (
    meets(attributes, and, every) && meets(attributes, or, some) && meets(attributes, not, none)
  );
}

function hitsOf(desk: Desk, context: unknown): Hit[] {
  const { tables } = desk;
  switch (context ?? 'customer') {
    case 'customer':
      return tables.customers.all().map((row) => ({
        attributes: customerAttributes(desk, row),
        resource: () => customerResource(desk, row),
      }));
    case 'conversation':
      return tables.conversations.all().map((row) => ({
        attributes: conversationAttributes(desk, row),
        resource: () => conversationResource(desk, row),
      }));
    case 'message':
      return tables.messages.all().map((row) => ({
        attributes: messageAttributes(desk, row),
        resource: () => messageResource(desk, row, { attachments: false }),
      }));
    case 'note':
      return tables.notes
        .all()
        .filter((row) => row.deletedAt === undefined)
        .map((row) => ({
          attributes: noteAttributes(desk, row),
          resource: () => noteResource(desk, row),
        }));
    default:
      throw new BadCriterion('queryContext');
  }
}

function sorted(hits: Hit[], sort: unknown): Hit[] {
  const keys: unknown[] = Array.isArray(sort) ? sort : [];
  const [first] = keys;
  if (typeof first !== 'object' || first === null) return hits;
  const [name, direction] = Object.entries(first)[0] ?? [];
  if (name === undefined) return hits;
  const sign = direction === 'desc' ? -1 : 1;
  const value = (hit: Hit) => hit.attributes[name]?.()[0] ?? '';
  return hits.sort((a, b) => {
    if (value(a) === value(b)) return 0;
    return value(a) < value(b) ? -sign : sign;
  });
}
