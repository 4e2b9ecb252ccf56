import { createMiddleware } from 'hono/factory';
import type { Throttle } from '../switches';
import type { ApiEnv, ApiWorld } from './context';

/** Counts requests in fixed windows that are aligned to multiples of their length. */
export class RateCounters {
  #counts = new Map<string, number>();

  /** Counts one request; false when it is over the limit of the current window. */
  allows(rule: Throttle, key: string, now: number): boolean {
    if (!rule.enabled) return true;
    const window = `${key} ${rule.windowMs} ${Math.floor(now / rule.windowMs)}`;
    const count = (this.#counts.get(window) ?? 0) + 1;
    this.#counts.set(window, count);
    return count <= rule.limit;
  }

  clear(): void {
    this.#counts.clear();
  }
}

/**
 * Rack::Attack: before authentication, `/health` excepted. The refusal is bare text without
 * `Retry-After`. Contact search counts per account, so a whole team shares it.
 */
export const throttling = createMiddleware<ApiEnv>(async (c, next) => {
  const world = c.get('world');
  const url = new URL(c.req.url);
  if (url.pathname === '/health' || isAllowed(world, c.req.raw, url)) return next();
  return new Response('Retry later\n', { status: 429, headers: { 'content-type': 'text/plain' } });
});

function isAllowed(world: ApiWorld, request: Request, url: URL): boolean {
  const { switches, counters } = world;
  const now = world.now();
  const search = /^\/api\/v1\/accounts\/([^/]+)\/contacts\/search/.exec(url.pathname);
  const meta = /^\/api\/v1\/accounts\/([^/]+)\/conversations\/meta$/.exec(url.pathname);
  const checks = [counters.allows(switches.throttle, `all ${url.host}`, now)];
  if (search !== null) {
    const key = `search ${url.host} ${search[1]}`;
    checks.push(counters.allows(switches.contactSearchThrottle, key, now));
  }
  if (meta !== null && request.method === 'GET') {
    const caller = request.headers.get('uid') ?? request.headers.get('api-access-token');
    const key = `meta ${url.host} ${meta[1]} ${caller}`;
    checks.push(counters.allows(switches.conversationsMetaThrottle, key, now));
  }
  return checks.every(Boolean);
}
