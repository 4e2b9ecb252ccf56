import type { MiddlewareHandler } from 'hono';
import type { Desk } from '../desk';
import { type ApiKey, findKey, hasRole } from '../keys';
import { fail } from './errors';
import type { Allowance, RateLimits } from './rate-limit';

export const pod = 'prod1';

export interface ApiEnv {
  Variables: { key: ApiKey; secret: string };
}

/** Lets requests with a valid key of this organisation pass, as long as the budget lasts. */
export function guard(desk: Desk, limits: RateLimits): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const secret = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    const key = findKey(secret);
    const refusal = refusalOf(desk, key);
    if (key === undefined || refusal !== undefined) {
      return withHeaders(desk, fail(desk, { status: 401, detail: refusal ?? 'Unauthorized' }));
    }
    const allowance = limits.take('org', desk.switches.rateLimit, desk.clock());
    if (!allowance.allowed) return withHeaders(desk, fail(desk, { status: 429 }), allowance);
    c.set('key', key);
    c.set('secret', secret);
    await next();
    c.res = withHeaders(desk, c.res, allowance);
    return undefined;
  };
}

function refusalOf(desk: Desk, key: ApiKey | undefined): string | undefined {
  if (key === undefined) return 'Invalid token';
  if (key.expired === true) return desk.switches.expiredKey;
  if (key.pod !== pod) {
    return `The token is associated with pod ${key.pod} but the request was handled by ${pod}`;
  }
  return key.org === desk.org ? undefined : 'Invalid token for this organization';
}

/** Refuses keys that have none of these roles. */
export function needs(desk: Desk, ...anyOf: string[]): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (hasRole(c.get('key'), anyOf)) return next();
    const detail = `Missing one of the roles ${anyOf.join(', ')}`;
    return fail(desk, { status: desk.switches.missingRole, detail });
  };
}

/**
 * The headers of every answer; deliberately none that would let a web page of another origin read the answer.
 */
function withHeaders(desk: Desk, response: Response, allowance?: Allowance): Response {
  const headers = new Headers(response.headers);
  const { rateLimit, resetHeader } = desk.switches;
  headers.set('x-ratelimit-limit', String(allowance?.limit ?? rateLimit));
  headers.set('x-ratelimit-remaining', String(allowance?.remaining ?? rateLimit));
  const told = resetHeader === 'always' || (resetHeader === 'on-429' && response.status === 429);
  if (told && allowance !== undefined) {
    headers.set('x-ratelimit-reset', String(allowance.resetAt));
  }
  headers.set('x-kustomer-pod', pod);
  headers.set('cache-control', 'no-cache,private');
  headers.set('timing-allow-origin', '*');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('vary', 'Accept-Encoding');
  return new Response(response.body, { status: response.status, headers });
}
