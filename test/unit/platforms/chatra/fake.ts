import { TransportError, type TransportFailure } from '../../../../lib/http/transport-error';
import type { Connection } from '../../../../lib/model/connection';
import type { PageContext } from '../../../../lib/model/page';
import { chatra } from '../../../../lib/platforms/chatra/definition';

export const now = Date.UTC(2026, 10, 20);
export const chat = 'Wm7HqTz4RkPnB2yXc';
export const signal = new AbortController().signal;

export const connection: Connection = {
  id: 'chatra-1',
  platform: 'chatra',
  label: 'Chatra',
  apiOrigin: 'https://app.chatra.io',
  pageOrigin: 'https://app.chatra.io',
  transport: 'direct',
  health: { state: 'unknown' },
  facts: {},
  fields: {},
  createdAt: now,
};

/** Answers every call with the next of these, and the last one for ever. */
export function scripted(answers: unknown[], facts: Record<string, string> = {}) {
  const asked: string[] = [];
  const madeUp: boolean[] = [];
  const learned: Record<string, string> = {};
  const api = chatra.createApi({
    connection: { ...connection, facts },
    transport: {
      async send(request) {
        const answer = answers[Math.min(asked.length, answers.length - 1)];
        asked.push(`${request.method} ${request.path}`);
        madeUp.push(request.withMadeUpSecret === true);
        if (answer instanceof Error) throw answer;
        return { status: 200, body: answer };
      },
    },
    now: () => now,
    async remember(key, value) {
      learned[key] = value;
    },
  });
  return { api, asked, madeUp, learned };
}

export function failure(kind: TransportFailure, status: number, body = ''): TransportError {
  return new TransportError(kind, { status, body });
}

export function context(hints: Partial<PageContext['hints']> = {}): PageContext {
  return {
    platform: 'chatra',
    view: 'person',
    conversationId: chat,
    hints: { emails: [], phones: [], ...hints },
    composer: 'reply',
  };
}

/** What Chatra may answer to an id that it does not know. */
export const unknownIds: [string, unknown][] = [
  ['404 with JSON', failure('not-found', 404, '{"error":{"message":"no"}}')],
  ['404 with HTML', failure('not-found', 404, '<h1>no</h1>')],
  ['404 without body', failure('not-found', 404)],
  ['400', failure('refused', 400, 'bad id')],
  ['null', null],
];
