import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CoverageReason, CoverageState } from '../../../lib/model/coverage';

/** Gives the platform's own answer. */
type Answer = () => Promise<Response>;

/** One way in which a platform, or the way to it, fails. */
export interface MatrixFault {
  name: string;
  /** Where the connection leads instead of to the platform, given the port it listens on. */
  origin?(port: number): string;
  /** Answers in place of the platform, or around it. */
  answer?(response: ServerResponse, real: Answer, request: IncomingMessage): Promise<void>;
  /** What must be said then, unless an operation has its own way; absent where nothing fails. */
  expected?: { state: CoverageState; reason?: CoverageReason | undefined } | undefined;
  /** So long (ms) is waited for it; where nothing is to wait for, as long as the product does. */
  patience?: number;
  /** Nothing fails: what is asked for comes. */
  isHarmless?: true;
}

const json = { 'content-type': 'application/json' };

const status = (code: number, body: string, headers: Record<string, string> = json) =>
  async function answer(response: ServerResponse): Promise<void> {
    response.writeHead(code, headers).end(body);
  };

const page = '<!doctype html><html><title>Bad gateway</title><body>nginx</body></html>';
const unreachable = (reason: CoverageReason) => ({ state: 'unreachable', reason }) as const;
const error = JSON.stringify({ error: 'no', errors: [{ status: 0, title: 'no' }] });

/** Answers of more bytes than this are too large for the transport of these tests. */
export const mostBytes = 200_000;

const patience = 150;

export const faults: readonly MatrixFault[] = [
  { name: 'no answer', answer: async () => undefined, expected: unreachable('timeout'), patience },
  {
    name: 'an answer that drips',
    async answer(response) {
      response.writeHead(200, json);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    },
    patience,
    expected: unreachable('timeout'),
  },
  {
    name: 'a connection refused',
    origin: () => 'http://127.0.0.1:1',
    expected: unreachable('offline'),
  },
  {
    name: 'a name nobody knows',
    origin: () => 'https://helpdesk.invalid',
    expected: unreachable('offline'),
  },
  {
    name: 'no TLS where it is due',
    origin: (port) => `https://127.0.0.1:${port}`,
    expected: unreachable('offline'),
  },
  {
    name: 'a connection that breaks',
    answer: async (response) => void response.destroy(),
    expected: unreachable('offline'),
  },
  { name: '401', answer: status(401, error), expected: { state: 'unauthorised' } },
  { name: '403', answer: status(403, error), expected: { state: 'unauthorised' } },
  { name: '404', answer: status(404, error), expected: { state: 'not-found' } },
  {
    name: '429 with a hint',
    answer: status(429, error, { ...json, 'retry-after': '120' }),
    expected: { state: 'limited' },
  },
  { name: '429 without a hint', answer: status(429, error), expected: { state: 'limited' } },
  { name: '500', answer: status(500, error), expected: unreachable('server-error') },
  {
    name: '502 with a web page',
    answer: status(502, page, { 'content-type': 'text/html' }),
    expected: unreachable('server-error'),
  },
  {
    name: 'a sign-in page',
    answer: status(200, page, { 'content-type': 'text/html' }),
    expected: unreachable('not-the-platform'),
  },
  {
    name: 'JSON that is cut off',
    async answer(response, real) {
      const text = await (await real()).text();
      response.writeHead(200, json).end(text.slice(0, Math.floor(text.length / 2)));
    },
    expected: unreachable('bad-answer'),
  },
  { name: 'nothing at all', answer: status(200, ''), expected: unreachable('bad-answer') },
  {
    name: 'JSON of another kind',
    answer: status(200, '"what?"'),
    expected: unreachable('bad-answer'),
  },
  { name: 'an empty object', answer: status(200, '{}'), expected: unreachable('bad-answer') },
  {
    name: 'an answer of any size',
    answer: status(200, `["${'x'.repeat(mostBytes)}"]`),
    expected: unreachable('too-large'),
  },
  {
    name: 'a redirect to the same host',
    answer: status(302, '', { location: '/elsewhere' }),
    expected: unreachable('redirected'),
  },
  {
    name: 'a redirect to another host',
    answer: status(302, '', { location: 'https://elsewhere.invalid/' }),
    expected: unreachable('redirected'),
  },
  {
    name: 'a redirect that keeps the method',
    answer: status(307, '', { location: '/elsewhere' }),
    expected: unreachable('redirected'),
  },
  {
    name: 'cookies that are set',
    async answer(response, real) {
      const answer = await real();
      response.writeHead(answer.status, { ...json, 'set-cookie': 'session=1; Path=/' });
      response.end(await answer.text());
    },
    isHarmless: true,
  },
];
