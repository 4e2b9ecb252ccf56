import { type Context, Hono } from 'hono';
import { apiLink, hostileLink, type Links, refusal, success, unknownVisitor } from './answers';
import type { ChaportData } from './data';
import { visitorForm } from './forms';
import type { ChaportSwitches } from './switches';
import { changeVisitor } from './visitor-change';

/**
 * The visitors of the API. The list supports `page` and no filter: `?email=` changes nothing. PUT changes
 * only the fields it is given.
 */
export function visitorRoutes(data: ChaportData, switches: ChaportSwitches): Hono {
  const routes = new Hono();
  routes.get('/', (c) => listVisitors(c, data, switches));
  routes.get('/:visitorId', (c) => {
    const visitor = data.byRestId(c.req.param('visitorId'));
    if (visitor === undefined) return unknownVisitor(switches);
    return success(switches, visitorForm(visitor, switches));
  });
  routes.put('/:visitorId', async (c) => {
    const visitor = data.byRestId(c.req.param('visitorId'));
    if (visitor === undefined) return unknownVisitor(switches);
    const change: unknown = await c.req.json().catch(() => undefined);
    const problem = changeVisitor(visitor, change, switches);
    if (problem !== undefined) return refusal(switches, 400, problem);
    if (switches.putAnswer === '204') return new Response(null, { status: 204 });
    return success(switches, visitorForm(visitor, switches));
  });
  return routes;
}

function listVisitors(c: Context, data: ChaportData, switches: ChaportSwitches): Response {
  const page = Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1);
  const all = data
    .newestFirst()
    .filter(({ chats }) => switches.neverChatted === 'listed' || chats.length > 0);
  const end = page * switches.pageSize;
  const result = all
    .slice(end - switches.pageSize, end)
    .map((visitor) => visitorForm(visitor, switches));
  if (result.length === 0 && page > 1 && switches.beyondLastPage === '404') {
    return refusal(switches, 404, 'Page not found');
  }
  if (switches.lastPageNext === 'no-links') return success(switches, result);
  const links = nextLinks(new URL(c.req.url).origin, page, end < all.length, switches);
  if (switches.nextForm !== 'elsewhere') return success(switches, result, links);
  return Response.json({ result, pagination: links });
}

function nextLinks(origin: string, page: number, more: boolean, switches: ChaportSwitches): Links {
  const number = switches.linkLoop ? page : page + 1;
  const path = `/api/v1/visitors?page=${number}`;
  if (switches.hostileLinks === 'next' || switches.hostileLinks === 'both') {
    return { next: hostileLink(switches, origin, path) };
  }
  if (more || switches.linkLoop) return nextLink(apiLink(switches, origin, path), number, switches);
  if (switches.lastPageNext === 'absent') return {};
  return { next: switches.lastPageNext === 'null' ? null : '' };
}

function nextLink(address: string, number: number, switches: ChaportSwitches): Links {
  switch (switches.nextForm) {
    case 'object':
      return { next: { href: address } };
    case 'number':
      return { next: number };
    case 'relation':
      return [{ rel: 'next', href: address }];
    default:
      return { next: address };
  }
}
