import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type FileOptions, fetchFile } from '../../../lib/http/fetch-file';
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

const options: FileOptions = {
  maxBytes: 1_000,
  timeoutMs: 5_000,
  permitted: async () => true,
};

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TransportError)) throw new TypeError(`not a TransportError: ${error}`);
  return error.failure;
}

test('fetches a file once, and then asks whether it changed', async () => {
  const { origin, requests } = await serve((request, response) => {
    const isKnown = request.headers['if-none-match'] === '"v1"';
    response.writeHead(isKnown ? 304 : 200, { etag: '"v1"' }).end(isKnown ? undefined : 'text');
  });
  const first = await fetchFile(`${origin}/a.json`, options);
  expect(first).toEqual({ kind: 'file', text: 'text', etag: '"v1"' });
  const again = await fetchFile(`${origin}/a.json`, { ...options, etag: '"v1"' });
  expect(again).toEqual({ kind: 'unchanged' });
  expect(requests.every(({ headers }) => headers.cookie === undefined)).toBe(true);
});

test.each([
  ['redirected', (response: ServerResponse) => response.writeHead(302, { location: '/b' }).end()],
  ['not-found', (response: ServerResponse) => response.writeHead(404).end()],
  ['forbidden', (response: ServerResponse) => response.writeHead(401).end()],
  ['server-error', (response: ServerResponse) => response.writeHead(503).end()],
  ['refused', (response: ServerResponse) => response.writeHead(400).end()],
  ['too-large', (response: ServerResponse) => response.end('x'.repeat(50_000_000))],
])('tells %s', async (failure, answer) => {
  const { origin, requests } = await serve((_request, response) => answer(response));
  expect(await failureOf(fetchFile(`${origin}/a.json`, options))).toBe(failure);
  expect(requests).toHaveLength(1);
});

test('tells a host that is not there from one that is not permitted', async () => {
  const { origin, stop } = await startServer(() => undefined);
  await stop();
  expect(await failureOf(fetchFile(`${origin}/a`, options))).toBe('offline');
  const permitted = async () => false;
  expect(await failureOf(fetchFile(`${origin}/a`, { ...options, permitted }))).toBe(
    'permission-missing',
  );
});

test('gives up on a host that never answers', async () => {
  const { origin } = await serve(() => undefined);
  expect(await failureOf(fetchFile(`${origin}/a`, { ...options, timeoutMs: 50 }))).toBe('timeout');
});

test('carries a header to that address alone, and tells when a server wants rest', async () => {
  const { origin, requests } = await serve((request, response) => {
    const isTold = request.url === '/rest';
    response.writeHead(isTold ? 429 : 302, { location: '/b', 'retry-after': '120' }).end();
  });
  const given = { ...options, headers: { 'x-key': 'k' } };
  expect(await failureOf(fetchFile(`${origin}/a`, given))).toBe('redirected');
  expect(requests.map(({ headers }) => headers['x-key'])).toEqual(['k']);
  const before = Date.now();
  const error: unknown = await fetchFile(`${origin}/rest`, given).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ failure: 'rate-limited', status: 429 });
  expect(error instanceof TransportError && error.retryAt).toBeGreaterThanOrEqual(before + 119_000);
});

test('ends at once when nobody waits any more', async () => {
  const controller = new AbortController();
  const { origin } = await serve(() => controller.abort(new Error('nobody')));
  const { signal } = controller;
  await expect(fetchFile(`${origin}/a`, { ...options, signal })).rejects.toThrow('nobody');
});
