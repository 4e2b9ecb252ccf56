import { isJsonObject } from '../../model/json-object';
import type { RefusedAnswer } from '../direct';
import { nextTryAt } from '../retry';
import { TransportError, type TransportFailure } from '../transport-error';

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

/** Keys of its errors, by which those are recognised that come without a type: it may be left out. */
const typeByKey: ReadonlyMap<unknown, string> = new Map([
  ['not_authenticated', 'bad_request'],
  ['access_denied', 'bad_request'],
  ['not_found', 'bad_request'],
  ['already_exists', 'bad_request'],
  ['rate_limit_exceeded', 'bad_request'],
  ['connection_is_defunct', 'connection'],
  ['access_token_expired', 'connection'],
]);

/** Types of what fails before anything is run: only here does the status speak of the sign-in or what was named. */
const beforeRuns: ReadonlySet<unknown> = new Set(['bad_request', undefined]);

/** Whether this is asked of Membrane alone: only what goes to its proxy reaches a helpdesk. */
export function isAskedOfMembraneAlone(path: string): boolean {
  return !/^\/connections\/[^/]+\/proxy(?:\/|$)/.test(path);
}

/**
 * What a failed answer means, if it came from Membrane itself or from something in front of it;
 * `undefined` for a helpdesk's own, recognised by a body without Membrane's types and keys where a helpdesk was
 * asked at all. The status of Membrane's refusals is left out: a helpdesk's adapter would take it for the
 * helpdesk's.
 */
export function explainMembraneAnswer(
  answer: RefusedAnswer,
  now: number,
): TransportError | undefined {
  const { path, status, text } = answer;
  const retryAt = nextTryAt(answer, now);
  if (/^\s*</.test(text)) return explainPage(answer, retryAt);
  const error = membraneErrorIn(text, isAskedOfMembraneAlone(path));
  if (error === undefined) return undefined;
  if (status === 429 || error.key === 'rate_limit_exceeded') {
    // Membrane reports the helpdesk's limit in its own words, too.
    const isOfRelay = beforeRuns.has(error.type) || error.type === 'internal';
    return new TransportError('rate-limited', { status: 429, retryAt, isOfRelay });
  }
  if (error.type === 'connection')
    return new TransportError('relay-reconnect', { isOfRelay: true });
  if (status >= 500 || error.type === 'internal') {
    return new TransportError('server-error', { status, retryAt, isOfRelay: true });
  }
  const refusal = refusalOf(status, error);
  // What does not know whose token it was shown is not Membrane.
  const failure = refusal === 'relay-gone' && path === '/self' ? 'not-json' : refusal;
  return new TransportError(failure, { isOfRelay: true });
}

/** A page in place of an answer. What a proxy's own page refuses, nothing behind it was asked for. */
function explainPage({ status, text }: RefusedAnswer, retryAt: number | undefined): TransportError {
  if (status === 429)
    return new TransportError('rate-limited', { status, retryAt, isOfRelay: true });
  const told = status < 500 && isStockPage(text) ? undefined : status;
  return new TransportError('server-error', { status: told, retryAt, isOfRelay: true });
}

/** Whether a page is one that proxies and firewalls give of themselves, whatever stands behind them. */
function isStockPage(text: string): boolean {
  return /<(?:center|address)>\s*(?:nginx|openresty|cloudflare|apache|microsoft-azure)|\| Cloudflare<\/title>|\bcf-error|Incapsula|errors\.edgesuite\.net|\(cloudfront\)|Guru Meditation/i.test(
    text.slice(0, 10_000),
  );
}

function refusalOf(status: number, { type, key }: MembraneError): TransportFailure {
  const told = beforeRuns.has(type) ? status : undefined;
  const isAccess = key === 'not_authenticated' || key === 'access_denied';
  if (isAccess || told === 401 || told === 403) return 'relay-signed-out';
  return key === 'not_found' || told === 404 ? 'relay-gone' : 'refused';
}

interface MembraneError {
  /** One of its own, where it is told. */
  type: unknown;
  key: unknown;
}

/** The error in a body; where only Membrane can have answered, whatever the body is. */
function membraneErrorIn(text: string, isMembranes: boolean): MembraneError | undefined {
  const body = jsonIn(text);
  const { key, message, type = typeByKey.get(key) } = isJsonObject(body) ? body : {};
  if (typeof message === 'string' && ownTypes.has(type)) return { type, key };
  return isMembranes ? { type: undefined, key } : undefined;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
