import { createDirectTransport } from '../direct';
import { type LimitMemory, withPace } from '../pace';
import type { Transport, TransportResponse } from '../transport';
import { TransportError, type TransportFailure } from '../transport-error';
import { explainMembraneAnswer, isAskedOfMembraneAlone } from './explain-answer';

/** Which form of answers is asked for; without it the service chooses an older one. */
const API_VERSION = '2025-10-21';

/** Calls to Membrane under way at once, for all platforms together. Its own limits are not published. */
const together = { concurrency: 4, intervalMs: 1_000, perInterval: 100 };

export interface MembraneLineOptions {
  /** Origin of the service: https, or http on loopback. */
  base: string;
  /** The token that is valid now. Throws `TransportError('relay-signed-out')`. */
  token(): Promise<string>;
  /** Whether the browser permits requests to the base; asked only after a failure. */
  permitted(): Promise<boolean>;
  now(): number;
  /** The largest answer, where it is not the usual one. */
  maxBytes?: number;
  /** Remembers what Membrane's own 429 asked for beyond the worker's life. */
  memory?: LimitMemory | undefined;
}

/**
 * The one line to Membrane: everything for it goes here, at most four calls at once, and after
 * Membrane's own 429 nothing until it allows. What a helpdesk answered through it passes as if the
 * helpdesk had been called; a failure that is Membrane's own is marked so.
 */
export function createMembraneLine(options: MembraneLineOptions): Transport {
  const { base, permitted, now, memory } = options;
  const direct = createDirectTransport({
    origin: base,
    permitted,
    authorise: async () => ({
      authorization: `Bearer ${await options.token()}`,
      'membrane-api-version': API_VERSION,
    }),
    explain: (answer) => explainMembraneAnswer(answer, now()),
    ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
  });
  const paced = withPace(
    { send: (request) => asAnswer(direct.send(request), request.path) },
    together,
    { now, memory },
  );
  return {
    async send(request) {
      const answer = await paced.send(request).catch((error: unknown) => {
        throw asLimitOfRelay(error);
      });
      // What a helpdesk answered must not make the others wait.
      if (answer.body instanceof TransportError) throw answer.body;
      return answer;
    },
  };
}

async function asAnswer(
  work: Promise<TransportResponse>,
  path: string,
): Promise<TransportResponse> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    const failure = asRelaysOwn(error, path);
    if (failure.failure === 'rate-limited' && failure.isOfRelay) throw failure;
    return { status: failure.status ?? 0, body: failure };
  }
}

/** What fails because it would have to wait for the end of Membrane's own limit is refused by Membrane. */
function asLimitOfRelay(error: unknown): unknown {
  if (!(error instanceof TransportError) || error.failure !== 'rate-limited') return error;
  const { status, retryAt } = error;
  return new TransportError('rate-limited', { status, retryAt, isOfRelay: true });
}

/** These happen on the way to Membrane: no helpdesk is involved. */
const onTheWay: ReadonlySet<TransportFailure> = new Set([
  'offline',
  'redirected',
  'permission-missing',
]);

/** Of these it is not said who failed; where Membrane alone was asked, it was Membrane. */
const ofWhoeverWasAsked: ReadonlySet<TransportFailure> = new Set([
  'not-json',
  'timeout',
  'too-large',
]);

function asRelaysOwn(error: TransportError, path: string): TransportError {
  const { failure, status, body = '' } = error;
  // A page in place of an answer comes from something in front of Membrane.
  if (failure === 'not-json' && /^\s*</.test(body)) {
    return new TransportError('server-error', { status, isOfRelay: true });
  }
  if (ofWhoeverWasAsked.has(failure) && isAskedOfMembraneAlone(path)) {
    return new TransportError(failure, { status, isOfRelay: true });
  }
  const isOnTheWay = onTheWay.has(failure) || (failure === 'server-error' && status === undefined);
  return isOnTheWay ? new TransportError(failure, { isOfRelay: true }) : error;
}
