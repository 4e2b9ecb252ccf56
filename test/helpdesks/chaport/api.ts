import { Hono } from 'hono';
import { refusal, success } from './answers';
import { chatRoutes } from './chat-routes';
import type { ChaportData } from './data';
import { operatorForm } from './forms';
import type { RateCounter } from './rate-limit';
import type { ChaportSwitches } from './switches';
import { visitorRoutes } from './visitor-routes';

interface ApiParts {
  data: ChaportData;
  switches: ChaportSwitches;
  token: string;
  counter: RateCounter;
}

/** Chaport's REST API below `/api/v1`; every path wants `Authorization: Bearer <token>`. */
export function createApi({ data, switches, token, counter }: ApiParts): Hono {
  const api = new Hono();
  api.use(async (c, next) => {
    if (c.req.header('authorization') !== `Bearer ${token}`) {
      return switches.wrongToken === '200-with-error'
        ? Response.json({ error: { message: 'Invalid access token' } })
        : refusal(switches, Number(switches.wrongToken), 'Invalid access token');
    }
    const limit = switches.rateLimit;
    if (limit !== null && !counter.admit(limit, Date.now())) {
      const retry = limit.retryAfterSeconds;
      const headers = retry === null ? {} : { 'retry-after': String(retry) };
      return refusal(switches, 429, 'Too many requests', headers);
    }
    return next();
  });
  api.get('/me.json', () => success(switches, me(data, switches)));
  api.get('/operators', (c) => {
    if (switches.operatorList === '500') return refusal(switches, 500, 'Internal error');
    const all = switches.operatorList === 'empty' ? [] : data.operators;
    const listed = all.filter((operator) => !operator.deleted).map(operatorForm);
    const size = switches.operatorPageSize;
    if (size === null) return success(switches, listed);
    const page = Number(c.req.query('page') ?? 1);
    const next = page * size < listed.length ? `/api/v1/operators?page=${page + 1}` : null;
    return success(switches, listed.slice((page - 1) * size, page * size), { next });
  });
  api.get('/operators/:operatorId', (c) => {
    const operator = data.operators.find((each) => each.id === c.req.param('operatorId'));
    if (operator === undefined || operator.deleted)
      return refusal(switches, 404, 'Operator not found');
    return success(switches, operatorForm(operator));
  });
  api.route('/visitors', visitorRoutes(data, switches));
  api.route('/visitors', chatRoutes(data, switches));
  api.post('/messages', async (c) => {
    const body: MessageBody | null = await c.req.json().catch(() => null);
    const visitor = data.byRestId(body?.visitorId ?? '');
    const params = body?.chatEvent?.params;
    if (visitor === undefined || params?.text === undefined)
      return refusal(switches, 400, 'chatEvent is required');
    const event = data.say(data.newestChat(visitor), 'operator-message', {
      text: params.text,
      operatorId: params.operatorId ?? '',
    });
    return success(switches, { id: event.id });
  });
  api.all('*', () => refusal(switches, 404, 'Not found'));
  return api;
}

function me(data: ChaportData, switches: ChaportSwitches): unknown {
  const [first] = data.operators;
  if (switches.me === 'empty') return {};
  if (switches.me === 'operator' && first !== undefined) return operatorForm(first);
  return { id: 'a'.repeat(24), name: 'Acme' };
}

interface MessageBody {
  visitorId?: string;
  chatEvent?: { type?: string; params?: { text?: string; operatorId?: string } };
}
