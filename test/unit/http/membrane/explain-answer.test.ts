import { expect, test } from 'vitest';
import { explainMembraneAnswer } from '../../../../lib/http/membrane/explain-answer';

const now = 1_000_000;
const page = '<!doctype html><title>502 Bad Gateway</title>';

const proxied = '/connections/con1/proxy/api/v1/profile';

function explained(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
  path = proxied,
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const error = explainMembraneAnswer({ path, status, text, headers: new Headers(headers) }, now);
  return (
    error && {
      failure: error.failure,
      isOfRelay: error.isOfRelay,
      status: error.status,
      retryAt: error.retryAt,
    }
  );
}

const bad = (key?: string) => ({ type: 'bad_request', ...(key && { key }), message: 'No.' });

test.each([
  ['a refused token', 401, bad('not_authenticated'), 'relay-signed-out'],
  ['the wrong kind of token', 403, bad('access_denied'), 'relay-signed-out'],
  ['a refused token under another status', 400, bad('not_authenticated'), 'relay-signed-out'],
  ['a connection that is not there', 404, bad('not_found'), 'relay-gone'],
  ['the same under another status', 400, bad('not_found'), 'relay-gone'],
  ['the same without a type', 404, { key: 'not_found', message: 'No.' }, 'relay-gone'],
  [
    'a refused token without a type',
    401,
    { key: 'not_authenticated', message: 'No.' },
    'relay-signed-out',
  ],
  [
    'a dead connection without a type',
    401,
    { key: 'connection_is_defunct', message: 'No.' },
    'relay-reconnect',
  ],
  ['an invalid request', 400, bad(), 'refused'],
  [
    'a dead connection',
    400,
    { type: 'connection', key: 'connection_is_defunct', message: '' },
    'relay-reconnect',
  ],
  ['a dead connection with 401', 401, { type: 'connection', message: '' }, 'relay-reconnect'],
  [
    'a dead connection with 500',
    500,
    { type: 'connection', key: 'access_token_expired', message: '' },
    'relay-reconnect',
  ],
  ['a dead connection with 404', 404, { type: 'connection', message: '' }, 'relay-reconnect'],
  [
    'its own error',
    500,
    { type: 'internal', message: 'x', stack: 'y'.repeat(5_000) },
    'server-error',
  ],
  ['a failed run', 400, { type: 'action_run', message: 'x', actionRunId: 'r' }, 'refused'],
  ['want of credit', 402, { type: 'insufficient_credit', message: 'x' }, 'refused'],
  ['a run refused with 401', 401, { type: 'action_run', message: 'x' }, 'refused'],
  ['a run refused with 403', 403, { type: 'custom_code', message: 'x' }, 'refused'],
  ['a run that found nothing', 404, { type: 'action_run', message: 'x' }, 'refused'],
  ['a run that broke', 500, { type: 'action_run', message: 'x' }, 'server-error'],
  ['the page of an edge', 502, page, 'server-error'],
  ['the page of an edge with 403', 403, page, 'server-error'],
  ['the page of an edge with 404', 404, page, 'server-error'],
] as const)('%s is told as Membrane’s own', (_name, status, body, failure) => {
  expect(explained(status, body)).toMatchObject({ failure, isOfRelay: true });
});

test.each([
  '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>',
  '<!DOCTYPE html><title>Attention Required! | Cloudflare</title>',
  '<h1>404</h1><address>Apache/2.4 Server at api.example Port 443</address>',
])('what the page of a proxy refuses says nothing about the helpdesk: %s', (text) => {
  for (const status of [403, 404, 410]) {
    const told = { failure: 'server-error', isOfRelay: true, status: undefined };
    expect(explained(status, text)).toMatchObject(told);
  }
  expect(explained(404, '<title>404</title><h1>No such client</h1>')?.status).toBe(404);
});

test.each([
  ['/self', 401, { message: 'Unauthorized' }, 'relay-signed-out'],
  ['/self', 404, 'Cannot GET /self', 'not-json'],
  ['/connections', 401, '', 'relay-signed-out'],
  ['/connections/con1', 403, 'Forbidden', 'relay-signed-out'],
  ['/connections/con1', 404, { message: 'Not Found' }, 'relay-gone'],
  ['/connections/con1', 404, [], 'relay-gone'],
  ['/connections/con1/proxyless', 404, '', 'relay-gone'],
  ['/actions/get-client/run', 404, { key: 'not_found', message: 'x' }, 'relay-gone'],
  ['/connections', 400, { type: 'new', message: 'x' }, 'refused'],
  ['/connections', 429, 'Too many requests', 'rate-limited'],
  ['/connections', 503, 'upstream', 'server-error'],
] as const)(
  'nobody but Membrane answers %s: %i %o needs no type',
  (path, status, body, failure) => {
    expect(explained(status, body, {}, path)).toMatchObject({ failure, isOfRelay: true });
  },
);

test('a refusal of Membrane’s carries no status, which an adapter would take for its platform’s', () => {
  expect(explained(404, bad('not_found'))?.status).toBeUndefined();
  expect(explained(400, bad())?.status).toBeUndefined();
});

test.each([
  ['with a time', { 'retry-after': '7' }, now + 7_000],
  ['without one', {}, undefined],
])('its limit %s', (_name, headers, retryAt) => {
  const limit = explained(429, bad('rate_limit_exceeded'), headers);
  expect(limit).toMatchObject({ failure: 'rate-limited', isOfRelay: true, retryAt });
});

test('the helpdesk’s limit, told in Membrane’s words, is the helpdesk’s', () => {
  const body = { type: 'connection', key: 'rate_limit_exceeded', message: 'x' };
  expect(explained(400, body)).toMatchObject({ failure: 'rate-limited', isOfRelay: false });
  const run = { type: 'action_run', message: 'x' };
  expect(explained(429, run)).toMatchObject({ failure: 'rate-limited', isOfRelay: false });
  expect(explained(429, { ...run, type: 'internal' })).toMatchObject({ isOfRelay: true });
});

test.each([
  ['Chatwoot', 401, { error: 'You are not authorized to do this action' }],
  ['Kustomer', 404, { errors: [{ status: 404, code: 'not_found', title: 'x' }] }],
  ['one with a message but no type', 400, { message: 'Bad parameter' }],
  ['one with a type of its own', 400, { type: 'validation', message: 'x' }],
  ['one with a type but no message', 400, { type: 'bad_request' }],
  ['a list', 404, []],
  ['plain text', 429, 'Too many requests'],
  ['nothing', 500, ''],
])('an answer of %s stays the helpdesk’s own', (_name, status, body) => {
  expect(explained(status, body)).toBeUndefined();
});
