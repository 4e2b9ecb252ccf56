/** What went wrong between us and a platform. One name per thing the panel can say to a person. */
export type TransportFailure =
  | 'unauthorised' // 401
  | 'forbidden' // 403
  | 'not-found' // 404, 410
  | 'refused' // any other 4xx
  | 'rate-limited' // 429
  | 'server-error' // 5xx
  | 'redirected' // a redirect, never followed
  | 'offline' // no connection to the host, or it refused
  | 'timeout'
  | 'too-large'
  | 'not-json' // a 2xx answer that is HTML, truncated or empty
  | 'permission-missing' // the browser permission for the origin is gone
  | 'no-secret' // no key is stored for the connection
  | 'locked' // the keys are sealed, and the passphrase was not given
  // Through Membrane only.
  | 'relay-signed-out' // Membrane no longer takes the sign-in
  | 'relay-gone' // Membrane has no such connection
  | 'relay-reconnect' // Membrane's connection has to be made anew by a person
  | 'relay-unproven' // it is not certain which account answers
  | 'relay-no-way'; // the connector's base leaves no way to this path

export interface TransportErrorDetail {
  status?: number | undefined;
  /** Epoch ms: when the platform allows the next try. */
  retryAt?: number | undefined;
  /** First 500 characters of the body, for adapters that tell error dialects apart. Never logged. */
  body?: string | undefined;
  /** The adapter knows that the key was refused for its age. */
  isExpired?: boolean | undefined;
  /** Membrane itself answered or failed, and not the platform behind it. */
  isOfRelay?: boolean | undefined;
}

/** Typed failure of a call. The message names the failure only: no address, token or content. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly failure: TransportFailure;
  readonly status: number | undefined;
  readonly retryAt: number | undefined;
  readonly body: string | undefined;
  readonly isExpired: boolean;
  readonly isOfRelay: boolean;

  constructor(failure: TransportFailure, detail: TransportErrorDetail = {}) {
    super(detail.status === undefined ? failure : `${failure} (${detail.status})`);
    this.failure = failure;
    this.status = detail.status;
    this.retryAt = detail.retryAt;
    this.body = detail.body;
    this.isExpired = detail.isExpired === true;
    this.isOfRelay = detail.isOfRelay === true;
  }
}

/** After these a write may have been carried out, although no answer says so. */
const withoutWord: ReadonlySet<TransportFailure> = new Set([
  'offline',
  'timeout',
  'server-error',
  'too-large',
  'not-json',
  'redirected',
]);

/** Whether a write that failed so may have been carried out all the same: only what is there now can tell. */
export function mayBeWritten(error: unknown): boolean {
  return !(error instanceof TransportError) || withoutWord.has(error.failure);
}

/** Whether a call failed because the platform does not have, or no longer has, what it names. */
export function isNotFound(error: unknown): boolean {
  return error instanceof TransportError && error.failure === 'not-found';
}
