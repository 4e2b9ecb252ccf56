import { describe, expect, test } from 'vitest';
import { session, tokens } from '../../helpdesks/chatwoot/tokens';
import { account, call, chatwoot, filterBody, idsOf, now } from './chatwoot-world';

describe('who may call', () => {
  const cases: [string, Record<string, string>, string, number, unknown][] = [
    ['no key', {}, account, 401, { errors: ['You need to sign in or sign up before continuing.'] }],
    ['unknown key', { api_access_token: 'x' }, account, 401, { error: 'Invalid Access Token' }],
    [
      'bot key',
      { 'api-access-token': tokens.bot },
      `${account}/contacts`,
      401,
      { error: 'Access to this endpoint is not authorized for bots' },
    ],
    [
      'platform key',
      { 'api-access-token': tokens.platform },
      `${account}/conversations/101`,
      401,
      { error: 'Access to this endpoint is not authorized for bots' },
    ],
    [
      'key of another account',
      { 'api-access-token': tokens.otherAccount },
      account,
      401,
      { error: 'You are not authorized to access this account' },
    ],
    [
      'account that does not exist',
      { 'api-access-token': tokens.admin },
      '/api/v1/accounts/77',
      404,
      { error: 'Resource could not be found' },
    ],
    [
      'key of another server',
      { 'api-access-token': tokens.selfHosted },
      account,
      401,
      { error: 'Invalid Access Token' },
    ],
  ];
  test.each(cases)('%s', async (_name, headers, path, status, body) => {
    expect(await call(chatwoot(), path, { headers })).toMatchObject({ status, body });
  });

  test('both spellings of the header, unless nginx drops the underscored one', async () => {
    const emulator = chatwoot();
    const underscored = { headers: { api_access_token: tokens.admin } };
    expect((await call(emulator, account, underscored)).status).toBe(200);
    expect((await call(emulator, account)).status).toBe(200);
    emulator.switches.dropUnderscoreHeaders = true;
    expect((await call(emulator, account, underscored)).status).toBe(401);
    expect((await call(emulator, account)).status).toBe(200);
  });

  test('the five headers of a sign-in open the API until the sign-out', async () => {
    const emulator = chatwoot();
    const body = { email: 'maya@acme-outdoor.example', password: session.password };
    const signIn = await call(emulator, '/auth/sign_in', { body, headers: {} });
    const names = ['access-token', 'token-type', 'client', 'expiry', 'uid'];
    const headers = Object.fromEntries(
      names.map((name) => [name, signIn.response.headers.get(name) ?? '']),
    );
    expect((await call(emulator, '/auth/validate_token', { headers })).status).toBe(200);
    expect((await call(emulator, '/api/v1/profile', { headers })).status).toBe(200);
    await call(emulator, '/auth/sign_out', { method: 'DELETE', headers });
    expect((await call(emulator, '/api/v1/profile', { headers })).status).toBe(401);
  });

  test('a suspended account', async () => {
    const answer = await call(chatwoot({ suspendedAccounts: [1] }), account);
    expect(answer).toMatchObject({ status: 401, body: { error: 'Account is suspended' } });
  });

  test('no CORS header is sent', async () => {
    const headers = { 'api-access-token': tokens.admin, origin: 'https://evil.example' };
    const { response } = await call(chatwoot(), account, { headers });
    expect(
      [...response.headers.keys()].filter((name) => name.startsWith('access-control')),
    ).toEqual([]);
  });

  test('the agent sees conversations of two inboxes only, and all contacts', async () => {
    const emulator = chatwoot();
    const headers = { 'api-access-token': tokens.agent };
    const { contact, conversations } = idsOf(emulator, 'amelie');
    const [mail, chat] = conversations;
    const list = await call(emulator, `${account}/contacts/${contact}/conversations`, { headers });
    expect(list.body).toMatchObject({ payload: [{ id: chat?.displayId }] });
    const refused = await call(emulator, `${account}/conversations/${mail?.displayId}/messages`, {
      headers,
    });
    expect(refused).toMatchObject({
      status: 401,
      body: { error: 'You are not authorized to do this action' },
    });
    const found = await call(emulator, `${account}/contacts/${contact}`, { headers });
    expect(found.body).toMatchObject({ payload: { email: 'amelie@example.fr' } });
  });
});

describe('wrappers', () => {
  test('profile is bare and lists the accounts', async () => {
    const { body } = await call(chatwoot(), '/api/v1/profile');
    expect(body).toMatchObject({
      access_token: tokens.admin,
      name: 'Maya Lindqvist',
      role: 'administrator',
      accounts: [
        { id: 1, name: 'Acme Outdoor' },
        { id: 2, name: 'Acme Wholesale' },
      ],
    });
  });

  test.each(['agents', 'teams', 'canned_responses', 'custom_attribute_definitions'])(
    '%s is a bare array',
    async (list) => {
      expect((await call(chatwoot(), `${account}/${list}`)).body).toBeInstanceOf(Array);
    },
  );

  test.each(['inboxes', 'labels', 'macros'])('%s is wrapped in payload', async (list) => {
    const { body } = await call(chatwoot(), `${account}/${list}`);
    expect(body).toMatchObject({ payload: expect.any(Array) });
  });

  test('the list of conversations is wrapped twice, 25 a page', async () => {
    const { body } = await call(chatwoot(), `${account}/conversations?status=all`);
    expect(body).toMatchObject({ data: { meta: { all_count: 32, assigned_count: 1 } } });
    expect(body).toHaveProperty('data.payload.length', 25);
    const second = await call(chatwoot(), `${account}/conversations?status=all&page=2`);
    expect(second.body).toHaveProperty('data.payload.length', 7);
  });

  test('who has left is no agent any more', async () => {
    const { body } = await call(chatwoot(), `${account}/agents`);
    expect(JSON.stringify(body)).not.toContain('Old Hand');
  });
});

