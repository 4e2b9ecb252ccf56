import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { path } from '../../../../lib/http/encode-path';
import { createMembraneLine } from '../../../../lib/http/membrane/line';
import { Refusals } from '../../../../lib/http/membrane/refusals';
import { createMembraneTransport } from '../../../../lib/http/membrane/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import { startServer, type TestServer } from '../server';

type Answer = [status: number, body: string];
/** What the helpdesk answers through the proxy, and what Membrane answers itself. */
let ofHelpdesk: Answer;
let ofMembrane: Answer;
/** What comes in place of every answer, from something in front of Membrane. */
let inFront: Answer | undefined;
const gone: Answer = [
  404,
  '{"type":"bad_request","key":"not_found","message":"no such connection"}',
];
let asked: string[];
let server: TestServer;
beforeAll(async () => {
  server = await startServer((request, response) => {
    asked.push(request.url ?? '');
    const [, id, proxy] = /^\/connections\/([^/]+)(\/proxy\/)?/.exec(request.url ?? '') ?? [];
    const ofProxy = id === 'con1' ? ofHelpdesk : gone;
    const [status, body] = proxy === undefined ? ofMembrane : (inFront ?? ofProxy);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body);
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  asked = [];
  inFront = undefined;
});

const signal = new AbortController().signal;

function line() {
  return createMembraneLine({
    base: server.origin,
    token: async () => 't',
    permitted: async () => true,
    now: Date.now,
  });
}

/** How a helpdesk's call ends; asked twice, so that a refusal that was kept shows. */
async function throughMembrane(refusesInJson = false): Promise<unknown> {
  const transport = createMembraneTransport({
    line: line(),
    connectionId: 'con1',
    route: { kind: 'prefix', prefix: '' },
    apiOrigin: 'https://desk.example',
    isVendorHost: false,
    refusesInJson,
    refusals: new Refusals(Date.now),
  });
  const request = { method: 'GET', path: path`/api/v1/profile`, signal } as const;
  const ask = () => transport.send(request).catch((error: unknown) => error);
  await ask();
  return ask();
}

const refused = '{"error":"You are not authorized to do this action"}';

test.each([
  ['no state, but connected', '{"id":"con1","connected":true}', 'unauthorised', 2],
  ['ready', '{"id":"con1","state":"READY"}', 'unauthorised', 2],
  ['defunct', '{"id":"con1","state":"READY","isDefunct":true}', 'relay-reconnect', 4],
  ['no state, not connected', '{"id":"con1","connected":false}', 'relay-reconnect', 4],
  ['being built', '{"id":"con1","state":"BUILDING"}', 'relay-reconnect', 4],
  ['nothing readable', '[]', 'relay-reconnect', 4],
] as const)(
  'after a helpdesk’s 401 the connection is %s: kept only where it works',
  async (_name, body, failure, calls) => {
    ofHelpdesk = [401, refused];
    ofMembrane = [200, body];
    expect(await throughMembrane()).toMatchObject({ failure });
    expect(asked).toHaveLength(calls);
  },
);

test.each([
  [404, '{"message":"Not Found"}', 'relay-gone'],
  [401, '{"message":"Unauthorized"}', 'relay-signed-out'],
  [403, '', 'relay-signed-out'],
  [500, 'oops', 'server-error'],
] as const)(
  'a helpdesk’s 401, then Membrane’s %i without a type, is Membrane’s failure',
  async (status, body, failure) => {
    ofHelpdesk = [401, refused];
    ofMembrane = [status, body];
    expect(await throughMembrane()).toMatchObject({ failure, isOfRelay: true });
  },
);

test.each([
  ['text', 200, 'ok'],
  ['nothing', 200, ''],
])('%s in place of Membrane’s own answer is of Membrane', async (_name, status, body) => {
  ofMembrane = [status, body];
  const own = line().send({ method: 'GET', path: path`/connections`, signal });
  await expect(own).rejects.toMatchObject({ failure: 'not-json', isOfRelay: true });
  ofHelpdesk = [status, body];
  expect(await throughMembrane()).toMatchObject({ failure: 'not-json', isOfRelay: false });
});

test('a proxy’s own page is never “not found”, however well the connection works', async () => {
  ofMembrane = [200, '{"id":"con1","state":"READY"}'];
  ofHelpdesk = [404, '<h1>404 Not Found</h1><hr><center>nginx/1.27</center>'];
  expect(await throughMembrane()).toMatchObject({ failure: 'server-error', isOfRelay: true });
  ofHelpdesk = [404, '<h1>No such client</h1>'];
  expect(await throughMembrane()).toMatchObject({ failure: 'not-found', isOfRelay: false });
});

describe('a page with 403 or 404 while the connection works', () => {
  const pages = [
    [403, 'forbidden'],
    [404, 'not-found'],
    [400, 'refused'],
  ] as const;
  beforeEach(() => {
    ofMembrane = [200, '{"id":"con1","state":"READY"}'];
  });

  test.each(pages)('%i is the helpdesk’s where it may refuse with one', async (status, failure) => {
    ofHelpdesk = [status, '<h1>No such client</h1>'];
    expect(await throughMembrane()).toMatchObject({ failure, status, isOfRelay: false });
    expect(asked.at(-1)).toBe('/connections/deskside-none/proxy/api/v1/profile');
  });

  test.each(pages)('%i of a helpdesk that refuses in JSON only is trouble', async (status) => {
    ofHelpdesk = [status, '<h1>Blocked</h1>'];
    const failure = { failure: 'server-error', status: undefined, isOfRelay: false };
    expect(await throughMembrane(true)).toMatchObject(failure);
  });

  test.each(pages)('%i of something in front of Membrane is its trouble', async (status) => {
    inFront = [status, '<h1>Blocked</h1>'];
    const failure = { failure: 'server-error', status: undefined, isOfRelay: true };
    expect(await throughMembrane()).toMatchObject(failure);
    expect(await throughMembrane(true)).toMatchObject(failure);
  });

  test('where it cannot be found out, that failure stays', async () => {
    ofHelpdesk = [404, '<h1>No such client</h1>'];
    const transport = createMembraneTransport({
      line: {
        async send(request) {
          if (request.path.includes('deskside-none')) throw new TransportError('timeout');
          return line().send(request);
        },
      },
      connectionId: 'con1',
      route: { kind: 'prefix', prefix: '' },
      apiOrigin: 'https://desk.example',
      isVendorHost: false,
      refusals: new Refusals(Date.now),
    });
    const request = { method: 'GET', path: path`/api/clients/1`, signal } as const;
    await expect(transport.send(request)).rejects.toMatchObject({ failure: 'timeout' });
  });

  test('a 401 with a page is still the helpdesk’s, and is not repeated', async () => {
    ofHelpdesk = [401, '<h1>Sign in</h1>'];
    expect(await throughMembrane(true)).toMatchObject({ failure: 'unauthorised' });
    expect(asked).toHaveLength(2);
  });
});
