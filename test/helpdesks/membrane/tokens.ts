import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from './refusal';

/** The emulated workspace; its secret signs the tokens and opens nothing itself. */
export const workspace = {
  key: 'ws-acme-key',
  secret: 'ws-acme-secret-that-stays-at-home-0123456789',
} as const;

/** A person's own token, which the emulated service takes for a tenant. */
export const personalToken = 'pat-known-to-the-emulator';

export type Claims = Record<string, unknown>;
type Algorithm = 'HS256' | 'HS384' | 'HS512';

const hashes: Record<string, string> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };

interface Signing {
  algorithm?: Algorithm | 'none';
  secret?: string;
}

/** A JSON Web Token with these claims. */
export function signToken(claims: Claims, { algorithm = 'HS256', secret }: Signing = {}): string {
  const head = encode({ alg: algorithm, typ: 'JWT' });
  const input = `${head}.${encode(claims)}`;
  return `${input}.${algorithm === 'none' ? '' : signature(input, algorithm, secret)}`;
}

/** The internal id of a tenant, by the key under which the company knows it. */
export function tenantIdOf(key: string): string {
  return `ten-${key}`;
}

/**
 * The key of the tenant for whom a request speaks. Throws a `Refusal` for everything that is no valid
 * token of a tenant.
 */
export function tenantOf(authorization: string | null, now: number): string {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) throw notAuthenticated('No access token was given.');
  if (token === personalToken) return 'desk';
  const claims = verified(token);
  if (typeof claims.exp === 'number' && claims.exp * 1_000 <= now) {
    throw notAuthenticated('The access token has expired.');
  }
  const tenant = claims.tenantKey ?? keyOfTenant(claims.tenantId) ?? claims.id;
  if ((claims.workspaceKey ?? claims.iss) !== workspace.key) {
    throw notAuthenticated('The workspace is not known.');
  }
  if (typeof tenant === 'string') return tenant;
  throw new Refusal(403, 'bad_request', 'access_denied', 'This endpoint is for a tenant.');
}

function keyOfTenant(id: unknown): string | undefined {
  return typeof id === 'string' && id.startsWith('ten-') ? id.slice(4) : undefined;
}

function verified(token: string): Claims {
  const [head = '', body = '', given = '', ...rest] = token.split('.');
  const algorithm = decode(head).alg;
  if (rest.length > 0 || typeof algorithm !== 'string' || hashes[algorithm] === undefined) {
    throw notAuthenticated('The access token cannot be read.');
  }
  const due = Buffer.from(signature(`${head}.${body}`, algorithm));
  const had = Buffer.from(given);
  if (due.length !== had.length || !timingSafeEqual(due, had)) {
    throw notAuthenticated('The signature of the access token is wrong.');
  }
  return decode(body);
}

function signature(input: string, algorithm: string, secret: string = workspace.secret): string {
  return createHmac(hashes[algorithm] ?? 'sha256', secret)
    .update(input)
    .digest('base64url');
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): Claims {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;
  } catch {
    return {};
  }
}

function notAuthenticated(message: string): Refusal {
  return new Refusal(401, 'bad_request', 'not_authenticated', message);
}
