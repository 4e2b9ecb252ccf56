import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChatra } from '../../helpdesks/chatra/emulator';
import type { World } from '../../helpdesks/world/types';

const now = Date.UTC(2026, 2, 14, 12);
const world: World = {
  now,
  agents: [{ key: 'maya', name: 'Maya Osei', email: 'maya@shop.test' }],
  people: [
    {
      key: 'amelie',
      about: 'wrote twice, is known to the site',
      chatra: [
        {
          name: 'Amélie',
          email: 'Amelie@Example.test',
          phone: '06 17 29 48 36',
          notes: 'Prefers French.',
          externalId: 'acme/fr/42?x=1',
          custom: { plan: 'Pro' },
          city: 'Lyon',
          conversations: [
            {
              channel: 'chat',
              status: 'open',
              messages: [
                { ago: 30, from: 'customer', text: 'سلام 👋 <b>hi</b>' },
                { ago: 20, from: 'agent', agent: 'maya', text: 'a colleague’s note', note: true },
                {
                  ago: 10,
                  from: 'agent',
                  agent: 'maya',
                  text: 'Here it is',
                  attachments: [{ name: 'invoice.pdf', mime: 'application/pdf', size: 2048 }],
                },
                { ago: 5, from: 'system', text: 'left the site' },
              ],
            },
            {
              channel: 'email',
              status: 'resolved',
              messages: [
                { ago: 9000, from: 'customer', text: 'long ago' },
                { ago: 8000, from: 'customer', text: 'gone', deleted: true },
              ],
            },
          ],
        },
      ],
    },
    { key: 'nameless', about: 'gave nothing', chatra: [{ conversations: [] }] },
  ],
};

const keys = 'Chatra.Simple abcdEFGHijkmNPQRs:ct-secret-for-tests';
const chatra = createChatra(world, {
  webhooks: {
    chatStarted: 'https://relay.test/s',
    chatFragment: 'https://relay.test/f',
    chatTranscript: 'https://relay.test/t',
  },
});
const client = () => chatra.data.ofPerson('amelie');
const clientPath = '/api/clients/acme%2Ffr%2F42%3Fx%3D1';
const byText = (text: string) => {
  const message = client().messages.find((each) => each.text === text);
  if (message === undefined) throw new Error(`no message ${text}`);
  return message;
};

beforeEach(() => chatra.reset());
afterEach(() => vi.unstubAllGlobals());

