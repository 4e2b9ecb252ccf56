import * as v from 'valibot';
import { TransportError, type TransportFailure } from '../transport-error';

const errorSchema = v.object({
  error: v.pipe(v.string(), v.regex(/^[a-z_]{1,60}$/)),
});

/** The name of the error with which the service refused (RFC 6749, 5.2); `undefined` where it gave none. */
export function oauthErrorIn(error: unknown): string | undefined {
  if (!(error instanceof TransportError) || error.body === undefined) return undefined;
  try {
    const parsed = v.safeParse(errorSchema, JSON.parse(error.body));
    return parsed.success ? parsed.output.error : undefined;
  } catch {
    return undefined;
  }
}

/** With these the service says that the trouble is its own, whatever the status. */
const ofService: ReadonlySet<string> = new Set([
  'server_error',
  'temporarily_unavailable',
  'slow_down',
]);

/** Whether the service refused for good, so that asking again changes nothing. */
export function isFinalRefusal(error: unknown): boolean {
  const name = oauthErrorIn(error);
  return name !== undefined && !ofService.has(name) && !isPassing(error);
}

/** These say nothing about the sign-in. */
const passing: ReadonlySet<TransportFailure> = new Set([
  'offline',
  'timeout',
  'server-error',
  'rate-limited',
]);

/** Whether a call may work a little later, with nothing changed. */
export function isPassing(error: unknown): boolean {
  return error instanceof TransportError && passing.has(error.failure);
}

/** A refusal in another form than the service's came from something in front of it. */
export function asTrouble(error: unknown): unknown {
  if (!(error instanceof TransportError)) return error;
  const { failure, status, retryAt } = error;
  const isKept = passing.has(failure) || ['permission-missing', 'redirected'].includes(failure);
  return new TransportError(isKept ? failure : 'server-error', {
    status,
    retryAt,
    isOfRelay: true,
  });
}
