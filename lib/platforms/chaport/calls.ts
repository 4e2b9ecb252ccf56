import { pathFromLink } from '../../http/encode-path';
import type { EncodedPath, TransportResponse } from '../../http/transport';
import { TransportError } from '../../http/transport-error';
import { isJsonObject } from '../../model/json-object';
import { errorBody } from '../shared/error-body';

/** Every path of Chaport's API lies below this, links in its answers included. */
const apiPrefix = '/api/v1/';

interface ChaportAnswer {
  /** The payload: a list, one object, or null. */
  result: unknown;
  /** The whole answer: links may be anywhere in it. */
  body: unknown;
}

export interface AcceptedLink {
  path: EncodedPath;
  query: Record<string, string>;
  /** Path and query in one string: the same link always gives the same key. */
  key: string;
}

/**
 * Opens the envelope, whose payload is under `result`. An answer without a body (204) has none.
 * Throws `TransportError('not-json')` when there is no envelope, or when it holds an error.
 */
export function readAnswer({ status, body }: TransportResponse): ChaportAnswer {
  if (body === undefined && status === 204) return { result: null, body };
  if (!isJsonObject(body)) throw new TransportError('not-json', { status });
  if (isErrorForm(body)) {
    throw new TransportError('not-json', { status, body: errorText(body) });
  }
  return { result: body.result, body };
}

/** Throws `TransportError('refused')` where the answer to a change is a success that holds an error. */
export function assertTaken({ status, body }: TransportResponse): void {
  if (!isJsonObject(body) || !isErrorForm(body)) return;
  throw new TransportError('refused', { status, body: JSON.stringify(body).slice(0, 500) });
}

/** Whether the service itself refused a call: it answers an id that it does not know with 404 or 400. */
export function isRefused(error: unknown): boolean {
  return error instanceof TransportError && error.failure === 'refused' && !error.isOfRelay;
}

/** Whether a failure is an error of the service's own that came as a success. */
export function isErrorInSuccess(error: TransportError): boolean {
  return error.failure === 'not-json' && errorBody(error) !== undefined;
}

/** A short text of an error; a long one cut off in the middle would be no JSON and so no error any longer. */
function errorText(body: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(body);
  return text.length <= 500 ? text : JSON.stringify({ error: text.slice(0, 400) });
}

/** Whether the form of an answer, whatever its status, shows that something went wrong. */
export function isErrorForm(body: Readonly<Record<string, unknown>>): boolean {
  const { error, errors, success, ok, status, code } = body;
  if (isFilled(error) || isFilled(errors) || success === false || ok === false) return true;
  if (typeof status === 'string' && /^(?:error|fail)/i.test(status)) return true;
  return [status, code].some((each) => Number(each) >= 400 && Number(each) < 600);
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && value !== '';
}

/**
 * Accepts a link that stays on the connection's origin and below `/api/v1/`. The account's key
 * goes wherever a link leads, so anything else gives `undefined`.
 */
export function acceptLink(link: string, origin: string): AcceptedLink | undefined {
  const target = pathFromLink(link, origin, apiPrefix);
  if (target === undefined) return undefined;
  const query = new URLSearchParams(target.query).toString();
  return { ...target, key: query === '' ? target.path : `${target.path}?${query}` };
}
