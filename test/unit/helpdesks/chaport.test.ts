import { beforeEach, describe, expect, it } from 'vitest';
import { createChaport } from '../../helpdesks/chaport/emulator';
import type { World } from '../../helpdesks/world/types';

const now = Date.UTC(2026, 2, 14, 12);
const day = 24 * 60;
const world: World = {
  now,
  agents: [
    { key: 'maya', name: 'Maya Osei', email: 'maya@shop.test' },
    { key: 'jonas', name: 'Jonas Weber', email: 'jonas@shop.test', left: true },
  ],
  people: [
    {
      key: 'amelie',
      about: 'three chats',
      chaport: [
        {
          name: 'Amélie Laurent',
          email: 'Amelie@Example.test',
          phone: '06 17 29 48 36',
          notes: 'Prefers French.',
          custom: { plan: 'Pro', size: 'M' },
          conversations: [
            {
              channel: 'chat',
              status: 'resolved',
              messages: [{ ago: 40 * day, from: 'customer', text: 'مرحبا 👋' }],
            },
            {
              channel: 'chat',
              status: 'open',
              assignee: 'maya',
              messages: [
                { ago: 60, from: 'customer', text: '<img src=x onerror=alert(1)>' },
                { ago: 50, from: 'agent', agent: 'maya', text: 'not for her', note: true },
                { ago: 40, from: 'agent', agent: 'jonas', text: 'Bonjour' },
                { ago: 30, from: 'customer', text: 'gone', deleted: true },
                {
                  ago: 20,
                  from: 'customer',
                  text: '',
                  attachments: [{ name: 'foto.jpg', mime: 'image/jpeg', size: 5 }],
                },
              ],
            },
            {
              channel: 'chat',
              status: 'resolved',
              messages: [{ ago: 20 * day, from: 'customer', text: 'second' }],
            },
          ],
        },
      ],
    },
    { key: 'silent', about: 'never chatted', chaport: [{ conversations: [] }] },
    ...['a', 'b', 'c'].map((key, index) => ({
      key,
      about: 'fills a page',
      chaport: [
        {
          email: 'shared@example.test',
          conversations: [
            {
              channel: 'chat',
              status: 'open' as const,
              messages: [{ ago: 100 + index, from: 'customer' as const, text: key }],
            },
          ],
        },
      ],
    })),
  ],
};

const chaport = createChaport(world);
const amelie = chaport.data.ofPerson('amelie');
const silent = chaport.data.ofPerson('silent');
const path = `/api/v1/visitors/${amelie.id}`;

beforeEach(() => chaport.reset());

function call(target: string, init: RequestInit = {}, token = 'cp-token-for-tests') {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return chaport.handle(
    new Request(new URL(target, 'https://app.chaport.com'), { headers, ...init }),
  );
}

async function json(target: string) {
  return (await call(target)).json();
}

async function put(body: unknown) {
  return call(path, { method: 'PUT', body: JSON.stringify(body) });
}

