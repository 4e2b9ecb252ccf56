import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { createDirectTransport } from '../../../lib/http/direct';
import { path } from '../../../lib/http/encode-path';
import { withRetry } from '../../../lib/http/retry';
import type { EncodedPath, Transport } from '../../../lib/http/transport';
import { TransportError } from '../../../lib/http/transport-error';
import { startServer, type TestServer } from './server';

const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = await startServer(answer);
  servers.push(server);
  return server;
}

function transportTo(
  origin: string,
  options: { permitted?: boolean; maxBytes?: number; timeoutMs?: number } = {},
): Transport {
  return createDirectTransport({
    origin,
    authorise: async () => ({ 'api-access-token': 'canary-token' }),
    permitted: async () => options.permitted ?? true,
    maxBytes: options.maxBytes ?? 1_000_000,
    timeoutMs: options.timeoutMs ?? 5_000,
  });
}

const get = { method: 'GET', path: path`/api/things` } as const;
const never = new AbortController().signal;

async function failureOf(work: Promise<unknown>): Promise<TransportError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TransportError))
    throw new Error(`expected a TransportError, got ${error}`);
  return error;
}

test('practice 7: sends the authorising header, the query and the body, and parses the answer', async () => {
  const server = await serve((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => response.end(JSON.stringify({ url: request.url, body })));
  });
  const answer = await transportTo(server.origin).send({
    method: 'POST',
    path: path`/api/contacts/${'a/b?c'}`,
    query: { page: 2, sort: undefined },
    body: { hello: 'wörld' },
    signal: never,
  });
  expect(answer).toEqual({
    status: 200,
    body: { url: '/api/contacts/a%2Fb%3Fc?page=2', body: '{"hello":"wörld"}' },
  });
  const [request] = server.requests;
  expect(request?.headers['api-access-token']).toBe('canary-token');
  expect(request?.headers.cookie).toBeUndefined();
});

test('practice 7: asks the browser for no cookies, no redirects, no cache and no referrer', async () => {
  const asked: RequestInit[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_address, init) => {
    asked.push(init ?? {});
    return new Response('{}');
  });
  await transportTo('https://helpdesk.example').send({ ...get, signal: never });
  await transportTo('https://helpdesk.example').send({
    ...get,
    method: 'POST',
    body: { a: 1 },
    signal: never,
  });
  expect(
    asked.map(({ credentials, redirect, cache, referrerPolicy }) => ({
      credentials,
      redirect,
      cache,
      referrerPolicy,
    })),
  ).toEqual(
    Array.from({ length: 2 }, () => ({
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })),
  );
});

test('whatever a query holds arrives as it was, and a write tells that its body is JSON', async () => {
  const odd = 'a+b &=#?/\\\'"|^`%20%ü 😀';
  const server = await serve((_request, response) => response.end('{}'));
  const query = { q: odd, 'filter[a]': 'x,y', page: 0 };
  const post = { method: 'POST', path: path`/x`, query, body: {}, signal: never } as const;
  await transportTo(server.origin).send(post);
  const [request] = server.requests;
  const { searchParams } = new URL(request?.url ?? '', server.origin);
  expect(Object.fromEntries(searchParams)).toEqual({ q: odd, 'filter[a]': 'x,y', page: '0' });
  expect(request?.headers).toMatchObject({
    'content-type': 'application/json',
    accept: 'application/json',
  });
});

test.each(['https://evil.example/', '//evil.example/', '/\\evil.example/', 'evil.example'])(
  'never leaves the origin for %s',
  async (address) => {
    const server = await serve((_request, response) => response.end('{}'));
    const request = { ...get, path: address as EncodedPath, signal: never };
    expect((await failureOf(transportTo(server.origin).send(request))).failure).toBe('refused');
    expect(server.requests).toEqual([]);
  },
);

test.each([
  [401, 'unauthorised'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [410, 'not-found'],
  [422, 'refused'],
  [429, 'rate-limited'],
  [500, 'server-error'],
  [503, 'server-error'],
] as const)('names status %i %s', async (status, failure) => {
  const server = await serve((_request, response) => {
    response.writeHead(status, { 'retry-after': '7' });
    response.end('{"error":"why"}');
  });
  const before = Date.now();
  const error = await failureOf(transportTo(server.origin).send({ ...get, signal: never }));
  expect(error.failure).toBe(failure);
  expect(error.status).toBe(status);
  expect(error.body).toBe('{"error":"why"}');
  expect(error.retryAt).toBeGreaterThanOrEqual(before + 7_000);
  expect(error.message).not.toContain('canary');
});

test('an error of the server is tried again soon, whenever the limit that it counts begins anew', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(server.requests.length === 1 ? 502 : 200, { 'x-ratelimit-reset': '40' });
    response.end('{}');
  });
  const patient = withRetry(transportTo(server.origin), { wait: async () => undefined });
  expect(await patient.send({ ...get, signal: never })).toEqual({ status: 200, body: {} });
});

