/**
 * How a call reaches a platform. An adapter knows paths and bodies; it never sees an origin, a
 * header or a secret. `direct` calls the platform itself; another transport can carry the same
 * requests through a third party without a change in any adapter.
 */
export interface Transport {
  /**
   * Sends one request and returns the parsed JSON answer of a 2xx status (`undefined` for an empty
   * 204). Throws `TransportError` for everything else, and the signal's reason when aborted.
   */
  send(request: TransportRequest): Promise<TransportResponse>;
}

export interface TransportRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute path on the connection's origin, every id encoded: build it with `path`. */
  path: EncodedPath;
  query?: Readonly<Record<string, string | number | undefined>>;
  /** Serialised as JSON. */
  body?: Readonly<Record<string, unknown>> | undefined;
  /** `true` to send the body as a web form does, each value as text. */
  isForm?: boolean;
  signal: AbortSignal;
  /**
   * `true` when repeating the request cannot do harm. GET is always repeatable; a POST that only
   * searches says so here.
   */
  repeatable?: boolean;
  /**
   * `true` to send the request with a made-up secret of the same shape: where a platform has no call
   * that proves a key, the comparison of both answers does.
   */
  withMadeUpSecret?: boolean;
  /** The longest wait for the answer, in ms, where it is not the usual one. */
  timeoutMs?: number;
  /** `true` when no person waits for the answer: it comes after all others and never in a burst. */
  isBackground?: boolean;
}

export interface TransportResponse {
  status: number;
  body: unknown;
}

/** A path whose variable parts are encoded. Only the functions of `encode-path` make one. */
export type EncodedPath = string & { readonly __encodedPath: unique symbol };
