import type { Transport, TransportRequest } from '../../../../lib/http/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import type { Connection } from '../../../../lib/model/connection';
import type { Contact } from '../../../../lib/model/contact';
import type { PageContext } from '../../../../lib/model/page';
import type { ApiPorts } from '../../../../lib/platforms/contract/api';

export const NOW = Date.parse('2026-10-21T15:00:00.000Z');
export const CUSTOMER = '66a0000000000000000000c1';
export const CONVERSATION = '66a0000000000000000000d1';
export const AGENT = '66a0000000000000000000a1';
export const MACHINE = '66a0000000000000000000a2';

export const connection: Connection = {
  id: 'kustomer-1',
  platform: 'kustomer',
  label: 'acme',
  apiOrigin: 'https://acme.api.kustomerapp.com',
  pageOrigin: 'https://acme.kustomerapp.com',
  transport: 'direct',
  health: { state: 'unknown' },
  facts: {},
  fields: { org: 'acme' },
  createdAt: NOW,
};

export const contact: Contact = {
  connectionId: connection.id,
  id: CUSTOMER,
  platform: 'kustomer',
  name: 'Dana Reyes',
  emails: [],
  phones: [],
  emailKeys: [],
  phoneKeys: [],
  externalIds: [],
  fetchedAt: NOW,
};

/** An answer: a body, an error, or a function of the request that gives either. */
export type Answer = unknown | TransportError | ((request: TransportRequest) => unknown);

export class FakeKustomer implements Transport {
  readonly requests: string[] = [];
  now = NOW;

  /** `script` maps `path` or `path?query` (sorted as sent) to answers; the rest is not found. */
  constructor(readonly script: Record<string, Answer>) {}

  async send(request: TransportRequest) {
    request.signal.throwIfAborted();
    const query = new URLSearchParams(
      Object.entries(request.query ?? {}).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
    ).toString();
    const address = query === '' ? request.path : `${request.path}?${query}`;
    this.requests.push(address);
    const answer = this.script[address] ?? this.script[request.path];
    const body = typeof answer === 'function' ? await answer(request) : answer;
    if (body instanceof Error) throw body;
    if (body === undefined) throw notFound();
    return { status: 200, body };
  }

  ports(): ApiPorts {
    return {
      connection,
      transport: this,
      now: () => this.now,
      remember: async () => undefined,
    };
  }
}

/** As recorded from a live organisation. */
export function notFound(parameter = 'externalId'): TransportError {
  const error = { status: 404, source: { parameter }, code: 'notfound', title: 'Not Found' };
  return new TransportError('not-found', {
    status: 404,
    body: JSON.stringify({ errors: [error] }),
  });
}

export function refused(status: 401 | 403, body: unknown = { errors: [] }): TransportError {
  return new TransportError(status === 401 ? 'unauthorised' : 'forbidden', {
    status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

export function list(data: unknown, next?: unknown, included?: unknown) {
  return { meta: { page: 1, pageSize: 100 }, data, links: { next: next ?? null }, included };
}

export function customer(attributes: object = {}, id = CUSTOMER) {
  return {
    type: 'customer',
    id,
    attributes: {
      name: 'Dana Reyes',
      displayName: 'Dana Reyes',
      displayColor: 'teal',
      displayIcon: 'anchor',
      externalId: 'crm-7001',
      externalIds: [{ externalId: 'crm-7001', verified: true, id: null }],
      sharedExternalIds: [],
      emails: [{ email: 'Dana.Reyes@example.com', type: 'home', verified: true, id: null }],
      sharedEmails: [],
      phones: [{ phone: '+15555550123', type: 'mobile', verified: false, id: null }],
      sharedPhones: [],
      whatsapps: [],
      lastSeenAt: '2026-10-20T14:02:11.925Z',
      lastCustomerActivityAt: '2026-10-21T14:02:11.925Z',
      conversationCounts: { all: 1, open: 1, snoozed: 0, done: 0 },
      progressiveStatus: 'open',
      rev: 7,
      ...attributes,
    },
    relationships: { org: { data: { type: 'org', id: '66a0000000000000000000f0' } } },
    links: { self: `/v1/customers/${id}` },
  };
}

export function conversation(attributes: object = {}, id = CONVERSATION) {
  return {
    type: 'conversation',
    id,
    attributes: {
      name: 'Parcel',
      preview: 'My parcel has not arrived',
      channels: ['email'],
      status: 'open',
      createdAt: '2026-10-21T14:02:11.925Z',
      updatedAt: '2026-10-21T14:05:40.118Z',
      lastActivityAt: '2026-10-21T14:05:40.118Z',
      lastMessageAt: '2026-10-21T14:05:40.000Z',
      assignedUsers: [AGENT],
      ...attributes,
    },
    relationships: {
      customer: {
        links: { self: `/v1/customers/${CUSTOMER}` },
        data: { type: 'customer', id: CUSTOMER },
      },
      messages: { links: { self: `/v1/conversations/${id}/messages` } },
    },
  };
}

export function message(attributes: object = {}, id = '66a0000000000000000000e1', extra = {}) {
  return {
    type: 'message',
    id,
    attributes: {
      channel: 'email',
      app: 'postmark',
      direction: 'in',
      directionType: 'initial-in',
      preview: 'My parcel has not arrived',
      subject: 'Parcel',
      meta: {
        from: 'dana.reyes@example.com',
        to: [{ email: 'support@acme.mail.kustomerapp.com' }],
        cc: [],
        subject: 'Parcel',
      },
      status: 'received',
      auto: false,
      sentAt: '2026-10-21T14:02:11.000Z',
      createdAt: '2026-10-21T14:02:11.925Z',
      redacted: false,
      ...attributes,
    },
    relationships: {
      customer: { data: { type: 'customers', id: CUSTOMER } },
      conversation: { data: { type: 'conversation', id: CONVERSATION } },
      ...extra,
    },
  };
}

/** The relationship of what a user made. */
export function by(userId: string) {
  return {
    createdBy: { links: { self: `/v1/users/${userId}` }, data: { type: 'user', id: userId } },
  };
}

export function note(attributes: object = {}, id = '66a0000000000000000000b1', userId = AGENT) {
  return {
    type: 'note',
    id,
    attributes: {
      body: 'Asked the courier, waiting for an answer',
      createdAt: '2026-10-21T14:06:00.000Z',
      updatedAt: '2026-10-21T14:06:00.000Z',
      createdByTeams: [],
      ...attributes,
    },
    relationships: {
      customer: { data: { type: 'customer', id: CUSTOMER } },
      conversation: { data: { type: 'conversation', id: CONVERSATION } },
      ...by(userId),
    },
  };
}

export function user(id = AGENT, attributes: object = {}) {
  return {
    type: 'user',
    id,
    attributes: {
      displayName: 'Sam',
      name: 'Sam Agent',
      userType: 'user',
      mobile: null,
      ...attributes,
    },
  };
}

export function pageContext(given: Partial<PageContext> = {}): PageContext {
  return {
    platform: 'kustomer',
    view: 'person',
    hints: { emails: [], phones: [] },
    composer: 'none',
    ...given,
  };
}

export const signal = new AbortController().signal;
