import { ofetch } from 'ofetch';
import { isSafeAddress } from '../model/safe-address';
import { type Allowance, allowanceIn } from './allowance';
import { readBody } from './read-body';
import { nextTryAt } from './retry';
import type { Transport, TransportRequest, TransportResponse } from './transport';
import { TransportError, type TransportFailure } from './transport-error';

export const TIMEOUT_MS = 20_000;
export const MAX_BYTES = 10_000_000;

/**
 * How long (ms) after a server's own error a request that never left is put down to that error:
 * Chromium keeps an extension's requests back from an address that just failed several times, and
 * reports that like a missing connection.
 */
const TROUBLE_MS = 60_000;

export interface DirectOptions {
  /** The one origin this transport ever talks to. https, or http on loopback. */
  origin: string;
  /**
   * Authorising headers, or made-up ones that give no access where those are asked for; read again for
   * each request. Throws `TransportError('no-secret')`.
   */
  authorise(isMadeUp: boolean): Promise<Record<string, string>>;
  /** Whether the browser still permits requests to the origin; asked only after a failure. */
  permitted(): Promise<boolean>;
  /** What an answer that is no success means, where something other than the platform may have given it. */
  explain?(answer: RefusedAnswer): TransportError | undefined;
  /** Called with how many requests are left, whenever an answer says so. */
  onAllowance?(allowance: Allowance): void;
  timeoutMs?: number;
  maxBytes?: number;
}

/** An answer that is no success. */
export interface RefusedAnswer {
  /** What was asked for. */
  path: string;
  status: number;
  headers: Headers;
  /** The whole body. */
  text: string;
}

/**
 * Calls the platform itself: fixed origin, no cookies, redirects are errors, 20 s, 10 MB. The
 * token can reach no other host: on a redirect the browser would hand custom headers on.
 */
export function createDirectTransport(options: DirectOptions): Transport {
  assertSafeOrigin(options.origin);
  let troubledAt = Number.NEGATIVE_INFINITY;
  return {
    async send(request) {
      const headers = await options.authorise(request.withMadeUpSecret === true);
      const timeout = AbortSignal.timeout(request.timeoutMs ?? options.timeoutMs ?? TIMEOUT_MS);
      const signal = AbortSignal.any([request.signal, timeout]);
      try {
        return await exchange(options, request, headers, signal);
      } catch (error) {
        request.signal.throwIfAborted();
        const failure = await failureFrom(error, timeout, options, request);
        if (failure.failure === 'server-error') troubledAt = Date.now();
        const isHeldBack =
          failure.failure === 'offline' && Math.abs(Date.now() - troubledAt) < TROUBLE_MS;
        throw isHeldBack ? new TransportError('server-error') : failure;
      }
    },
  };
}

/** What applies to everything that is sent. */
const outgoing = {
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
  responseType: 'stream',
  ignoreResponseError: true,
  retry: 0,
} as const;

async function failureFrom(
  error: unknown,
  timeout: AbortSignal,
  options: DirectOptions,
  request: TransportRequest,
): Promise<TransportError> {
  if (error instanceof TransportError) return error;
  if (timeout.aborted) return new TransportError('timeout');
  return new TransportError(await explainNetworkFailure(options, request));
}

async function exchange(
  options: DirectOptions,
  request: TransportRequest,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<TransportResponse> {
  assertOnOrigin(request.path, options.origin);
  const response = await ofetch.raw<unknown, 'stream'>(request.path, {
    ...outgoing,
    method: request.method,
    baseURL: options.origin,
    query: { ...request.query },
    headers: { accept: 'application/json', ...headers },
    body: bodyOf(request),
    redirect: 'error',
    signal,
  });
  const allowance = options.onAllowance && allowanceIn(response.headers);
  if (allowance !== undefined) options.onAllowance?.(allowance);
  const text = await readBody(response.body, options.maxBytes ?? MAX_BYTES);
  if (!response.ok) {
    const { status, headers: answered } = response;
    throw (
      options.explain?.({ path: request.path, status, headers: answered, text }) ??
      new TransportError(failureOf(status), {
        status,
        retryAt: nextTryAt(response, Date.now()),
        body: text.slice(0, 500),
      })
    );
  }
  return { status: response.status, body: parseJson(request, response.status, text) };
}

function bodyOf({ body, isForm }: TransportRequest) {
  if (body === undefined || isForm !== true) return body ?? null;
  return new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)]));
}

/** A path that leads elsewhere would take the token along: ofetch lets whole addresses pass. */
function assertOnOrigin(path: string, origin: string): void {
  if (!path.startsWith('/') || new URL(path, origin).origin !== origin) {
    throw new TransportError('refused');
  }
}

function parseJson(request: TransportRequest, status: number, text: string): unknown {
  // A write may answer with nothing (Chatwoot's deletions do so with 200); a read may not.
  if (text.trim() === '' && (status === 204 || request.method !== 'GET')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new TransportError('not-json', { status, body: text.slice(0, 500) });
  }
}

/** What a status that is no success is called. */
export function failureOf(status: number): TransportFailure {
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server-error' : 'refused';
}

/**
 * A network failure says nothing about itself. Whether it was a redirect is found out with one
 * request that carries no token and follows nothing.
 */
async function explainNetworkFailure(
  options: DirectOptions,
  request: TransportRequest,
): Promise<TransportFailure> {
  if (!(await options.permitted())) return 'permission-missing';
  try {
    const bare = await ofetch.raw<unknown, 'stream'>(request.path, {
      ...outgoing,
      baseURL: options.origin,
      query: { ...request.query },
      redirect: 'manual',
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(5_000)]),
    });
    await bare.body?.cancel();
    return bare.type === 'opaqueredirect' || (bare.status >= 300 && bare.status < 400)
      ? 'redirected'
      : 'offline';
  } catch {
    request.signal.throwIfAborted();
    return 'offline';
  }
}

function assertSafeOrigin(origin: string): void {
  const url = new URL(origin);
  if (url.origin !== origin || !isSafeAddress(url)) {
    throw new TypeError('only https, or http on loopback');
  }
}
