import type { Desk } from '../desk';

export interface Failure {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 429;
  /** The field or parameter at fault. */
  parameter?: string;
  title?: string;
  detail?: string;
}

const classicCodes = {
  400: ['badparam', 'Bad Request'],
  401: ['unauthorized', 'Unauthorized'],
  403: ['forbidden', 'Forbidden'],
  404: ['notfound', 'Not Found'],
  409: ['conflict', 'Conflict'],
  413: ['toolarge', 'Payload Too Large'],
  429: ['ratelimit', 'Too Many Requests'],
} as const;

const newCodes = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'payload_too_large',
  429: 'too_many_requests',
} as const;

/** An answer in Kustomer's media type. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

/** An error answer in the dialect that is switched on. */
export function fail(desk: Desk, failure: Failure): Response {
  const error = desk.switches.errors === 'classic' ? classic(failure) : current(failure);
  return json({ errors: [error] }, failure.status);
}

function classic(failure: Failure) {
  const [code, title] = classicCodes[failure.status];
  return {
    status: failure.status,
    ...(failure.parameter === undefined ? {} : { source: { parameter: failure.parameter } }),
    code,
    title: failure.title ?? title,
    ...(failure.detail === undefined ? {} : { detail: failure.detail }),
  };
}

function current(failure: Failure) {
  const title = failure.title ?? classicCodes[failure.status][1];
  return {
    code: newCodes[failure.status],
    message: failure.detail === undefined ? title : `${title}: ${failure.detail}`,
    meta: failure.parameter === undefined ? {} : { parameter: failure.parameter },
  };
}
