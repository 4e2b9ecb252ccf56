import { singleFlight } from '../async/single-flight';
import type { Transport, TransportRequest, TransportResponse } from './transport';

/**
 * Makes equal reads that are wanted at the same time one request. It is aborted only when nothing
 * waits for it any longer.
 */
export function withDeduplication(inner: Transport): Transport {
  const share = singleFlight<string, TransportResponse>();
  return {
    async send(request) {
      request.signal.throwIfAborted();
      if (request.method !== 'GET' && request.repeatable !== true) return inner.send(request);
      const work = (signal: AbortSignal) => inner.send({ ...request, signal });
      return share(keyOf(request), work, request.signal);
    },
  };
}

/** Background requests are kept separate: a person who waits must not wait as long as they do. */
function keyOf(request: TransportRequest): string {
  const { method, path, query, body, isBackground, withMadeUpSecret } = request;
  return JSON.stringify([
    method,
    path,
    query,
    body,
    isBackground === true,
    withMadeUpSecret === true,
  ]);
}
