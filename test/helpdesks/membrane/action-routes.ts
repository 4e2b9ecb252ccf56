import { Hono } from 'hono';
import { type Action, actionAnswer, actionIdOf, actions, inputsOf } from './action-list';
import { pageOfList } from './answers';
import { baseOf } from './apps';
import { callHelpdesk } from './proxy';
import { invalid, notFound, Refusal } from './refusal';
import { type Desk, jsonOf, type Variables } from './request';
import { type Held, integrationIdOf } from './tenants';

const idKeys = ['connectionId', 'connectionKey', 'integrationId', 'integrationKey'] as const;
const dispatches = ['id', 'key', 'api', 'code'] as const;

interface RunLog {
  id: string;
  tenant: string;
  connection: Held;
  name: string;
  status: 'success' | 'error';
  createdAt: string;
}

/** Lists of actions, and everything that runs one. */
export function actionRoutes(desk: Desk): Hono<Variables> {
  const { tenants, helpdesks } = desk;
  const logs = new Map<string, RunLog>();
  const app = new Hono<Variables>();

  const listed = (held: Held, query: URLSearchParams) => {
    const words = (query.get('intent') ?? query.get('search') ?? '').toLowerCase().split(/\W+/);
    if ((query.get('intent')?.length ?? 0) > 200) throw invalid('intent is too long');
    const own = actions.filter(({ app: name }) => name === held.app);
    const rank = ({ key }: Action) =>
      words.filter((word) => word !== '' && key.includes(word)).length;
    const ordered = query.has('intent') ? own.toSorted((a, b) => rank(b) - rank(a)) : own;
    const answers = ordered.map((action) => actionAnswer(action, tenants.switches));
    return pageOfList(answers, query, query.has('intent') ? 10 : tenants.switches.pageSize);
  };

  /** The connection that a run is to use, in the documented order. */
  const chosen = (tenant: string, given: Record<string, unknown>): Held => {
    const selector = idKeys.map((key) => given[key]).find((value) => typeof value === 'string');
    if (typeof selector !== 'string') throw invalid('no connection was named');
    return tenants.find(tenant, selector);
  };

  const run = async (request: Request, held: Held, selector: string, input: unknown) => {
    const action = actions.find(
      (each) => each.app === held.app && (each.key === selector || actionIdOf(each) === selector),
    );
    if (action === undefined) throw notFound(`Action "${selector}"`);
    const given = (typeof input === 'object' && input !== null ? input : {}) as Record<
      string,
      unknown
    >;
    const missing = inputsOf(action).find((name) => typeof given[name] !== 'string');
    if (missing !== undefined) throw invalid(`input.${missing} is required`);
    const base = baseOf(held.app, tenants.switches);
    const names = inputsOf(action);
    const filled = action.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
      encodeURIComponent(String(given[name])),
    );
    const rest = Object.entries(given).filter(([name]) => !names.includes(name));
    const path = filled.startsWith(`${base}/`) ? filled.slice(base.length) : filled;
    const answer = await call(request, held, { method: action.method, path, rest });
    return finish(held, action.key, answer);
  };

  const call = async (
    request: Request,
    held: Held,
    { method, path, rest }: { method: string; path: string; rest: [string, unknown][] },
  ): Promise<Response> => {
    const isRead = method === 'GET' || method === 'DELETE';
    const query =
      isRead && rest.length > 0
        ? `?${new URLSearchParams(rest.map(([name, value]) => [name, String(value)]))}`
        : '';
    const body = isRead ? null : new TextEncoder().encode(JSON.stringify(Object.fromEntries(rest)));
    return callHelpdesk(tenants, helpdesks, held, {
      method,
      path: `${path}${query}`,
      headers: new Headers({ accept: 'application/json', 'content-type': 'application/json' }),
      body: body === null ? null : new Uint8Array(body).buffer,
      signal: request.signal,
    });
  };

  const finish = async (held: Held, name: string, answer: Response) => {
    const id = tenants.newId('run');
    const createdAt = new Date(tenants.now()).toISOString();
    const status = answer.ok ? 'success' : 'error';
    logs.set(id, { id, tenant: held.tenant, connection: held, name, status, createdAt });
    const output = jsonOrText(await answer.text());
    if (answer.ok) return Response.json({ output, actionRunId: id });
    throw new Refusal(400, 'action_run', undefined, `The request failed (${answer.status}).`, {
      actionRunId: id,
      data: { response: { status: answer.status, data: output } },
    });
  };

  app.get('/actions', (c) => {
    const query = new URL(c.req.url).searchParams;
    return Response.json(listed(chosen(c.get('tenant'), Object.fromEntries(query)), query));
  });
  app.get('/connections/:selector/actions', (c) =>
    Response.json(
      listed(
        tenants.find(c.get('tenant'), c.req.param('selector')),
        new URL(c.req.url).searchParams,
      ),
    ),
  );
  app.post('/actions/:selector/run', async (c) => {
    const held = chosen(c.get('tenant'), c.req.query());
    return run(c.req.raw, held, c.req.param('selector'), (await jsonOf(c.req.raw)).input);
  });
  app.post('/action/run', async (c) => {
    const held = chosen(c.get('tenant'), c.req.query());
    return run(c.req.raw, held, c.req.query('key') ?? '', (await jsonOf(c.req.raw)).input);
  });
  app.post('/connections/:connection/actions/:selector/run', async (c) => {
    const held = tenants.find(c.get('tenant'), c.req.param('connection'));
    return run(c.req.raw, held, c.req.param('selector'), await jsonOf(c.req.raw));
  });
  app.post('/act', async (c) => {
    const body = await jsonOf(c.req.raw);
    const known: readonly string[] = [...idKeys, ...dispatches, 'input', 'meta'];
    const unknown = Object.keys(body).find((name) => !known.includes(name));
    if (unknown !== undefined) throw invalid(`Unrecognized key: "${unknown}"`);
    const named = dispatches.filter((name) => body[name] !== undefined);
    if (named.length !== 1) throw invalid('exactly one of id, key, api and code is wanted');
    const held = chosen(c.get('tenant'), body);
    if (body.code !== undefined) throw invalid('this emulator runs no code');
    if (body.api === undefined)
      return run(c.req.raw, held, String(body.id ?? body.key), body.input);
    const api = body.api as { path?: string; method?: string; data?: Record<string, unknown> };
    const answer = await call(c.req.raw, held, {
      method: (api.method ?? 'GET').toUpperCase(),
      path: api.path ?? '/',
      rest: Object.entries(api.data ?? {}),
    });
    const headers = Object.fromEntries(answer.headers);
    const data = jsonOrText(await answer.text());
    return Response.json({
      output: { status: answer.status, data, headers },
      actionRunId: tenants.newId('run'),
    });
  });
  app.get('/action-run-logs/:id', (c) => {
    const log = logs.get(c.req.param('id'));
    if (log === undefined || log.tenant !== c.get('tenant')) throw notFound('Run');
    const { id, name, status, createdAt, connection } = log;
    return Response.json({
      id,
      userId: `ten-${log.tenant}`,
      name,
      status,
      createdAt,
      connectionId: connection.id,
      integrationId: integrationIdOf(connection.app),
      integrationActionId: `act-${connection.app}-${name}`,
    });
  });
  return app;
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
