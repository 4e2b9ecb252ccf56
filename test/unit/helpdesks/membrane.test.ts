import {
  ActionApiResponse,
  ActionRunLogRecordApiResponse,
  ActionRunResponse,
  ConnectionApiResponse,
  ConnectionRequest,
  ErrorDataSchema,
  GeneratedConnectorOption,
  MembraneClient,
  OAuthTokenResponse,
  TenantSelfResponse,
  WorkspaceElementSearchResult,
} from '@membranehq/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ServedMembrane, serveMembrane } from './membrane-server';

/** The vendor's own client, unmodified, is the referee of the emulated service. */
let served: ServedMembrane;

beforeAll(async () => {
  served = await serveMembrane();
});
beforeEach(() => {
  served.membrane.reset();
  for (const helpdesk of served.helpdesks) helpdesk.reset();
});
afterAll(() => served.stop());

function client(tenant: string, token = served.membrane.token(tenant)): MembraneClient {
  return new MembraneClient({ token, apiUri: served.origin });
}

async function connectionIds(tenant: string): Promise<string[]> {
  const { items } = await client(tenant).connections.find();
  return items.map(({ id }) => id);
}

async function idOf(tenant: string, app: string): Promise<string> {
  const { items } = await client(tenant).connections.find({ integrationKey: app });
  return items[0]?.id ?? '';
}

/** What the client makes of an error. */
async function errorOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error, 'an error was due').toBeDefined();
  const data = ErrorDataSchema.parse(Reflect.get(Object(error), 'data') ?? error);
  return { type: data.type, key: data.key, message: data.message };
}

/** A plain request, where the client has no word for it. */
async function ask(path: string, init: RequestInit & { tenant?: string } = {}): Promise<Response> {
  const token = served.membrane.token(init.tenant ?? 'everything');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return fetch(`${served.origin}${path}`, { headers, ...init });
}

const post = (path: string, body: unknown, tenant = 'everything') =>
  ask(path, { method: 'POST', body: JSON.stringify(body), tenant });

describe('tokens', () => {
  test('the client says who it is', async () => {
    const self = TenantSelfResponse.parse(await client('desk').self.get());
    expect(self).toMatchObject({ id: 'desk', workspaceKey: 'ws-acme-key' });
  });

  test('a client with the workspace secret mints a token of the older form', async () => {
    const minting = new MembraneClient({
      apiUri: served.origin,
      workspaceKey: 'ws-acme-key',
      workspaceSecret: served.membrane.workspaceSecret,
      tenantKey: 'desk',
    });
    expect(await minting.self.get()).toMatchObject({ id: 'desk' });
  });

  test('a token of the service itself names the tenant by its id, and may never expire', async () => {
    const token = served.membrane.token('', {
      tenantKey: undefined,
      tenantId: 'ten-desk',
      exp: undefined,
    });
    expect(await client('desk', token).self.get()).toMatchObject({ id: 'desk' });
  });

  test.each([
    ['expired', () => served.membrane.token('desk', { exp: 1 })],
    ['of another workspace', () => served.membrane.token('desk', { workspaceKey: 'other' })],
    ['with a changed signature', () => `${served.membrane.token('desk')}x`],
    ['unsigned', () => `${btoa('{"alg":"none"}')}.${btoa('{"tenantKey":"desk"}')}.`],
  ])('a token that is %s is refused', async (_name, token) => {
    const refused = await errorOf(client('desk', token()).self.get());
    expect(refused).toMatchObject({ type: 'bad_request', key: 'not_authenticated' });
  });

  test('a token without tenant is refused as of the wrong kind', async () => {
    const token = served.membrane.token('', { tenantKey: undefined, isAdmin: true });
    const refused = await errorOf(client('desk', token).self.get());
    expect(refused).toMatchObject({ key: 'access_denied' });
  });

  test('one tenant does not see the connections of another, by no way', async () => {
    const foreign = await idOf('everything', 'kustomer');
    expect(await connectionIds('desk')).not.toContain(foreign);
    const { connection } = { connection: client('desk').connection(foreign) };
    expect(await errorOf(connection.get())).toMatchObject({ key: 'not_found' });
    expect(await errorOf(connection.proxy.get('/customers'))).toMatchObject({ key: 'not_found' });
  });
});