describe('the API of the emulated Chaport', () => {
  it.each([
    '/api/v1/me.json',
    '/api/v1/operators',
    '/api/v1/visitors',
    `${path}/chats`,
    '/api/v1/x',
  ])('wants the token on %s and sends no CORS headers', async (target) => {
    const refused = await call(target, {}, 'wrong');
    expect(refused.status).toBe(401);
    const answered = await call(target);
    expect(answered.status).toBe(target.endsWith('/x') ? 404 : 200);
    for (const response of [refused, answered]) {
      expect([...response.headers.keys()].filter((key) => key.startsWith('access-'))).toEqual([]);
    }
  });

  it('lists the newest chat first, in pages, and ignores filters', async () => {
    chaport.switches.pageSize = 3;
    const first = await json('/api/v1/visitors?email=nobody@example.test');
    expect(first.result.map((visitor: { id: string }) => visitor.id)).toEqual([
      amelie.id,
      chaport.data.ofPerson('a').id,
      chaport.data.ofPerson('b').id,
    ]);
    expect(first.links.next).toBe('/api/v1/visitors?page=2');
    const second = await json(first.links.next);
    expect(second.result.at(-1)).toEqual({ id: silent.id, custom: {}, utm: {} });
    expect(second.links).toEqual({});
  });

  it('hides operators who left', async () => {
    const { result } = await json('/api/v1/operators');
    expect(result.map((operator: { name: string }) => operator.name)).toEqual(['Maya Osei']);
    const event = amelie.chats[0]?.events.find((each) => each.params.text === 'Bonjour');
    expect((await call(`/api/v1/operators/${event?.params.operatorId}`)).status).toBe(404);
  });

  it('answers /chats with the newest chat, without notes and deleted messages', async () => {
    const { result, links } = await json(`${path}/chats`);
    expect(result.id).toBe(now - 60 * 60_000);
    expect(result.stage).toBe('engaged');
    expect(result.events.map((event: { type: string }) => event.type)).toEqual([
      'opened-page',
      'visitor-message',
      'operator-message',
      'file',
    ]);
    expect(result.events[1].timestamp).toBe('2026-03-14T11:00:00.000Z');
    expect(links.more).toHaveLength(2);
    const older = await json(links.more[1]);
    expect(older.result.events[1].params.text).toBe('مرحبا 👋');
    expect(older.links).toBeUndefined();
    const { result: events } = await json(`${links.more[1]}/events`);
    expect(events).toEqual(older.result.events);
  });

  it('can chain older chats, put links inside, and make them absolute', async () => {
    Object.assign(chaport.switches, {
      olderChatsListed: 1,
      linksPosition: 'inside',
      linkForm: 'absolute',
    });
    const first = await json(`${path}/chats`);
    expect(first.links).toBeUndefined();
    expect(first.result.links.more).toEqual([
      `https://app.chaport.com${path}/chats/${amelie.chats[1]?.id}`,
    ]);
    const second = await json(first.result.links.more[0]);
    expect(second.result.links.more[0]).toMatch(new RegExp(`/${amelie.chats[2]?.id}$`));
  });

  it('has every form of event time', async () => {
    const first = async () => (await json(`${path}/chats`)).result.events[0];
    Object.assign(chaport.switches, { eventTimeKey: 'createdAt', eventTimeType: 'epoch-ms' });
    expect((await first()).createdAt).toBe(now - 60 * 60_000);
    chaport.switches.eventTimeKey = 'absent';
    expect(Object.keys(await first())).toEqual(['id', 'type', 'params']);
  });

  it('has both answers for a visitor without a chat', async () => {
    expect((await call(`/api/v1/visitors/${silent.id}/chats`)).status).toBe(404);
    chaport.switches.noChat = 'null';
    expect(await json(`/api/v1/visitors/${silent.id}/chats`)).toEqual({ result: null });
  });

  it('knows the UUID of the address in the page only', async () => {
    expect(chaport.pageOf('amelie')).toBe(
      `https://app.chaport.com/#/chats/${amelie.webId}/${amelie.chats[0]?.id}`,
    );
    expect((await call(`/api/v1/visitors/${amelie.webId}`)).status).toBe(404);
    chaport.switches.webVisitorId = 'rest';
    expect(chaport.pageOf('amelie')).toContain(`#/chats/${amelie.id}/`);
    expect(chaport.pageOf('silent')).toMatch(/#\/chats\/[0-9a-f]{24}$/);
  });

  it('changes only what PUT names', async () => {
    const before = (await json(path)).result;
    const { result } = await (await put({ notes: 'Ring twice.\n🙂' })).json();
    expect(result).toEqual({ ...before, notes: 'Ring twice.\n🙂' });
    await put({ phone: '', custom: { size: 'L' } });
    expect((await json(path)).result).toEqual({
      ...Object.fromEntries(Object.entries(result).filter(([key]) => key !== 'phone')),
      custom: { plan: 'Pro', size: 'L' },
    });
    chaport.switches.customOnPut = 'replace';
    await put({ custom: { size: 'S' } });
    expect((await json(path)).result.custom).toEqual({ size: 'S' });
  });

  it('refuses a change it cannot take, and changes nothing then', async () => {
    chaport.switches.notesLimit = 5;
    for (const body of [[], { name: 'X', notes: 7 }, { name: 'X', notes: 'too long' }]) {
      expect((await put(body)).status).toBe(400);
    }
    expect((await json(path)).result.name).toBe('Amélie Laurent');
  });

  it.each([
    ['json', '{"error":{"message":"Visitor not found"}}'],
    ['empty', ''],
    ['html', '<!doctype html><title>404</title><h1>Visitor not found</h1>'],
  ] as const)('has %s errors', async (form, body) => {
    chaport.switches.errorBody = form;
    expect(await (await call('/api/v1/visitors/none')).text()).toBe(body);
  });

  it.each(['404', '403', '400'] as const)(
    'answers %s for a visitor that it does not know, whatever is to be done',
    async (unknownVisitor) => {
      chaport.switches.unknownVisitor = unknownVisitor;
      const nobody = '/api/v1/visitors/none';
      const change = { method: 'PUT', body: '{"notes":"VIP"}' };
      const answers = [
        await call(nobody),
        await call(nobody, change),
        await call(`${nobody}/chats`),
      ];
      expect(answers.map(({ status }) => status)).toEqual(Array(3).fill(Number(unknownVisitor)));
    },
  );

  it('limits the rate, with or without saying how long', async () => {
    chaport.switches.rateLimit = { requests: 2, windowMs: 60_000, retryAfterSeconds: 7 };
    const statuses: number[] = [];
    for (let index = 0; index < 3; index += 1) {
      statuses.push((await call('/api/v1/me.json')).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
    expect((await call('/api/v1/me.json')).headers.get('retry-after')).toBe('7');
    chaport.switches.rateLimit = { requests: 0, windowMs: 60_000, retryAfterSeconds: null };
    expect((await call('/api/v1/me.json')).headers.has('retry-after')).toBe(false);
    chaport.reset();
    expect((await call('/api/v1/me.json')).status).toBe(200);
  });

  it.each([
    ['foreign-host', 'https://app.chaport.com.evil.example/api/v1/'],
    ['protocol-relative', '//evil.example/api/v1/'],
    ['outside-api', 'https://app.chaport.com/emulator/outside/api/v1/'],
  ] as const)('has hostile links: %s', async (hostileLinkForm, start) => {
    Object.assign(chaport.switches, { hostileLinks: 'both', hostileLinkForm });
    expect((await json('/api/v1/visitors')).links.next.startsWith(start)).toBe(true);
    expect((await json(`${path}/chats`)).links.more[0].startsWith(start)).toBe(true);
  });

  it('has links that lead in a circle', async () => {
    chaport.switches.linkLoop = true;
    expect((await json('/api/v1/visitors?page=9')).links.next).toBe('/api/v1/visitors?page=9');
    expect((await json(`${path}/chats`)).links.more.at(-1)).toBe(
      `${path}/chats/${amelie.chats[0]?.id}`,
    );
  });
});

describe('the page data of the emulated Chaport', () => {
  it('is no API, wants no token, and adds what is received to the chat', async () => {
    const chatId = amelie.chats[0]?.id;
    const page = (target: string, init?: RequestInit) =>
      chaport.handle(new Request(`https://app.chaport.com${target}`, init));
    expect(chaport.isApi(new URL('https://app.chaport.com/emulator/chats'))).toBe(false);
    expect(chaport.isApi(new URL('https://app.chaport.com/api/v1/visitors'))).toBe(true);
    const list = await (await page('/emulator/chats')).json();
    expect(list.map((entry: { label: string }) => entry.label)).toEqual([
      'Amélie Laurent',
      'Visitor #3',
      'Visitor #4',
      'Visitor #5',
    ]);
    await page('/emulator/receive', {
      method: 'POST',
      body: JSON.stringify({ visitorUrlId: amelie.webId, chatId, text: 'Still there?' }),
    });
    const { result } = await json(`${path}/chats`);
    expect(result.events.at(-1)).toMatchObject({
      type: 'visitor-message',
      params: { text: 'Still there?' },
    });
    chaport.reset();
    expect((await json(`${path}/chats`)).result.events.at(-1).type).toBe('file');
  });

  it('serves the app and the widget as different documents', async () => {
    const text = async (target: string) =>
      (await chaport.handle(new Request(`https://app.chaport.com${target}`))).text();
    expect(await text('/')).toContain('/emulator/chaport.js');
    expect(await text('/widget/show.html?appid=1')).not.toContain('/emulator/chaport.js');
  });
});
