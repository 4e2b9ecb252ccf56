import type { RefusedAnswer } from '../../../lib/http/direct';
import { nextTryAt } from '../../../lib/http/retry';
import type { Transport, TransportRequest, TransportResponse } from '../../../lib/http/transport';
import { TransportError, type TransportFailure } from '../../../lib/http/transport-error';
import type { Connection } from '../../../lib/model/connection';
import type { Contact } from '../../../lib/model/contact';
import type { ApiPorts, PlatformApi } from '../../../lib/platforms/contract/api';
import { definitionOf } from '../../../lib/platforms/registry';
import { sealWith } from '../../../lib/worker/connections/seal';
import { type ChaportOptions, chaportToken, createChaport } from '../../helpdesks/chaport/emulator';
import { eventId } from '../../helpdesks/chaport/forms';
import { type ChatraOptions, createChatra } from '../../helpdesks/chatra/emulator';
import { chatraPublicKey, chatraSecretKey } from '../../helpdesks/chatra/keys';
import { type ChatwootOptions, createChatwoot } from '../../helpdesks/chatwoot/chatwoot';
import type { Emulator } from '../../helpdesks/core/emulator';
import { tablesOf } from '../../helpdesks/kustomer/data/tables';
import { createKustomer, type KustomerOptions } from '../../helpdesks/kustomer/emulator';
import type { World } from '../../helpdesks/world/types';

/** One record of a person on an emulated platform: how to read it, and what there is. */
export interface EmulatedRecord {
  name: string;
  api: PlatformApi;
  contact: Contact;
  /** Epoch ms of each message and note, by the id it has in the product. */
  truth: Map<string, number>;
}

/** All people of the world on Chatwoot's cloud account 1, as an administrator sees them on the day of the check. */
export function onChatwoot(world: World, switches: ChatwootOptions['switches'] = {}) {
  const emulator = createChatwoot(world, { switches });
  const origin = 'https://app.chatwoot.com';
  const connection = connectionTo('chatwoot', origin, origin, {
    account: '1',
    facts: { roleReadAt: String(Date.now()) },
  });
  const transport = authorised(emulator, connection, { token: emulator.tokens.admin });
  const api = apiOver(connection, transport);
  const [account] = emulator.installation('app.chatwoot.com').accounts;
  const records = (account?.contacts ?? []).map((row): EmulatedRecord => {
    const own = account?.conversations.filter(({ contactId }) => contactId === row.id) ?? [];
    const messages = own.flatMap((conversation) => conversation.messages);
    return {
      name: `${row.personKey}:${row.record}`,
      api,
      contact: contactOf(connection, String(row.id)),
      // The API tells whole seconds.
      truth: new Map(messages.map(({ id, createdAt }) => [String(id), seconds(createdAt)])),
    };
  });
  return { emulator, records, connection, transport };
}

export function onKustomer(world: World, switches: KustomerOptions['switches'] = {}) {
  const emulator = createKustomer(world, { switches: { rateLimit: 1_000_000, ...switches } });
  const org = 'https://acme';
  const connection = connectionTo(
    'kustomer',
    `${org}.api.kustomerapp.com`,
    `${org}.kustomerapp.com`,
  );
  const transport = authorised(emulator, connection, { key: emulator.keys.full });
  const api = apiOver(connection, transport);
  const tables = tablesOf(world);
  const records = tables.customers.all().map((row): EmulatedRecord => {
    const messages = tables.messages.of(row.id).map(({ id, at }): [string, number] => [id, at]);
    const notes = tables.notes.of(row.id).filter(({ deletedAt }) => deletedAt === undefined);
    return {
      name: `${row.person}:${row.record}`,
      api,
      contact: contactOf(connection, row.id),
      truth: new Map([...messages, ...notes.map(({ id, createdAt }) => [id, createdAt] as const)]),
    };
  });
  return { emulator, records, connection, transport };
}

export function onChaport(world: World, switches: ChaportOptions['switches'] = {}) {
  const emulator = createChaport(world, { switches });
  const origin = 'https://app.chaport.com';
  const connection = connectionTo('chaport', origin, origin);
  const transport = authorised(emulator, connection, { token: chaportToken });
  const api = apiOver(connection, transport);
  const records = emulator.data.visitors.map((visitor): EmulatedRecord => {
    const events = visitor.chats.flatMap((chat) =>
      chat.events
        .filter(({ params }) => typeof params.text === 'string' && params.text.trim() !== '')
        .map((event): [string, number] => {
          const id = eventId(event, emulator.switches) ?? `@${chat.events.indexOf(event)}`;
          return [`${visitor.id}/${chat.id}/${id}`, event.at];
        }),
    );
    return {
      name: visitor.name ?? visitor.id,
      api,
      contact: contactOf(connection, visitor.id),
      truth: new Map(events),
    };
  });
  return { emulator, records, connection, transport };
}

