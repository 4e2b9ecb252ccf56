import type { Transport, TransportRequest } from '../../../../lib/http/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import type { Connection } from '../../../../lib/model/connection';
import { createChatwootApi } from '../../../../lib/platforms/chatwoot/definition';
import type { PlatformApi } from '../../../../lib/platforms/contract/api';

/** Epoch ms: 2026-06-20 12:00 UTC. */
export const NOW = Date.UTC(2026, 5, 20, 12);

type Answer = (request: TransportRequest) => unknown;

export interface FakeChatwoot {
  api: PlatformApi;
  /** Every request, in order. */
  requests: TransportRequest[];
  /** What the adapter asked to remember. */
  remembered: Record<string, string>;
}

/** The adapter on a scripted transport: `routes` maps `METHOD /path` to an answer. */
export function fakeChatwoot(
  routes: Record<string, Answer>,
  change: Partial<Connection> = {},
): FakeChatwoot {
  const requests: TransportRequest[] = [];
  const remembered: Record<string, string> = {};
  const transport: Transport = {
    async send(request) {
      request.signal.throwIfAborted();
      requests.push(request);
      const route = routes[`${request.method} ${request.path}`];
      if (route === undefined) throw new TransportError('not-found', { status: 404 });
      return { status: 200, body: await route(request) };
    },
  };
  const api = createChatwootApi({
    // As it is on the day of its check.
    connection: {
      ...connection,
      ...change,
      facts: { roleReadAt: String(NOW), ...change.facts },
    },
    transport,
    now: () => NOW,
    async remember(key, value) {
      remembered[key] = value;
    },
  });
  return { api, requests, remembered };
}

export const connection: Connection = {
  id: 'c-1',
  platform: 'chatwoot',
  label: 'Acme',
  apiOrigin: 'https://desk.example.com',
  pageOrigin: 'https://desk.example.com',
  account: '3',
  transport: 'direct',
  health: { state: 'ok' },
  facts: {},
  fields: {},
  createdAt: 0,
};

/** A refusal as Chatwoot words it. */
export function refusal(status: number, body: unknown): Answer {
  const failures = { 401: 'unauthorised', 404: 'not-found', 422: 'refused' } as const;
  const failure =
    status === 401 || status === 404 || status === 422 ? failures[status] : 'server-error';
  return () => {
    throw new TransportError(failure, { status, body: JSON.stringify(body) });
  };
}

export const signal = new AbortController().signal;

/** Epoch seconds, `minutes` before `NOW`. */
export function ago(minutes: number): number {
  return NOW / 1000 - minutes * 60;
}

export function rawContact(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    additional_attributes: { city: 'Lund', country: 'Sweden', company_name: 'Fjäll AB' },
    availability_status: 'offline',
    email: 'ana@example.com',
    id: 41,
    name: 'Ana Lindqvist',
    phone_number: '+46701234567',
    blocked: false,
    identifier: 'crm-7',
    thumbnail: 'https://desk.example.com/rails/active_storage/ana.png',
    custom_attributes: { shirt_size: 'M', newsletter: true },
    last_activity_at: ago(10),
    created_at: ago(9_000),
    ...change,
  };
}

export function rawMessage(id: number, change: Record<string, unknown> = {}) {
  return {
    id,
    content: `message ${id}`,
    inbox_id: 2,
    conversation_id: 12,
    message_type: 0,
    content_type: 'text',
    status: 'sent',
    content_attributes: {},
    created_at: ago(1_000 - id),
    private: false,
    source_id: null,
    sender: { ...rawContact(), type: 'contact' },
    ...change,
  };
}

export function rawConversation(id: number, change: Record<string, unknown> = {}) {
  return {
    meta: {
      sender: rawContact(),
      channel: 'Channel::Email',
      assignee: { id: 7, name: 'Tom Okafor', available_name: 'Tom', role: 'agent' },
      hmac_verified: false,
    },
    id,
    messages: [],
    account_id: 3,
    uuid: 'd0b6a1c2-2f7e-4b44-a1de-6f1d5a7f0001',
    additional_attributes: { mail_subject: 'Broken zip', browser_language: 'sv' },
    created_at: ago(5_000),
    last_activity_at: ago(id),
    timestamp: ago(id),
    updated_at: ago(id) + 0.4812,
    first_reply_created_at: 0,
    waiting_since: 0,
    snoozed_until: null,
    status: 'open',
    priority: null,
    labels: [],
    ...change,
  };
}