describe('connections', () => {
  test('each state is told in a form that the client reads', async () => {
    const { items } = await client('everything').connections.find({ limit: 1_000 });
    const parsed = items.map((item) => ConnectionApiResponse.parse(item));
    const states = new Set(parsed.map(({ state }) => state));
    expect([...states].sort()).toEqual([
      'BUILDING',
      'CLIENT_ACTION_REQUIRED',
      'CONFIGURATION_ERROR',
      'DISCONNECTING',
      'READY',
      'SETUP_FAILED',
    ]);
    expect(parsed.some(({ isDefunct }) => isDefunct)).toBe(true);
    expect(JSON.stringify(items)).not.toContain('null');
  });

  test('a list comes in pages', async () => {
    const everybody = client('everything');
    const first = await everybody.connections.find({ limit: 4 });
    const second = await everybody.connections.find({ limit: 4, cursor: first.cursor });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(8);
    expect(await errorOf(everybody.connections.find({ limit: 1_001 }))).toMatchObject({
      type: 'bad_request',
    });
  });

  test('a connection is found by id, by key, and by an integration that is there once', async () => {
    const everybody = client('everything');
    const id = await idOf('everything', 'kustomer');
    expect(await everybody.connection(id).get()).toMatchObject({ id });
    expect(await everybody.connection('kustomer').get()).toMatchObject({ id });
    expect(await everybody.connection('chatwoot-acme').get()).toMatchObject({
      key: 'chatwoot-acme',
    });
    expect(await errorOf(everybody.connection('chatwoot').get())).toMatchObject({
      key: 'not_found',
    });
  });

  test('changes, an end and a return', async () => {
    const id = await idOf('desk', 'chatra');
    const connection = client('desk').connection(id);
    expect(await connection.patch({ name: 'Ours' })).toMatchObject({ name: 'Ours' });
    await connection.archive();
    expect(await connectionIds('desk')).not.toContain(id);
    await post(`/connections/${id}/restore`, {}, 'desk');
    expect(await connectionIds('desk')).toContain(id);
  });

  test('ensure, wait, the visit to the page, and ready', async () => {
    const made = await post('/connections/ensure', { appUrl: 'https://www.kustomer.com/' }, 'new');
    const connection = ConnectionApiResponse.parse(await made.json());
    expect(connection.state).toBe('BUILDING');
    const waited = await ask(`/connections/${connection.id}?wait=true&timeout=20`, {
      tenant: 'new',
    });
    const after = ConnectionApiResponse.parse(await waited.json());
    expect(after.state).toBe('CLIENT_ACTION_REQUIRED');
    const address = after.clientAction?.uiUrl ?? '';
    const [, requestId = ''] = address.split('connectionRequestId=');
    await fetch(`${served.origin}/screens/connections`, {
      method: 'POST',
      body: new URLSearchParams({ id: requestId, account: 'Kustomer acme', answer: 'finish' }),
    });
    const request = await ask(`/connection-requests/${requestId}`, { tenant: 'new' });
    expect(ConnectionRequest.parse(await request.json())).toMatchObject({
      status: 'success',
      resultConnectionId: connection.id,
    });
    expect(await client('new').connection(connection.id).get()).toMatchObject({ state: 'READY' });
    const again = await post('/connections/ensure', { appUrl: 'kustomer.com' }, 'new');
    expect(await again.json()).toMatchObject({ id: connection.id });
  });

  test('an unknown domain ends in a failure; what is no domain is refused', async () => {
    const made = await (await post('/connections/ensure', { appUrl: 'acme.example' })).json();
    const waited = await ask(`/connections/${made.id}?wait=true&timeout=20`);
    expect(ConnectionApiResponse.parse(await waited.json())).toMatchObject({
      state: 'SETUP_FAILED',
    });
    for (const appUrl of ['localhost', '127.0.0.1', 'chatwoot', '']) {
      expect((await post('/connections/ensure', { appUrl })).status, appUrl).toBe(400);
    }
  });

  test('the search finds the wrong one first', async () => {
    const found = await (await ask('/search?q=chatra&elementType=connector')).json();
    const items = found.items.map((item: unknown) => WorkspaceElementSearchResult.parse(item));
    expect(items.map(({ element }: { element: { key: string } }) => element.key)).toEqual([
      'chatrace',
      'chatra',
    ]);
    expect((await ask('/search?elementType=Connector&q=a')).status).toBe(400);
  });

  test('the ways to connect are told', async () => {
    const options = await (
      await post('/connection-options', { connectorId: 'cor-chatwoot' })
    ).json();
    expect(GeneratedConnectorOption.parse(options[0]).inputSchema).toMatchObject({
      required: ['token', 'baseUrl', 'accountId'],
    });
  });
});

