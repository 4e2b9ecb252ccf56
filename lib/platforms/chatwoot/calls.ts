import { TransportError } from '../../http/errors';
import type { EncodedPath, Transport, TransportRequest } from '../../http/transport';
import type { ApiPorts } from '../contract/api';
import { createFacts, type Facts } from './facts';

/** What every part of the adapter works with. */
export interface Tools {
  ports: ApiPorts;
  calls: Calls;
  facts: Facts;
}

type Query = NonNullable<TransportRequest['query']>;

/** The kinds of call the adapter makes. All give the parsed answer and throw `TransportError`. */
export interface Calls {
  get(path: EncodedPath, signal: AbortSignal, query?: Query): Promise<unknown>;
  /** A POST that only searches, and so may be repeated. */
  search(path: EncodedPath, signal: AbortSignal, query: Query, body: unknown): Promise<unknown>;
  /** Changes something; never repeated by itself. */
  change(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: EncodedPath,
    signal: AbortSignal,
    body?: unknown,
  ): Promise<unknown>;
}

export function createTools(ports: ApiPorts): Tools {
  return { ports, calls: createCalls(ports.transport), facts: createFacts(ports) };
}

/**
 * The account number that all calls but `check` name in their path. Throws `TypeError` for a
 * connection that was saved without one.
 */
export function accountOf(ports: ApiPorts): string {
  const { account } = ports.connection;
  if (account === undefined) throw new TypeError('the connection has no account number');
  return account;
}

function createCalls(transport: Transport): Calls {
  async function send(request: TransportRequest): Promise<unknown> {
    try {
      return (await transport.send(request)).body;
    } catch (error) {
      throw tellRefusal(error);
    }
  }
  return {
    get: (path, signal, query = {}) => send({ method: 'GET', path, query, signal }),
    search: (path, signal, query, body) =>
      send({ method: 'POST', path, query, body, signal, repeatable: true }),
    change: (method, path, signal, body) => send({ method, path, signal, body }),
  };
}

/**
 * Chatwoot answers 401 both for a wrong key and for a good key that may not do this, and never
 * 403. The body tells them apart: "You are not authorized to do this action", "… to access this
 * account", "Account is suspended", "Access to this endpoint is not authorized for bots".
 */
function tellRefusal(error: unknown): unknown {
  if (!(error instanceof TransportError) || error.failure !== 'unauthorised') return error;
  const body = error.body ?? '';
  const keyIsKnown = /not authorized (?:to|for)|account is suspended/i.test(body);
  return keyIsKnown
    ? new TransportError('forbidden', { status: error.status ?? 401, body })
    : error;
}
