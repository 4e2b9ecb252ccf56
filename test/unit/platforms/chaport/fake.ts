import type { TransportRequest } from '../../../../lib/http/transport';
import { TransportError, type TransportFailure } from '../../../../lib/http/transport-error';
import type { Contact } from '../../../../lib/model/contact';
import type { PageContext } from '../../../../lib/model/page';
import type { ApiPorts } from '../../../../lib/platforms/contract/api';

export const now = Date.UTC(2026, 10, 20, 12);
export const visitor = '5f0c7e2ab1d34c0011aa22bb';
export const signal = new AbortController().signal;

/** An answer without a body. */
export const noContent = Symbol('204');

/** Answers by path and query; what is not listed is a 404. */
export function scripted(answers: Record<string, unknown>) {
  const asked: string[] = [];
  const ports: ApiPorts = {
    connection: {
      id: 'chaport-1',
      platform: 'chaport',
      label: 'Chaport',
      apiOrigin: 'https://app.chaport.com',
      pageOrigin: 'https://app.chaport.com',
      transport: 'direct',
      health: { state: 'unknown' },
      facts: {},
      fields: {},
      createdAt: now,
    },
    transport: {
      async send(request) {
        const address = addressOf(request);
        asked.push(address);
        const answer = answers[address];
        if (answer instanceof Error) throw answer;
        if (answer === noContent) return { status: 204, body: undefined };
        if (answer === undefined) throw failure('not-found', 404);
        return { status: 200, body: answer };
      },
    },
    now: () => now,
    remember: async () => undefined,
  };
  return { ports, asked };
}

export function failure(kind: TransportFailure, status?: number, body?: string): TransportError {
  return new TransportError(kind, {
    ...(status === undefined ? {} : { status }),
    ...(body === undefined ? {} : { body }),
  });
}

export function contact(overrides: Partial<Contact> = {}): Contact {
  return {
    connectionId: 'chaport-1',
    platform: 'chaport',
    id: visitor,
    name: 'Ana',
    emails: [],
    phones: [],
    emailKeys: [],
    phoneKeys: [],
    externalIds: [],
    fetchedAt: now,
    ...overrides,
  };
}

export function context(overrides: Partial<PageContext> = {}): PageContext {
  return {
    platform: 'chaport',
    view: 'person',
    hints: { emails: [], phones: [] },
    composer: 'reply',
    ...overrides,
  };
}

function addressOf(request: TransportRequest): string {
  const query = Object.entries(request.query ?? {}).map(([key, value]) => `${key}=${value}`);
  return query.length === 0 ? request.path : `${request.path}?${query.join('&')}`;
}