function call(target: string, method = 'GET', body?: unknown, authorization = keys) {
  return chatra.handle(
    new Request(`https://app.chatra.io${target}`, {
      method,
      headers: { authorization },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}

async function json(target: string, method?: string, body?: unknown) {
  return (await call(target, method, body)).json();
}

describe('the keys of the emulated Chatra', () => {
  it.each([
    [keys, 200],
    [`Basic ${btoa('abcdEFGHijkmNPQRs:ct-secret-for-tests')}`, 200],
    ['Chatra.Simple abcdEFGHijkmNPQRs/ct-secret-for-tests', 401],
    ['Bearer ct-secret-for-tests', 401],
    ['Chatra.Simple abcdEFGHijkmNPQRs:', 401],
  ])('answers %s with %i', async (authorization, status) => {
    expect((await call(clientPath, 'GET', undefined, authorization)).status).toBe(status);
  });

  it('can answer wrong keys with 403', async () => {
    chatra.switches.wrongKeys = 403;
    expect((await call(clientPath, 'GET', undefined, 'no')).status).toBe(403);
  });
});

describe('the API of the emulated Chatra', () => {
  it.each([
    '/api',
    '/api/v1/clients/x',
    '/api/clients',
    '/api/clients?email=Amelie@Example.test',
    '/api/messages?clientId=x',
    '/api/conversations',
    '/api/clients/none',
    '/api/messages/none',
    '/api/pushedMessages/none',
  ])('has no %s', async (target) => {
    const answer = await call(target);
    expect(answer.status).toBe(404);
    expect([...answer.headers.keys()].filter((key) => key.startsWith('access-'))).toEqual([]);
  });

  it('shows a client by an opaque id, in all three objects', async () => {
    const shown = await json(clientPath);
    expect(shown).toMatchObject({
      id: 'acme/fr/42?x=1',
      chatId: expect.stringMatching(/^[2-9A-HJ-NP-TW-Za-km-z]{17}$/),
      displayedName: 'Amélie',
      basicInfo: { email: 'Amelie@Example.test', notes: 'Prefers French.' },
      integrationData: { plan: 'Pro', email: 'Amelie@Example.test' },
      info: { name: 'Amélie', phone: '06 17 29 48 36', plan: 'Pro' },
      location: { city: 'Lyon', country: null },
    });
    Object.assign(chatra.switches, {
      clientDetails: 'integrationData',
      integrationKeys: 'capital',
      chatIdInClient: false,
      clientExtras: false,
    });
    expect(await json(clientPath)).toEqual({
      id: 'acme/fr/42?x=1',
      displayedName: 'Amélie',
      integrationData: {
        name: 'Amélie',
        Name: 'Amélie',
        email: 'Amelie@Example.test',
        Email: 'Amelie@Example.test',
        phone: '06 17 29 48 36',
        notes: 'Prefers French.',
        Plan: 'Pro',
      },
    });
  });

  it('knows a client by the chat id only when switched on', async () => {
    const target = `/api/clients/${client().chatId}`;
    expect((await call(target)).status).toBe(404);
    chatra.switches.clientByChatId = true;
    expect((await json(target)).id).toBe('acme/fr/42?x=1');
  });

  it('changes only what PUT names, and null removes', async () => {
    const before = await json(clientPath);
    const after = await json(clientPath, 'PUT', { notes: 'Ring twice\n🙂', phone: null });
    const { phone, ...kept } = before.basicInfo;
    expect(phone).toBe('06 17 29 48 36');
    expect(after.basicInfo).toEqual({ ...kept, notes: 'Ring twice\n🙂' });
    expect(after.info.notes).toBe('Ring twice\n🙂');
    expect(await json(clientPath)).toEqual(after);
    expect((await call(clientPath, 'PUT', { name: 'X', notes: 7 })).status).toBe(400);
    expect(await json(clientPath)).toEqual(after);
  });

  it('shows messages whose id is known, but neither notes nor system lines', async () => {
    expect(await json(`/api/messages/${byText('invoice.pdf').id}`)).toMatchObject({
      type: 'agent',
      agentName: 'Maya Osei',
      createdAt: now - 10 * 60_000,
      file: { name: 'invoice.pdf', size: 2048, isImage: false },
    });
    chatra.switches.timestampName = 'timestamp';
    expect(await json(`/api/messages/${byText('long ago').id}`)).toMatchObject({
      type: 'client',
      timestamp: now - 9000 * 60_000,
    });
    for (const text of ['a colleague’s note', 'left the site']) {
      expect((await call(`/api/messages/${byText(text).id}`)).status).toBe(404);
    }
  });

  it('changes and deletes agents’ messages only', async () => {
    const [theirs, ours] = [byText('long ago').id, byText('Here it is').id];
    expect((await call(`/api/messages/${theirs}`, 'PUT', { text: 'x' })).status).toBe(400);
    expect((await call(`/api/messages/${theirs}`, 'DELETE')).status).toBe(400);
    expect((await json(`/api/messages/${ours}`, 'PUT', { text: 'new' })).text).toBe('new');
    expect((await json(`/api/messages/${ours}`, 'DELETE')).id).toBe(ours);
    expect((await call(`/api/messages/${ours}`)).status).toBe(404);
  });

  it('speaks as a known agent, or makes one up when told all three', async () => {
    const said = { clientId: client().id, text: 'Hello' };
    const from = { agentEmail: 'new@shop.test', agentName: 'New', receivedFrom: 'bridge' };
    for (const body of [
      said,
      { ...said, agentId: 'nobody' },
      { ...said, ...from, receivedFrom: undefined },
      { ...from, clientId: client().id },
    ]) {
      expect((await call('/api/messages/', 'POST', body)).status).toBe(400);
    }
    const made = await json('/api/messages', 'POST', { ...said, ...from });
    expect(made).toMatchObject({ agentName: 'New', receivedFrom: 'bridge' });
    const again = await json('/api/messages/', 'POST', { ...said, agentId: made.agentId });
    expect(again.agentId).toBe(made.agentId);
    expect((await call('/api/messages/', 'POST', { ...said, clientId: 'none' })).status).toBe(404);
  });

  it('keeps pushed messages apart', async () => {
    const pushed = await json('/api/pushedMessages/', 'POST', {
      clientId: client().id,
      text: 'Shipped',
    });
    expect(pushed).toMatchObject({ isPushed: true, agentName: 'Maya Osei' });
    expect((await json(`/api/pushedMessages/${pushed.id}`)).text).toBe('Shipped');
    expect((await call(`/api/pushedMessages/${byText('Here it is').id}`)).status).toBe(404);
  });

  it.each([
    ['json', '{"error":{"message":"Not found"}}'],
    ['text', 'Not found'],
    ['empty', ''],
    ['html', '<!doctype html><title>404</title><h1>Not found</h1>'],
  ] as const)('has %s errors', async (form, body) => {
    chatra.switches.errorBody = form;
    expect(await (await call('/api/clients/none')).text()).toBe(body);
  });

  it('can answer an unknown id with 400 or with null', async () => {
    chatra.switches.unknownId = '400';
    expect((await call('/api/clients/none')).status).toBe(400);
    chatra.switches.unknownId = 'null';
    expect(await json('/api/clients/none')).toBeNull();
  });

  it('allows 60 requests a minute', async () => {
    for (let index = 0; index < 60; index += 1) {
      expect((await call(clientPath)).status).toBe(200);
    }
    const refused = await call(clientPath);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    chatra.switches.rateLimit = {
      requests: 0,
      windowMs: 60_000,
      retryAfterSeconds: null,
      body: false,
    };
    const silent = await call(clientPath);
    expect([silent.headers.has('retry-after'), await silent.text()]).toEqual([false, '']);
    chatra.reset();
    expect((await call(clientPath)).status).toBe(200);
  });
});

describe('the agent app’s server', () => {
  it('addresses a conversation by its chat id, and lists where switched on', async () => {
    expect(chatra.pageOf('amelie')).toBe(`https://app.chatra.io/conversations/${client().chatId}`);
    chatra.switches.urlScheme = 'legacy';
    expect(chatra.pageOf('amelie')).toBe('https://app.chatra.io/chat/box:my');
    chatra.switches.urlScheme = 'lists-only';
    expect(chatra.pageOf('amelie')).toBe('https://app.chatra.io/conversations/my');
    for (const path of ['/conversations', '/conversations/my', '/chat/box:my', '/settings/x']) {
      expect(await (await call(path)).text()).toContain('/emulator/chatra.js');
      expect(chatra.isApi(new URL(path, 'https://app.chatra.io'))).toBe(false);
    }
  });

  it('gives the newest messages, notes included, and older ones on request', async () => {
    chatra.switches.messagesAtOnce = 2;
    const path = `/emulator/conversations/${client().chatId}`;
    const texts = (page: { messages: { text: string }[] }) =>
      page.messages.map((message) => message.text);
    const newest = await json(path);
    expect(texts(newest)).toEqual(['invoice.pdf', 'left the site']);
    const older = await json(`${path}/older?before=${newest.messages[0].id}`);
    expect(texts(older)).toEqual(['a colleague’s note', 'Here it is']);
    const oldest = await json(`${path}/older?before=${older.messages[0].id}`);
    expect(texts(oldest)).toEqual(['long ago', 'سلام 👋 <b>hi</b>']);
    expect([newest.hasOlder, older.hasOlder, oldest.hasOlder]).toEqual([true, true, false]);
  });

  it('tells webhooks what is said, but not notes', async () => {
    const sent: [address: string, body: Record<string, unknown>][] = [];
    vi.stubGlobal('fetch', async (address: string, init: { body: string }) => {
      sent.push([address, JSON.parse(init.body)]);
      return new Response();
    });
    const { chatId } = chatra.data.ofPerson('nameless');
    await json('/emulator/receive', 'POST', { chatId, text: 'First' });
    chatra.switches.webhookText = 'message';
    await json('/emulator/send', 'POST', { chatId, text: 'Answer' });
    await json('/emulator/send', 'POST', { chatId, text: 'secret', note: true });
    await chatra.finishChat('nameless');
    expect(sent.map(([address]) => address)).toEqual([
      'https://relay.test/s',
      'https://relay.test/f',
      'https://relay.test/t',
    ]);
    expect(sent[2]?.[1].messages).toHaveLength(2);
    expect(sent[0]?.[1]).toMatchObject({
      eventName: 'chatStarted',
      client: { chatId },
      message: { type: 'client', text: 'First', message: 'First' },
    });
    expect(sent[1]?.[1]).toMatchObject({
      messages: [expect.not.objectContaining({ text: 'Answer' })],
      agents: [{ name: 'Maya Osei' }],
    });
  });

  it('sends live data over SockJS when switched on', async () => {
    const poll = () =>
      chatra.handle(
        new Request('https://app.chatra.io/sockjs/000/abc/xhr', {
          method: 'POST',
          body: client().chatId,
        }),
      );
    expect((await poll()).status).toBe(404);
    chatra.switches.ddp = true;
    const [open, frames, heartbeat] = (await (await poll()).text()).split('\n');
    expect([open, heartbeat]).toEqual(['o', 'h']);
    const [first] = JSON.parse(frames?.slice(1) ?? '');
    expect(JSON.parse(first)).toMatchObject({
      msg: 'added',
      collection: 'Messages',
      fields: { message: 'long ago', saved: true },
    });
  });
});