export function onChatra(world: World, switches: ChatraOptions['switches'] = {}) {
  const emulator = createChatra(world, { switches: { rateLimit: null, ...switches } });
  const origin = 'https://app.chatra.io';
  const connection = connectionTo('chatra', origin, origin);
  const keys = { publicKey: chatraPublicKey, secretKey: chatraSecretKey };
  const transport = authorised(emulator, connection, keys);
  const api = apiOver(connection, transport);
  const records = emulator.data.clients.map((client): EmulatedRecord => {
    const contact = { ...contactOf(connection, client.chatId), handle: client.id };
    return { name: client.displayedName, api, contact, truth: new Map() };
  });
  return { emulator, records, connection, transport };
}

/** A transport that shows these secrets of the connection's form to the emulator. */
export function authorised(
  emulator: Emulator,
  connection: Connection,
  secrets: Record<string, string>,
): Transport {
  const { authorise } = definitionOf(connection.platform);
  const wrong = Object.fromEntries(Object.keys(secrets).map((name) => [name, 'x'.repeat(40)]));
  return transportTo(emulator, connection.apiOrigin, {
    right: authorise(secrets),
    madeUp: authorise(wrong),
  });
}

/** The platform's API for a connection over any transport. */
export function apiOver(
  connection: Connection,
  transport: Transport,
  seal: ApiPorts['seal'] = (text) => sealWith({ key: connection.id }, text),
): PlatformApi {
  return definitionOf(connection.platform).createApi({
    connection,
    transport,
    now: Date.now,
    seal,
    remember: async (key, value) => {
      connection.facts[key] = value;
    },
  });
}

const failures: Record<number, TransportFailure> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  429: 'rate-limited',
};

export function addressOf(origin: string, path: string, query: TransportRequest['query']): URL {
  const url = new URL(path, origin);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
}

/** Hands requests straight to the emulator, and keeps them in its log. */
function transportTo(
  emulator: Emulator,
  origin: string,
  headersOf: Record<'right' | 'madeUp', Record<string, string>>,
): Transport {
  return {
    async send({ method, path, query, body, signal, withMadeUpSecret }) {
      signal.throwIfAborted();
      const url = addressOf(origin, path, query);
      const authorisation = withMadeUpSecret ? headersOf.madeUp : headersOf.right;
      const headers = { ...authorisation, 'content-type': 'application/json' };
      const text = body === undefined ? null : JSON.stringify(body);
      const request = new Request(url, { method, headers, body: text });
      const response = await emulator.handle(request);
      emulator.log.entries.push({
        at: Date.now(),
        method,
        host: url.hostname,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers,
        body: text ?? '',
        api: true,
        status: response.status,
      });
      return readAnswer(response);
    },
  };
}

/** What an answer is for the product, as over the network; `explain` says what Membrane's own are. */
export async function readAnswer(
  response: Response,
  explain?: (answer: Omit<RefusedAnswer, 'path'>) => TransportError | undefined,
): Promise<TransportResponse> {
  const { status, headers } = response;
  const text = await response.text();
  if (response.ok) return { status, body: parse(text) };
  const other = status >= 500 ? 'server-error' : 'refused';
  throw (
    explain?.({ status, headers, text }) ??
    new TransportError(failures[status] ?? other, {
      status,
      retryAt: nextTryAt(response, Date.now()),
      body: text.slice(0, 500),
    })
  );
}

function parse(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}

function connectionTo(
  platform: string,
  apiOrigin: string,
  pageOrigin: string,
  more: Partial<Connection> = {},
): Connection {
  return {
    id: `${platform}-1`,
    platform,
    label: platform,
    apiOrigin,
    pageOrigin,
    transport: 'direct',
    health: { state: 'unknown' },
    facts: {},
    fields: {},
    createdAt: 0,
    ...more,
  };
}

function contactOf(connection: Connection, id: string): Contact {
  return {
    connectionId: connection.id,
    platform: connection.platform,
    id,
    emails: [],
    phones: [],
    emailKeys: [],
    phoneKeys: [],
    externalIds: [],
    fetchedAt: 0,
  };
}

function seconds(ms: number): number {
  return Math.floor(ms / 1_000) * 1_000;
}
