import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { path } from '../../http/encode-path';
import type { EncodedPath, Transport, TransportRequest } from '../../http/transport';
import { TransportError, type TransportFailure } from '../../http/transport-error';
import { type ApiPorts, ConnectionProblem } from '../contract/api';
import { errorBody } from '../shared/error-body';

/** What every part of the adapter calls Chatwoot with. */
export interface ChatwootClient {
  ports: ApiPorts;
  calls: Calls;
  deployment: DeploymentInfo;
}

type Query = NonNullable<TransportRequest['query']>;
type Body = TransportRequest['body'];

/** The kinds of call the adapter makes. All give the parsed answer and throw `TransportError`. */
export interface Calls {
  get(path: EncodedPath, signal: AbortSignal, query?: Query): Promise<unknown>;
  /** A POST that only searches, and so may be repeated. */
  search(path: EncodedPath, signal: AbortSignal, query: Query, body: Body): Promise<unknown>;
  /** A call that changes something, and so is never repeated automatically. */
  write(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: EncodedPath,
    signal: AbortSignal,
    body?: Body,
  ): Promise<unknown>;
}

export function createChatwootClient(ports: ApiPorts): ChatwootClient {
  return { ports, calls: createCalls(ports.transport), deployment: createDeploymentInfo(ports) };
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
      throw await tellRefusal(transport, request, error);
    }
  }
  return {
    get: (path, signal, query = {}) => send({ method: 'GET', path, query, signal }),
    search: (path, signal, query, body) =>
      send({ method: 'POST', path, query, body, signal, repeatable: true }),
    write: (method, path, signal, body) => send({ method, path, body, signal }),
  };
}

/** Whose key it is. Every key of a user may ask this, whatever the user's role. */
export const profilePath = path`/api/v1/profile`;

/** Refusals of these need no second call: the first is that call itself, the second needs no key. */
const open: readonly EncodedPath[] = [profilePath, path`/api`];

/**
 * Chatwoot answers 401 both for a wrong key and for a good key that may not do this, and never
 * 403; its sentences are no help, they differ by language, version and fork. So the profile, which
 * every good key opens, decides. What keeps it from being asked is the failure then.
 */
async function tellRefusal(
  transport: Transport,
  { path: asked, signal }: TransportRequest,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof TransportError) || open.includes(asked)) return error;
  const { status, body } = error;
  if (isOfAnother(error)) return new TransportError('not-json', { status, body });
  if (error.failure !== 'unauthorised') return error;
  try {
    await transport.send({ method: 'GET', path: profilePath, signal });
  } catch (reason) {
    return reason;
  }
  return new TransportError('forbidden', { status, body });
}

const refusals: readonly TransportFailure[] = ['unauthorised', 'forbidden', 'not-found'];

/**
 * Chatwoot refuses in JSON, also what it does not have. Any other refusal comes from a proxy before it, or
 * from a version without this call: it says nothing of the key, or of what was asked for.
 */
function isOfAnother(error: TransportError): boolean {
  const isText = (error.body ?? '').trim() !== '' && errorBody(error) === undefined;
  return isText && !error.isOfRelay && refusals.includes(error.failure);
}

/** What the adapter learns about an installation and keeps in `connection.facts`. */
type DeploymentInfoKey =
  /** The server's version, e.g. `4.15.1`. */
  | 'version'
  /** `yes` or `no`: whether `conversations/filter` knows the key `contact_id`. */
  | 'contactIdFilter'
  /** The account's inboxes, see `readInboxes`. */
  | 'inboxes'
  /** Epoch ms: when the role of the key's owner was read, see `keepRoleCurrent`. */
  | 'roleReadAt'
  /** The id of the key's owner. */
  | 'ownUserId';

interface DeploymentInfo {
  get(name: DeploymentInfoKey): string | undefined;
  /** Stores a value across restarts; does nothing when it is stored already. */
  learn(name: DeploymentInfoKey, value: string): Promise<void>;
}

/** What is known about the installation, including what was learned since the connection was read. */
function createDeploymentInfo(ports: ApiPorts): DeploymentInfo {
  const known = new Map<string, string>(Object.entries(ports.connection.facts));
  const { version } = ports.connection;
  if (version !== undefined && !known.has('version')) known.set('version', version);
  return {
    get: (name) => known.get(name),
    async learn(name, value) {
      if (known.get(name) === value) return;
      known.set(name, value);
      await ports.remember(name, value);
    },
  };
}

const payloadSchema = v.object({
  payload: v.array(v.unknown()),
  meta: v.fallback(v.optional(v.record(v.string(), v.unknown())), undefined),
});

/**
 * The rows of an answer of the form `{"meta":{…},"payload":[…]}`, with the meta part's numbers and
 * whether it says that there are more. Throws `ConnectionProblem` for any other form, because its
 * emptiness would mean nothing.
 */
export function readPayload(body: unknown): {
  rows: unknown[];
  meta: Record<string, number>;
  hasMore: boolean;
} {
  const result = v.safeParse(payloadSchema, body);
  if (!result.success) {
    throw new ConnectionProblem('bad-answer', t`Deskside cannot read Chatwoot’s answer.`);
  }
  const numbers = Object.entries(result.output.meta ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  const hasMore = result.output.meta?.has_more === true;
  return { rows: result.output.payload, meta: Object.fromEntries(numbers), hasMore };
}
