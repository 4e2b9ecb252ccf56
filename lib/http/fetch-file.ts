import { ofetch } from 'ofetch';
import { readBody } from './read-body';
import { nextTryAt } from './retry';
import { TransportError } from './transport-error';

export interface FileOptions {
  /** In addition to those of every request: a secret for this very address. */
  headers?: Readonly<Record<string, string>> | undefined;
  signal?: AbortSignal | undefined;
  /** The version that is stored already; only another one is fetched. */
  etag?: string | undefined;
  maxBytes: number;
  timeoutMs: number;
  /** Whether the browser permits requests to the file's host; asked only after a failure. */
  permitted(): Promise<boolean>;
}

export type FetchedFile = { kind: 'unchanged' } | { kind: 'file'; text: string; etag?: string };

/**
 * Fetches the file at one address: no cookies, no redirect, limited in size and time. Throws
 * `TransportError` for everything but 2xx and "not modified", and the signal's reason when aborted.
 */
export async function fetchFile(address: string, options: FileOptions): Promise<FetchedFile> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  try {
    return await exchange(address, options, AbortSignal.any([timeout, ...toList(options.signal)]));
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof TransportError) throw error;
    if (timeout.aborted) throw new TransportError('timeout');
    throw new TransportError((await options.permitted()) ? 'offline' : 'permission-missing');
  }
}

function toList(signal: AbortSignal | undefined): AbortSignal[] {
  return signal === undefined ? [] : [signal];
}

async function exchange(
  address: string,
  { etag, maxBytes, headers }: FileOptions,
  signal: AbortSignal,
): Promise<FetchedFile> {
  const response = await ofetch.raw<unknown, 'stream'>(address, {
    headers: {
      accept: 'application/json',
      ...headers,
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
    },
    credentials: 'omit',
    // Redirects are not followed, and do not become fetch's error, which gives no reason.
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    responseType: 'stream',
    ignoreResponseError: true,
    retry: 0,
    signal,
  });
  if (response.status === 304 && etag !== undefined) return { kind: 'unchanged' };
  if (!response.ok) {
    await response.body?.cancel();
    throw failureOf(response);
  }
  const text = await readBody(response.body, maxBytes);
  const next = response.headers.get('etag');
  return next === null ? { kind: 'file', text } : { kind: 'file', text, etag: next };
}

function failureOf(response: Response): TransportError {
  const { type, status } = response;
  const retryAt = nextTryAt(response, Date.now());
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return new TransportError('redirected');
  }
  if (status === 401 || status === 403) return new TransportError('forbidden', { status });
  if (status === 404 || status === 410) return new TransportError('not-found', { status });
  if (status === 429) return new TransportError('rate-limited', { status, retryAt });
  return new TransportError(status >= 500 ? 'server-error' : 'refused', { status, retryAt });
}
