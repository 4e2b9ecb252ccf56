import { Hono, type MiddlewareHandler } from 'hono';
import { refusal, tooMany, unknownId } from './answers';
import type { ChatraData } from './data';
import { changeDetails, clientForm } from './forms';
import { opens } from './keys';
import { messageRoutes } from './message-routes';
import type { RateCounter } from './rate-limit';
import type { ChatraSwitches } from './switches';

/**
 * Chatra's ten operations below `/api`. Lists, searches and everything below `/api/v1` do not
 * exist: 404, whatever the keys.
 */
export function createApi(data: ChatraData, switches: ChatraSwitches, counter: RateCounter): Hono {
  const api = new Hono();
  const guard = guardWith(switches, counter);
  api.use('/clients/:id', guard);
  for (const kind of ['messages', 'pushedMessages'] as const) {
    api.on(['POST'], `/${kind}`, guard);
    api.use(`/${kind}/:id`, guard);
    api.route(`/${kind}`, messageRoutes(kind, data, switches));
  }
  const find = (id: string) =>
    data.byId(id) ?? (switches.clientByChatId ? data.byChatId(id) : undefined);
  api.get('/clients/:id', (c) => {
    const client = find(c.req.param('id'));
    return client === undefined ? unknownId(switches) : c.json(clientForm(client, switches));
  });
  api.put('/clients/:id', async (c) => {
    const client = find(c.req.param('id'));
    if (client === undefined) return unknownId(switches);
    const body: unknown = await c.req.json().catch(() => null);
    if (typeof body !== 'object' || body === null) return refusal(switches, 400, 'Not an object');
    const problem = changeDetails(client.basic, { ...body }, switches);
    if (problem !== undefined) return refusal(switches, 400, problem);
    if (switches.putAnswer === '204') return c.body(null, 204);
    return c.json(clientForm(client, switches));
  });
  api.all('*', () => refusal(switches, 404, 'Not found'));
  return api;
}

function guardWith(switches: ChatraSwitches, counter: RateCounter): MiddlewareHandler {
  return async (c, next) => {
    if (!opens(c.req.header('authorization'))) {
      return switches.wrongKeys === '200-with-error'
        ? c.json({ error: { message: 'Wrong keys' } })
        : refusal(switches, switches.wrongKeys, 'Wrong keys');
    }
    const limit = switches.rateLimit;
    if (limit !== null && !counter.admit(limit, Date.now())) return tooMany(switches);
    return next();
  };
}
