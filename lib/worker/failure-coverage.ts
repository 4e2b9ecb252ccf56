import { TransportError, type TransportFailure } from '../http/transport-error';
import type { Coverage, CoverageReason, CoverageState } from '../model/coverage';
import { ConnectionProblem } from '../platforms/contract/api';
import { RATE_LIMIT_PAUSE_MS } from './failure-pause';
import { isQuotaError } from './quota-error';

const coverageByFailure: Record<TransportFailure, [CoverageState, CoverageReason]> = {
  unauthorised: ['unauthorised', 'wrong-key'],
  forbidden: ['unauthorised', 'missing-right'],
  'not-found': ['not-found', 'bad-answer'],
  refused: ['unreachable', 'bad-answer'],
  'rate-limited': ['limited', 'rate-limited'],
  'server-error': ['unreachable', 'server-error'],
  redirected: ['unreachable', 'redirected'],
  offline: ['unreachable', 'offline'],
  timeout: ['unreachable', 'timeout'],
  'too-large': ['unreachable', 'too-large'],
  'not-json': ['unreachable', 'bad-answer'],
  'permission-missing': ['unauthorised', 'permission-missing'],
  'no-secret': ['unauthorised', 'no-secret'],
  'relay-signed-out': ['unauthorised', 'relay-signed-out'],
  'relay-gone': ['unauthorised', 'relay-gone'],
  'relay-reconnect': ['unauthorised', 'relay-reconnect'],
  'relay-unproven': ['unauthorised', 'relay-unproven'],
  'relay-no-way': ['unreachable', 'relay-no-way'],
  locked: ['unauthorised', 'keys-locked'],
};

/** Reasons that somebody can remove by changing a connection or signing in. */
export const accessReasons: ReadonlySet<CoverageReason> = new Set([
  'wrong-key',
  'expired-key',
  'missing-right',
  'permission-missing',
  'no-secret',
  'other-account',
  'relay-signed-out',
  'relay-gone',
  'relay-reconnect',
  'relay-unproven',
  'keys-locked',
]);

/**
 * What a failed call means for the history it was to fetch. A write that found no room is the
 * browser's matter, not the platform's. Anything else that is neither a `TransportError` nor a
 * `ConnectionProblem` is an answer we could not make sense of.
 */
export function coverageOfFailure(error: unknown, now: number): Coverage {
  if (isQuotaError(error)) {
    return { state: 'partial', reason: 'storage-full', dropped: 0, checkedAt: now };
  }
  if (error instanceof ConnectionProblem) {
    const state = accessReasons.has(error.reason) ? 'unauthorised' : 'unreachable';
    return { state, reason: error.reason, dropped: 0, checkedAt: now };
  }
  if (!(error instanceof TransportError)) {
    return { state: 'unreachable', reason: 'bad-answer', dropped: 0, checkedAt: now };
  }
  const [state, reason] = coverageByFailure[error.failure];
  return {
    state,
    reason: closerReason(error) ?? reason,
    httpStatus: error.status,
    retryAt: state === 'limited' ? (error.retryAt ?? now + RATE_LIMIT_PAUSE_MS) : undefined,
    dropped: 0,
    checkedAt: now,
  };
}

/** These reasons already say whether Membrane or the platform failed, or do not need to. */
const ofEither: ReadonlySet<TransportFailure> = new Set(['permission-missing', 'timeout']);

/** What is known beyond the failure: an expired key, a web page where JSON was due, Membrane's own. */
function closerReason(error: TransportError): CoverageReason | undefined {
  if (error.isOfRelay && !error.failure.startsWith('relay-') && !ofEither.has(error.failure)) {
    return error.failure === 'rate-limited' ? 'relay-limit' : 'relay-trouble';
  }
  if (error.failure === 'unauthorised' && error.isExpired) return 'expired-key';
  const isPage = error.failure === 'not-json' && isMarkup(error.body ?? '');
  return isPage ? 'not-the-platform' : undefined;
}

/** Whether a body is a web page, as a sign-in page or a proxy sends it. */
export function isMarkup(body: string): boolean {
  return /^\s*</.test(body);
}
