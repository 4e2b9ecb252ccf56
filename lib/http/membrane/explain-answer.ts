import { isJsonObject } from '../../model/json-object';
import type { RefusedAnswer } from '../direct';
import { TransportError, type TransportFailure } from '../errors';
import { nextTryAt } from '../retry';

/** The types that Membrane gives its own errors. */
const ownTypes: ReadonlySet<unknown> = new Set([
  'bad_request',
  'connection',
  'internal',
  'action_run',
  'unit_run',
  'configuration',
  'dependency_error',
  'custom_code',
  'concurrency',
  'insufficient_credit',
  'openrouter_not_configured',
]);

/**
 * What a failed answer means, if it came from Membrane itself or from something in front of it;
 * `undefined` for a helpdesk's own, recognised by a body without Membrane's types. The status of
 * Membrane's refusals is left out: a helpdesk's adapter would take it for the helpdesk's.
 */
export function explainMembraneAnswer(
  { status, headers, text }: RefusedAnswer,
  now: number,
): TransportError | undefined {
  const retryAt = nextTryAt(headers, now);
  if (/^\s*</.test(text)) {
    const failure = status === 429 ? 'rate-limited' : 'server-error';
    return new TransportError(failure, { status, retryAt, isOfRelay: true });
  }
  const error = membraneErrorIn(text);
  if (error === undefined) return undefined;
  const isLimited = status === 429 || error.key === 'rate_limit_exceeded';
  if (error.type === 'connection') {
    // Membrane reports the helpdesk's limit in its own words, too.
    return isLimited
      ? new TransportError('rate-limited', { status: 429, retryAt })
      : new TransportError('relay-reconnect', { isOfRelay: true });
  }
  if (isLimited)
    return new TransportError('rate-limited', { status: 429, retryAt, isOfRelay: true });
  if (status >= 500 || error.type === 'internal') {
    return new TransportError('server-error', { status, retryAt, isOfRelay: true });
  }
  return new TransportError(refusalOf(status, error.key), { isOfRelay: true });
}

function refusalOf(status: number, key: unknown): TransportFailure {
  const isAccess = key === 'not_authenticated' || key === 'access_denied';
  if (isAccess || status === 401 || status === 403) return 'relay-signed-out';
  return key === 'not_found' || status === 404 ? 'relay-gone' : 'refused';
}

function membraneErrorIn(text: string): { type: unknown; key: unknown } | undefined {
  try {
    const body: unknown = JSON.parse(text);
    const isError =
      isJsonObject(body) && typeof body.message === 'string' && ownTypes.has(body.type);
    return isError ? { type: body.type, key: body.key } : undefined;
  } catch {
    return undefined;
  }
}
