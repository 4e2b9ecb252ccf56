import { beforeEach, describe, expect, it } from 'vitest';
import { hashed } from '../../helpdesks/kustomer/page/names';
import { call, clock, dana, keys, kustomer, parcel, startAgain } from './kustomer-client';
import { now } from './kustomer-world';

beforeEach(startAgain);

describe('keys', () => {
  it('refuses missing, misspelt, expired and foreign keys with 401, each in its words', async () => {
    const detail = async (key: string) =>
      (await call('/v1/customers', key)).body.errors?.[0]?.detail;
    expect((await call('/v1/customers', 'nonsense')).status).toBe(401);
    expect((await call('/v1/customers', ` ${keys.full}`)).status).toBe(401);
    expect(await detail('constructor')).toBe('Invalid token');
    expect(await detail(keys.expired)).toBe('Expired token');
    expect(await detail(keys.otherOrg)).toContain('organization');
    expect(await detail(keys.otherPod)).toMatch(/pod prod2 .* prod1/);
  });

  it('answers a missing role with 403, or 401 where switched, in either dialect', async () => {
    const path = `/v1/customers/${dana}/messages`;
    const classic = await call(path, keys.noMessages);
    expect(classic.status).toBe(403);
    expect(classic.body.errors?.[0]).toMatchObject({ status: 403, code: 'forbidden' });
    kustomer.switches.missingRole = 401;
    kustomer.switches.errors = 'new';
    const other = await call(path, keys.noMessages);
    expect(other.status).toBe(401);
    expect(other.body.errors?.[0]).toMatchObject({ code: 'unauthorized', meta: {} });
    expect((await call(`/v1/customers/${dana}`, keys.noMessages)).status).toBe(200);
  });

  it('tells of the key and its organisation', async () => {
    const token = await call('/v1/auth/tokens/current');
    expect(token.body.data.attributes.roles).toContain('org.permission.message.read');
    expect((await call('/v1/orgs/current')).body.data.attributes.name).toBe('acme');
    for (const path of ['/v1/users/current', '/v1/users/current/']) {
      expect((await call(path)).body.data.attributes.userType).toBe('machine');
    }
  });
});

