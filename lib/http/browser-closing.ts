import type { Transport } from './transport';
import { TransportError } from './transport-error';

/** What the functions of Chromium fail with while it is being closed. */
const closing = /browser is shutting down/i;

/**
 * Calls that the closing browser cuts off fail as without a network: nothing is known about the platform, and
 * the work goes on at the next start.
 */
export function withBrowserClosing(inner: Transport): Transport {
  return {
    async send(request) {
      try {
        return await inner.send(request);
      } catch (error) {
        if (error instanceof Error && closing.test(error.message)) {
          throw new TransportError('offline');
        }
        throw error;
      }
    },
  };
}
