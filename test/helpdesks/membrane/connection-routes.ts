import { Hono } from 'hono';
import { appIdOf, connectionAnswer, connectorIdOf, pageOfList, visitAnswer } from './answers';
import { apps } from './apps';
import { callHelpdesk } from './proxy';
import { invalid, notFound } from './refusal';
import { type Desk, jsonOf, type Variables } from './request';
import { type Held, integrationIdOf } from './tenants';

/** Connections: list, read, wait for, create, change, end; requests to connect; the proxy. */
export function connectionRoutes({ tenants, helpdesks }: Desk): Hono<Variables> {
  const app = new Hono<Variables>();
  const tell = (held: Held, request: Request) =>
    Response.json(connectionAnswer(tenants, held, new URL(request.url).origin));

  app.get('/connections', (c) => {
    const query = new URL(c.req.url).searchParams;
    const origin = new URL(c.req.url).origin;
    const fitting = tenants.all(c.get('tenant')).filter((held) => fits(held, query));
    const page = pageOfList(fitting, query, tenants.switches.pageSize);
    const items = page.items.map((held) => connectionAnswer(tenants, held, origin));
    return Response.json({ ...page, items });
  });

  app.post('/connections/ensure', async (c) => {
    const body = await jsonOf(c.req.raw);
    const tenant = c.get('tenant');
    const domain = domainOf(body.appUrl);
    const known = apps.find(({ domains }) => domains.includes(domain));
    const existing = tenants
      .all(tenant)
      .find((held) => held.app === (known?.key ?? domain) && held.archivedAt === undefined);
    if (existing !== undefined) return tell(existing, c.req.raw);
    const name = typeof body.name === 'string' ? { name: body.name } : {};
    const made = tenants.add(tenant, { app: known?.key ?? domain, state: 'BUILDING', ...name });
    tenants.build(made, known === undefined ? 'SETUP_FAILED' : 'CLIENT_ACTION_REQUIRED');
    return tell(made, c.req.raw);
  });

  const create = async (request: Request, tenant: string) => {
    const body = await jsonOf(request);
    if (typeof body.connectionId === 'string') {
      const held = tenants.find(tenant, body.connectionId);
      held.state = 'CLIENT_ACTION_REQUIRED';
      return tell(held, request);
    }
    const name = appNamed(body);
    const others = tenants.all(tenant).filter((held) => held.app === name);
    if (body.allowMultipleConnections !== true) {
      for (const other of others) other.archivedAt ??= new Date(tenants.now()).toISOString();
    }
    const key = typeof body.key === 'string' ? { key: body.key } : {};
    return tell(
      tenants.add(tenant, { app: name, state: 'CLIENT_ACTION_REQUIRED', ...key }),
      request,
    );
  };
  app.post('/connections', (c) => create(c.req.raw, c.get('tenant')));
  app.post('/connect', (c) => create(c.req.raw, c.get('tenant')));

  app.get('/connections/:selector', async (c) => {
    const held = tenants.find(c.get('tenant'), c.req.param('selector'));
    if (c.req.query('wait') === 'true') {
      const seconds = Number(c.req.query('timeout') ?? 30);
      if (!(seconds >= 1 && seconds <= 60)) throw invalid('timeout is out of range');
      await tenants.whileBuilding(held, seconds * 1_000, c.req.raw.signal);
    }
    return tell(held, c.req.raw);
  });
  const change = async (request: Request, held: Held) => {
    const { name, key } = await jsonOf(request);
    if (typeof name === 'string') held.name = name;
    if (typeof key === 'string') held.key = key;
    return tell(held, request);
  };
  app.patch('/connections/:selector', (c) =>
    change(c.req.raw, tenants.find(c.get('tenant'), c.req.param('selector'))),
  );
  app.put('/connections/:selector', (c) =>
    change(c.req.raw, tenants.find(c.get('tenant'), c.req.param('selector'))),
  );
  app.delete('/connections/:selector', (c) => {
    const held = tenants.find(c.get('tenant'), c.req.param('selector'));
    held.archivedAt = new Date(tenants.now()).toISOString();
    return Response.json({});
  });
  app.post('/connections/:selector/restore', (c) => {
    const held = tenants.find(c.get('tenant'), c.req.param('selector'));
    delete held.archivedAt;
    return tell(held, c.req.raw);
  });
  app.post('/connections/:selector/refresh-credentials', (c) =>
    tell(tenants.find(c.get('tenant'), c.req.param('selector')), c.req.raw),
  );
  app.post('/connections/:selector/reconnect', (c) => {
    const held = tenants.find(c.get('tenant'), c.req.param('selector'));
    held.state = 'CLIENT_ACTION_REQUIRED';
    return tell(held, c.req.raw);
  });

  app.post('/connection-requests', async (c) => {
    const body = await jsonOf(c.req.raw);
    const tenant = c.get('tenant');
    const held =
      typeof body.connectionId === 'string'
        ? tenants.find(tenant, body.connectionId)
        : tenants.add(tenant, { app: appNamed(body), state: 'CLIENT_ACTION_REQUIRED' });
    const redirect = typeof body.redirectUri === 'string' ? body.redirectUri : undefined;
    return Response.json(visitAnswer(tenants.visitFor(held, redirect), new URL(c.req.url).origin));
  });
  app.get('/connection-requests/:id', (c) => {
    const visit = tenants.visits.get(c.req.param('id'));
    if (visit === undefined || visit.tenant !== c.get('tenant')) throw notFound('Request');
    return Response.json(visitAnswer(visit, new URL(c.req.url).origin));
  });

  app.post('/connection-options', async (c) => {
    const name = appNamed(await jsonOf(c.req.raw));
    const asked = name === 'chatwoot' && tenants.switches.asksAddress;
    const properties = {
      token: { type: 'string', title: 'Access token' },
      ...(asked ? { baseUrl: { type: 'string' }, accountId: { type: 'string' } } : {}),
    };
    return Response.json([
      {
        key: 'api-key',
        type: 'membrane-token',
        title: 'Access token',
        inputSchema: { type: 'object', properties, required: Object.keys(properties) },
      },
    ]);
  });

  app.all('/connections/:selector/proxy/*', async (c) => {
    const held = tenants.find(c.get('tenant'), c.req.param('selector'));
    if (held.archivedAt !== undefined) throw notFound(`Connection "${held.id}"`);
    const request = c.req.raw;
    // Taken literally: a parsed path would be decoded.
    const path = /\/connections\/[^/?]+\/proxy(\/.*)$/.exec(request.url)?.[1] ?? '/';
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    const bytes = hasBody ? await request.arrayBuffer() : null;
    return callHelpdesk(tenants, helpdesks, held, {
      method: request.method,
      path,
      headers: request.headers,
      body: bytes !== null && bytes.byteLength > 0 ? bytes : null,
      signal: request.signal,
    });
  });
  return app;
}