describe('actions', () => {
  test('lists, by meaning and whole', async () => {
    const id = await idOf('desk', 'chaport');
    const desk = client('desk');
    const some = await desk.actions.find({ connectionId: id, intent: 'list visitors', limit: 3 });
    expect(some.items.map((item) => ActionApiResponse.parse(item).name)[0]).toBe('List Visitors');
    expect(await desk.actions.findAll({ connectionId: id })).toHaveLength(20);
    expect((await desk.connection(id).actions.list()).items).toHaveLength(20);
    expect(await desk.actions.findAll({ connectionId: await idOf('desk', 'chatwoot') })).toEqual(
      [],
    );
  });

  test('a run gives the output of the helpdesk, by every way', async () => {
    const id = await idOf('desk', 'chaport');
    const desk = client('desk');
    const run = await desk.action('list-operators').run({}, { connectionId: id });
    const { output, actionRunId } = ActionRunResponse.parse(run);
    expect(output.result.length).toBeGreaterThan(0);
    const record = await (await ask(`/action-run-logs/${actionRunId}`, { tenant: 'desk' })).json();
    expect(ActionRunLogRecordApiResponse.parse(record)).toMatchObject({ connectionId: id });
    const bySelector = desk.action({ key: 'list-operators', integrationKey: 'chaport' });
    expect(await bySelector.run({})).toMatchObject({ output });
    expect(await desk.connection(id).action('list-operators').run({})).toMatchObject({ output });
    const acted = await post(
      '/act',
      { key: 'list-operators', connectionId: id, input: {} },
      'desk',
    );
    expect(await acted.json()).toMatchObject({ output });
    const inline = { api: { path: '/operators', method: 'get' }, connectionId: id };
    expect(await (await post('/act', inline, 'desk')).json()).toMatchObject({
      output: { status: 200, data: output },
    });
  });

  test('what is missing, doubled or refused is said', async () => {
    const id = await idOf('desk', 'chatra');
    const run = client('desk').action('get-client');
    expect(await errorOf(run.run({}, { connectionId: id }))).toMatchObject({ type: 'bad_request' });
    const refused = await errorOf(run.run({ clientId: 'nobody-like-that' }, { connectionId: id }));
    expect(refused).toMatchObject({ type: 'action_run' });
    for (const body of [{ key: 'a', id: 'b' }, {}, { key: 'get-client', extra: 1 }]) {
      const answer = await post('/act', { connectionId: id, ...body }, 'desk');
      expect(answer.status, JSON.stringify(body)).toBe(400);
    }
  });
});

