import PQueue from 'p-queue';
import { wait } from '../async/wait';
import { TransportError } from './errors';
import { LONGEST_WAIT_MS } from './retry';
import type { Transport } from './transport';

/** How fast a connection may be called. Figures and their origin stand in each definition. */
export interface Pace {
  /** Requests under way at once. */
  concurrency: number;
  /** At most `perInterval` requests start in any `intervalMs` milliseconds. */
  intervalMs: number;
  perInterval: number;
}

/**
 * Keeps a connection within its pace. After a 429 with a known end, everything else on the
 * connection waits for it too; if that is too long to wait, it fails at once with the same end.
 */
export function withPace(inner: Transport, pace: Pace, now: () => number = Date.now): Transport {
  const queue = new PQueue({
    concurrency: pace.concurrency,
    interval: pace.intervalMs,
    intervalCap: pace.perInterval,
    strict: true,
  });
  let blockedUntil = 0;

  return {
    send(request) {
      return queue.add(
        async () => {
          const remaining = blockedUntil - now();
          if (remaining > LONGEST_WAIT_MS) {
            throw new TransportError('rate-limited', { status: 429, retryAt: blockedUntil });
          }
          if (remaining > 0) await wait(remaining, request.signal);
          try {
            return await inner.send(request);
          } catch (error) {
            if (error instanceof TransportError && error.failure === 'rate-limited') {
              blockedUntil = Math.max(blockedUntil, error.retryAt ?? 0);
            }
            throw error;
          }
        },
        { signal: request.signal },
      );
    },
  };
}