test.each([
  ['an HTML page', '<!doctype html><form>'],
  ['truncated JSON', '{"payload": [1, 2'],
  ['an empty body', ''],
])('calls %s where JSON was due not-json', async (_name, body) => {
  const server = await serve((_request, response) => response.end(body));
  expect(
    (await failureOf(transportTo(server.origin).send({ ...get, signal: never }))).failure,
  ).toBe('not-json');
});

test('accepts the empty answer of a deletion', async () => {
  const server = await serve((_request, response) => response.end());
  const answer = await transportTo(server.origin).send({
    method: 'DELETE',
    path: path`/x`,
    signal: never,
  });
  expect(answer.body).toBeUndefined();
});

test.each([301, 302, 307, 308])('never follows a %i, to this host or another', async (status) => {
  const target = await serve((_request, response) => response.end('{}'));
  for (const location of [`${target.origin}/stolen`, '/elsewhere']) {
    const server = await serve((_request, response) => {
      response.writeHead(status, { location });
      response.end();
    });
    const error = await failureOf(transportTo(server.origin).send({ ...get, signal: never }));
    expect(error.failure).toBe('redirected');
    expect(server.requests.map((request) => request.url)).not.toContain('/elsewhere');
    // The second request, which finds out why, carries no token.
    expect(server.requests[1]?.headers['api-access-token']).toBeUndefined();
  }
  expect(target.requests).toHaveLength(0);
});

test('stops reading an answer that is too large', async () => {
  const server = await serve((_request, response) => response.end(`["${'x'.repeat(20_000)}"]`));
  const transport = transportTo(server.origin, { maxBytes: 10_000 });
  expect((await failureOf(transport.send({ ...get, signal: never }))).failure).toBe('too-large');
});

test('gives up after the timeout', async () => {
  const server = await serve(() => undefined);
  const transport = transportTo(server.origin, { timeoutMs: 50 });
  expect((await failureOf(transport.send({ ...get, signal: never }))).failure).toBe('timeout');
});

test('what does not leave right after a server failed is put down to that failure', async () => {
  const server = await serve((_request, response) => {
    response.statusCode = 503;
    response.end();
  });
  const transport = transportTo(server.origin);
  expect((await failureOf(transport.send({ ...get, signal: never }))).failure).toBe('server-error');
  servers.splice(servers.indexOf(server), 1);
  await server.stop();
  expect((await failureOf(transport.send({ ...get, signal: never }))).failure).toBe('server-error');
});

test('a host that is not there is offline; without permission that is the reason', async () => {
  const server = await startServer(() => undefined);
  await server.stop();
  const offline = transportTo(server.origin).send({ ...get, signal: never });
  expect((await failureOf(offline)).failure).toBe('offline');
  const refused = transportTo(server.origin, { permitted: false }).send({ ...get, signal: never });
  expect((await failureOf(refused)).failure).toBe('permission-missing');
});

test('an abort ends the request with the reason given', async () => {
  const server = await serve(() => controller.abort(new Error('switched')));
  const controller = new AbortController();
  const sending = transportTo(server.origin).send({ ...get, signal: controller.signal });
  await expect(sending).rejects.toThrow('switched');
});

test('refuses plain http except on loopback, and origins with a path', () => {
  expect(() => transportTo('http://example.com')).toThrow(TypeError);
  expect(() => transportTo('https://example.com/app')).toThrow(TypeError);
  expect(() => transportTo('ftp://example.com')).toThrow(TypeError);
});

test('tells how many requests are left, also with a refusal, and nothing where no answer tells', async () => {
  const told: unknown[] = [];
  let remaining: string | undefined = '7';
  const server = await serve((_request, response) => {
    if (remaining !== undefined) response.setHeader('x-ratelimit-remaining', remaining);
    response.statusCode = remaining === '0' ? 429 : 200;
    response.end('{}');
  });
  const transport = createDirectTransport({
    origin: server.origin,
    authorise: async () => ({}),
    permitted: async () => true,
    onAllowance: (allowance) => told.push(allowance),
  });
  await transport.send({ ...get, signal: never });
  remaining = '0';
  await failureOf(transport.send({ ...get, signal: never }));
  remaining = undefined;
  await transport.send({ ...get, signal: never });
  expect(told).toEqual([{ remaining: 7 }, { remaining: 0 }]);
});