function fits(held: Held, query: URLSearchParams): boolean {
  const isConnected = held.state === 'READY' && held.isDefunct !== true;
  const wanted: [string, unknown][] = [
    ['integrationKey', held.app],
    ['integrationId', integrationIdOf(held.app)],
    ['connectorId', connectorIdOf(held.app)],
    ['externalAppId', appIdOf(held.app)],
    ['connected', isConnected],
  ];
  for (const [name, value] of wanted) {
    const asked = query.get(name)?.replace(/^1$/, 'true').replace(/^0$/, 'false');
    if (asked !== undefined && asked !== String(value)) return false;
  }
  const search = query.get('search')?.toLowerCase();
  if (search !== undefined && !held.name.toLowerCase().includes(search)) return false;
  return held.archivedAt === undefined || /^(true|1)$/.test(query.get('includeArchived') ?? '');
}

/** The host without `www.`, as the service compares it. */
function domainOf(appUrl: unknown): string {
  const text = typeof appUrl === 'string' ? appUrl : '';
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const host = URL.canParse(whole) ? new URL(whole).hostname.replace(/^www\./, '') : '';
  const isDomain = host.includes('.') && !/^(\d{1,3}\.){3}\d{1,3}$/.test(host);
  if (text === '' || text.length > 2_000 || !isDomain) {
    throw invalid('appUrl must be a valid URL or domain');
  }
  return host;
}

function appNamed(body: Record<string, unknown>): string {
  const given = [body.connectorKey, body.integrationKey, body.connectorId, body.integrationId].find(
    (value) => typeof value === 'string',
  );
  const name = String(given ?? '').replace(/^(cor|int)-/, '');
  if (!apps.some(({ key }) => key === name)) throw invalid('no connector was named');
  return name;
}