describe('headers and limits', () => {
  it('puts its headers on every answer, and none for other origins', async () => {
    for (const key of [keys.full, 'nonsense']) {
      const { headers } = await call('/v1/no-such-thing', key);
      expect(headers.get('x-kustomer-pod')).toBe('prod1');
      expect(headers.get('x-ratelimit-limit')).toBe('1000');
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('answers 429 with the end of the window, and serves again after it', async () => {
    kustomer.switches.rateLimit = 2;
    expect((await call('/v1/tags')).headers.get('x-ratelimit-remaining')).toBe('1');
    await call('/v1/tags');
    clock.now += 59_000;
    const refused = await call('/v1/tags');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(now / 1_000 + 60));
    clock.now += 1_000;
    expect((await call('/v1/tags')).status).toBe(200);
  });
});

describe('finding a customer', () => {
  it('decodes the value of a lookup', async () => {
    const email = encodeURIComponent('dana.reyes+shop@example.com');
    expect((await call(`/v1/customers/email=${email}`)).body.data.id).toBe(dana);
    expect((await call('/v1/customers/externalId=crm%2F7001')).body.data.id).toBe(dana);
    expect((await call(`/v1/customers/id=${dana}`)).body.data.id).toBe(dana);
    expect((await call('/v1/customers/email=%E0%A4%A')).status).toBe(400);
  });

  it('answers 404 as recorded', async () => {
    const { status, body } = await call('/v1/customers/externalId=9999');
    expect(status).toBe(404);
    expect(body).toEqual({
      errors: [
        { status: 404, source: { parameter: 'externalId' }, code: 'notfound', title: 'Not Found' },
      ],
    });
  });

  it.each([
    ['e164', 200, 404],
    ['digits', 404, 200],
    ['both', 200, 200],
  ] as const)('takes phones spelt as %s', async (form, withPlus, without) => {
    kustomer.switches.phoneLookup = form;
    expect((await call('/v1/customers/phone=%2B15555550123')).status).toBe(withPlus);
    expect((await call('/v1/customers/phone=+15555550123')).status).toBe(withPlus);
    expect((await call('/v1/customers/phone=15555550123')).status).toBe(without);
  });

  it('obeys the switches for case, sharing and merged ids', async () => {
    const { switches } = kustomer;
    switches.emailCase = 'sensitive';
    expect((await call('/v1/customers/email=dana.reyes%2Bshop@example.com')).status).toBe(404);
    expect((await call('/v1/customers/email=twin@example.com')).status).toBe(200);
    switches.sharedLookup = false;
    expect((await call('/v1/customers/email=twin@example.com')).status).toBe(404);
    const old = kustomer.mergedId('dana');
    expect((await call(`/v1/customers/${old}`)).status).toBe(404);
    switches.merged = 'survivor';
    expect((await call(`/v1/customers/${old}`)).body.data.id).toBe(dana);
  });

  it('invents a name for the nameless, and sends what is empty in either form', async () => {
    const nobody = kustomer.customerId('nobody');
    kustomer.switches.empties = 'absent';
    const absent = (await call(`/v1/customers/${nobody}`)).body.data.attributes;
    expect(absent).toMatchObject({ name: '' });
    expect(absent.displayName).toMatch(/^[A-Z]\w+ [A-Z]\w+$/);
    expect(absent).not.toHaveProperty('emails');
    expect(absent).not.toHaveProperty('timeZone');
    kustomer.switches.empties = 'null';
    const nulls = (await call(`/v1/customers/${nobody}`)).body.data.attributes;
    expect(nulls).toMatchObject({ emails: [], timeZone: null });
  });

  it('filters and sorts the list of all', async () => {
    const all = await call('/v1/customers?sort=-createdAt&pageSize=2');
    expect(all.body.meta).toEqual({ page: 1, pageSize: 2, total: 5, totalPages: 3 });
    const bound = encodeURIComponent(new Date(now - 3 * 86_400_000).toISOString());
    const recent = await call(`/v1/customers?filter[updatedAt][gte]=${bound}`);
    expect(recent.body.data.map(({ id }) => id)).toContain(dana);
    expect(recent.body.data.map(({ id }) => id)).not.toContain(kustomer.customerId('talker'));
  });
});

describe('the web app', () => {
  const open = (path: string, init?: RequestInit) =>
    kustomer.handle(new Request(`https://acme.kustomerapp.com${path}`, init));

  it('knows its addresses', () => {
    const page = `https://acme.kustomerapp.com/app/customers/${dana}`;
    expect(kustomer.customerPage('dana')).toBe(page);
    expect(kustomer.pageOf('dana')).toBe(`${page}/event/${parcel}`);
    expect(kustomer.conversationPage('dana')).toContain(`/app/conversations/${parcel}`);
    expect(() => kustomer.pageOf('nobody')).toThrow('no conversation');
    expect(kustomer.isApi(new URL(kustomer.pageOf('dana')))).toBe(false);
  });

  it('serves one document everywhere, or the way to the sign-in form', async () => {
    expect(await (await open('/app/settings/setup')).text()).toContain('<div id="root">');
    kustomer.switches.signedIn = false;
    expect((await open('/app/customers')).headers.get('location')).toBe('/login');
  });

  it('hides every class name of its style sheet', async () => {
    const sheet = await (await open('/emulator/kustomer.css')).text();
    expect(sheet).toContain(`.${hashed('editor-text')}`);
    expect(sheet).not.toContain('.k-');
  });

  it('remembers what was sent, and shows what was received', async () => {
    const post = (action: string, text: string) =>
      open(`/emulator/${action}`, {
        method: 'POST',
        body: JSON.stringify({ conversationId: parcel, kind: 'reply', text }),
      });
    await post('receive', 'any news?');
    expect(kustomer.sent).toEqual([]);
    await post('send', 'yes');
    expect(kustomer.sent).toEqual([{ conversationId: parcel, kind: 'reply', text: 'yes' }]);
    const { body } = await call(`/v1/conversations/${parcel}/messages`);
    const texts = body.data.map(({ attributes }) => attributes.preview);
    expect(texts.slice(-2)).toEqual(['any news?', 'yes']);
    kustomer.reset();
    expect(kustomer.sent).toEqual([]);
  });
});