describe('the proxy', () => {
  test.each([
    ['kustomer', '/v1', '/customers/email=amelie%2Bshop%40example.com', '/v1'],
    ['kustomer', '', '/v1/auth/tokens/current', ''],
    ['chaport', '/api/v1', '/me.json', '/api/v1'],
    ['chaport', '/api', '/v1/me.json', '/api'],
    ['chaport', '', '/api/v1/me.json', ''],
    ['chatra', '/api', '/clients/unknown', '/api'],
    ['chatra', '', '/api/clients/unknown', ''],
    ['chatwoot', '', '/api/v1/profile', ''],
    ['chatwoot', '/api/v1', '/profile', '/api/v1'],
    ['chatwoot', '/api/v1/accounts/1', '/labels?a=b%20c&d=', '/api/v1/accounts/1'],
  ] as const)(
    '%s with the base "%s" gets what is asked for as %s',
    async (app, base, path, taken) => {
      Object.assign(served.membrane.switches, { [`${app}Base`]: base });
      const emulator = served[app];
      await client('desk')
        .connection(await idOf('desk', app))
        .proxy.get(path)
        .catch(() => undefined);
      const [entry] = emulator.log.api();
      const query = path.includes('?') ? { a: 'b c', d: '' } : {};
      expect(entry).toMatchObject({ path: `${taken}${path.split('?')[0]}`, query });
      expect(entry?.headers.authorization ?? '').not.toContain(served.membrane.token('desk'));
      expect([401, 403]).not.toContain(entry?.status);
    },
  );

  test('status, headers and body come back as the helpdesk gave them', async () => {
    const id = await idOf('desk', 'kustomer');
    const body = JSON.stringify({ errors: [{ status: 429 }] });
    served.kustomer.faults.add({
      fault: { kind: 'status', status: 429, body, headers: { 'x-ratelimit-reset': '7' } },
    });
    const answer = await ask(`/connections/${id}/proxy/customers`, { tenant: 'desk' });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('x-ratelimit-reset')).toBe('7');
    expect(await answer.text()).toBe(body);
  });

  test('a second key is tried once; without one the helpdesk’s own 401 comes back', async () => {
    const held = served.membrane.tenants.find('everything', 'kustomer');
    held.account = 'Kustomer acme, expired';
    const path = `/connections/${held.id}/proxy/auth/tokens/current`;
    expect((await ask(path)).status).toBe(200);
    delete held.secondAccount;
    const refused = await ask(path);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toHaveProperty('errors');
  });

  test('a whole address goes to a helpdesk, and to no other host', async () => {
    const id = await idOf('desk', 'chatra');
    const desk = client('desk').connection(id).proxy;
    await desk.get('https://app.chatra.io/api/clients/unknown').catch(() => undefined);
    expect(served.chatra.log.api()[0]).toMatchObject({ path: '/api/clients/unknown' });
    expect(await errorOf(desk.get('https://evil.example/api'))).toMatchObject({
      type: 'bad_request',
    });
  });

  test('what is not ready says so', async () => {
    const broken = (await client('everything').connections.find({ connected: false })).items;
    expect(broken.length).toBeGreaterThanOrEqual(6);
    for (const { id } of broken) {
      const refused = await errorOf(client('everything').connection(id).proxy.get('/x'));
      expect(refused).toMatchObject({ type: 'connection', key: 'connection_is_defunct' });
    }
  });
});