describe('probes and versions', () => {
  test('/api tells the version, /health exists since 4.11.0', async () => {
    const emulator = chatwoot();
    const open = { headers: {} };
    expect((await call(emulator, '/api', open)).body).toEqual({
      version: '4.15.1',
      timestamp: '2026-06-17 12:00:00',
      queue_services: 'ok',
      data_services: 'ok',
    });
    expect((await call(emulator, '/health', open)).body).toEqual({ status: 'woot' });
    emulator.switches.version = '4.10.2';
    expect((await call(emulator, '/health', open)).status).toBe(404);
  });

  test('reset restores switches, data and counters', async () => {
    const emulator = chatwoot();
    emulator.switches.version = '3.0.0';
    emulator.switches.throttle.limit = 0;
    await call(emulator, `${account}/canned_responses`, {
      body: { short_code: 'new', content: 'text' },
    });
    emulator.reset();
    expect(emulator.switches).toMatchObject({ version: '4.15.1', throttle: { limit: 3000 } });
    const { body } = await call(emulator, `${account}/canned_responses?search=new`);
    expect(JSON.stringify(body)).not.toContain('"short_code":"new"');
  });

  test('pages lead to the newest conversation', () => {
    const emulator = chatwoot();
    const [, chat] = idsOf(emulator, 'amelie').conversations;
    expect(emulator.pageOf('amelie')).toBe(
      `https://app.chatwoot.com/app/accounts/1/conversations/${chat?.displayId}`,
    );
    expect(emulator.selfHostedPageOf('amelie')).toMatch(
      /^https:\/\/support\.acme-outdoor\.example\/app\/accounts\/1\/conversations\/\d+$/,
    );
    expect(() => emulator.pageOf('elsewhere')).toThrow();
  });
});

describe('throttle', () => {
  test('bare text without Retry-After, and a new window after it', async () => {
    let time = now;
    const throttle = { enabled: true, limit: 2, windowMs: 60_000 };
    const emulator = chatwoot({ throttle }, () => time);
    await call(emulator, account);
    await call(emulator, account);
    const { response, body } = await call(emulator, account);
    expect(response.status).toBe(429);
    expect(body).toBe('Retry later\n');
    expect(response.headers.get('content-type')).toBe('text/plain');
    expect(response.headers.get('retry-after')).toBeNull();
    expect((await call(emulator, '/health')).status).toBe(200);
    time += 59_999;
    expect((await call(emulator, account)).status).toBe(429);
    time += 1;
    expect((await call(emulator, account)).status).toBe(200);
  });

  test('contact search counts per account, whoever asks', async () => {
    const emulator = chatwoot({
      contactSearchThrottle: { enabled: true, limit: 1, windowMs: 60_000 },
    });
    const search = `${account}/contacts/search?q=crowd`;
    expect((await call(emulator, search)).status).toBe(200);
    const other = { headers: { 'api-access-token': tokens.agent } };
    expect((await call(emulator, search, other)).status).toBe(429);
    const elsewhere = '/api/v1/accounts/2/contacts/search?q=crowd';
    expect((await call(emulator, elsewhere)).status).toBe(200);
    const body = filterBody(['email', 'regular@example.org']);
    expect((await call(emulator, `${account}/contacts/filter`, { body })).status).toBe(200);
  });
});

describe('pages', () => {
  test('the dashboard carries the inline script; the widget and a website do not', async () => {
    const emulator = chatwoot();
    const html = async (path: string) => (await call(emulator, path, { headers: {} })).body;
    expect(await html('/app/accounts/1/conversations/101')).toContain('window.chatwootConfig = {');
    expect(await html('/app/login')).toContain('"APP_VERSION":"4.15.1"');
    expect(await html('/widget')).not.toContain('chatwootConfig');
    expect(await html('/emulator/customer-site')).toContain('window.$chatwoot');
    expect(await html('/emulator/customer-site')).not.toContain('chatwootConfig');
  });

  test('pages are not API, and the dashboard refuses JSON requests', async () => {
    const emulator = chatwoot();
    const isApi = (path: string) => emulator.isApi(new URL(`https://app.chatwoot.com${path}`));
    expect(['/api', '/health', '/auth/sign_in', account].map(isApi)).not.toContain(false);
    expect(['/app/login', '/emulator/chatwoot.js', '/apiary'].map(isApi)).not.toContain(true);
    const headers = { accept: 'application/json' };
    expect((await call(emulator, '/app/accounts/1/dashboard', { headers })).status).toBe(406);
  });

  test('an attachment redirects to the stored file', async () => {
    const emulator = chatwoot();
    const [mail] = idsOf(emulator, 'amelie').conversations;
    const path = `${account}/conversations/${mail?.displayId}/attachments`;
    const { body } = await call(emulator, path);
    const [, url] = /"data_url":"([^"]+)"/.exec(JSON.stringify(body)) ?? [];
    const { response } = await call(emulator, new URL(url ?? '').pathname);
    expect(response.status).toBe(302);
    const stored = new URL(response.headers.get('location') ?? '').pathname;
    expect((await call(emulator, stored)).status).toBe(200);
  });

  test('the clock is the one that was given', async () => {
    const emulator = chatwoot();
    const [mail] = idsOf(emulator, 'amelie').conversations;
    const path = `${account}/conversations/${mail?.displayId}/messages`;
    const { body } = await call(emulator, path, { body: { content: 'x', private: true } });
    expect(body).toMatchObject({ created_at: now / 1000, private: true });
  });
});