describe('signing in by OAuth', () => {
  const redirect = 'https://ekllkbhiccphcpkoblcdkbjoopjpocbc.chromiumapp.org/membrane';
  const verifier = 'a-verifier-of-at-least-forty-three-characters-0';

  async function register(): Promise<string> {
    const body = JSON.stringify({ redirect_uris: [redirect], token_endpoint_auth_method: 'none' });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${served.origin}/oauth/register`, {
      method: 'POST',
      headers,
      body,
    });
    expect(answer.status).toBe(201);
    return (await answer.json()).client_id;
  }

  async function authorise(clientId: string, more: Record<string, string> = {}): Promise<Response> {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirect,
      response_type: 'code',
      scope: 'tenant',
      state: 'st',
      code_challenge: Buffer.from(digest).toString('base64url'),
      code_challenge_method: 'S256',
      ...more,
    });
    return fetch(`${served.origin}/oauth/authorize?${query}`, { redirect: 'manual' });
  }

  const token = (form: Record<string, string>) =>
    fetch(`${served.origin}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });

  test('a code opens once, a refresh token until it is replaced', async () => {
    served.membrane.switches.consent = 'at-once';
    const clientId = await register();
    const back = new URL((await authorise(clientId)).headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('st');
    const form = {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      code_verifier: verifier,
      redirect_uri: redirect,
      client_id: clientId,
    };
    const first = OAuthTokenResponse.parse(await (await token(form)).json());
    expect(await client('desk', first.access_token).self.get()).toMatchObject({ id: 'desk' });
    const refresh = {
      grant_type: 'refresh_token',
      refresh_token: first.refresh_token ?? '',
      client_id: clientId,
    };
    const second = OAuthTokenResponse.parse(await (await token(refresh)).json());
    expect(await (await token(refresh)).json()).toEqual({ error: 'invalid_grant' });
    expect(await (await token({ ...form })).json()).toEqual({ error: 'invalid_grant' });
    const again = { ...refresh, refresh_token: second.refresh_token ?? '' };
    served.membrane.switches.rotatesRefreshTokens = false;
    for (let time = 0; time < 2; time += 1) expect((await token(again)).status).toBe(200);
    const stranger = { ...again, client_id: await register() };
    expect(await (await token(stranger)).json()).toEqual({ error: 'invalid_grant' });
    expect((await token({ ...again, client_id: 'membrane-cli' })).status).toBe(401);
    expect((await token({ ...again, grant_type: 'password' })).status).toBe(400);
  });

  test('a code that is used twice ends what it opened', async () => {
    served.membrane.switches.consent = 'at-once';
    const clientId = await register();
    const back = new URL((await authorise(clientId)).headers.get('location') ?? '');
    const form = {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      code_verifier: verifier,
      redirect_uri: redirect,
      client_id: clientId,
    };
    const first = OAuthTokenResponse.parse(await (await token(form)).json());
    expect((await token(form)).status).toBe(400);
    const refresh = {
      grant_type: 'refresh_token',
      refresh_token: first.refresh_token ?? '',
      client_id: clientId,
    };
    expect(await (await token(refresh)).json()).toEqual({ error: 'invalid_grant' });
  });

  test.each([
    ['the wrong verifier', { code_verifier: `${verifier}x` }],
    ['a short verifier', { code_verifier: 'short' }],
    ['another redirect', { redirect_uri: 'https://evil.example/' }],
  ])('%s exchanges nothing', async (_name, more) => {
    served.membrane.switches.consent = 'at-once';
    const clientId = await register();
    const back = new URL((await authorise(clientId)).headers.get('location') ?? '');
    const form = {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      code_verifier: verifier,
      redirect_uri: redirect,
      client_id: clientId,
    };
    expect(await (await token({ ...form, ...more })).json()).toEqual({ error: 'invalid_grant' });
  });

  test.each([
    ['another redirect', { redirect_uri: 'https://evil.example/' }],
    ['two scopes', { scope: 'tenant platform-user' }],
    ['no challenge', { code_challenge_method: 'plain' }],
    ['a challenge that is none', { code_challenge: 'short' }],
    ['another response', { response_type: 'token' }],
  ])('%s is refused without a redirect', async (_name, more) => {
    served.membrane.switches.consent = 'at-once';
    expect((await authorise(await register(), more)).status).toBe(400);
  });
});

test('no token ever stood in an address, and the workspace secret nowhere', async () => {
  await client('desk').connections.find();
  const told = served.membrane.log.entries;
  const token = served.membrane.token('desk');
  for (const entry of told) {
    expect(`${entry.path}${JSON.stringify(entry.query)}`).not.toContain(token.slice(0, 40));
    expect(JSON.stringify(entry)).not.toContain(served.membrane.workspaceSecret);
  }
});
