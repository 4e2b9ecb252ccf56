import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { Tenants } from './tenants';
import { signToken, workspace } from './tokens';

const codeLivesMs = 60_000;
const tokenLivesSeconds = 3_600;

interface Grant {
  clientId: string;
  redirect: string;
  challenge: string;
  state: string | null;
  issuedAt: number;
}

/** Refused in the form of the specification (RFC 6749, 5.2). */
class Refused extends Error {
  constructor(
    readonly error: string,
    readonly status: 400 | 401 = 400,
  ) {
    super(error);
  }
}

/** Sign-in by authorization code with PKCE, for public clients that registered themselves. */
export function oauthRoutes(tenants: Tenants): Hono {
  const app = new Hono();
  const redirectsOf = new Map<string, string[]>();
  const pending = new Map<string, Grant>();
  const codes = new Map<string, Grant>();
  /** By refresh token: for whom it was issued. */
  const refreshTokens = new Map<string, string>();
  /** The refresh token each used code led to: if a code is used again, its token ends too. */
  const usedCodes = new Map<string, string>();

  app.get('/.well-known/oauth-authorization-server', (c) => {
    const { origin } = new URL(c.req.url);
    return c.json({
      issuer: origin,
      authorization_endpoint: `${origin}/oauth/authorize`,
      token_endpoint: `${origin}/oauth/token`,
      registration_endpoint: `${origin}/oauth/register`,
      revocation_endpoint: `${origin}/oauth/revoke`,
      scopes_supported: ['platform-user', 'tenant'],
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_methods_supported: ['none'],
      code_challenge_methods_supported: ['S256'],
    });
  });
  app.post('/oauth/register', async (c) => {
    const body = (await c.req.json().catch(() => ({}))) as Record<string, unknown>;
    const redirects = Array.isArray(body.redirect_uris) ? body.redirect_uris : [];
    const isFit =
      tenants.switches.takesExtensions &&
      redirects.length > 0 &&
      redirects.every((each) => typeof each === 'string' && each.startsWith('https://'));
    if (!isFit) throw new Refused('invalid_redirect_uri');
    if ((body.token_endpoint_auth_method ?? 'none') !== 'none') {
      throw new Refused('invalid_client_metadata');
    }
    const id = `oauth_${tenants.newId('client')}`;
    redirectsOf.set(id, redirects);
    return c.json({ ...body, client_id: id, redirect_uris: redirects }, 201);
  });
  app.get('/oauth/authorize', (c) => {
    const query = new URL(c.req.url).searchParams;
    const grant: Grant = {
      clientId: query.get('client_id') ?? '',
      redirect: query.get('redirect_uri') ?? '',
      challenge: query.get('code_challenge') ?? '',
      state: query.get('state'),
      issuedAt: tenants.now(),
    };
    if (redirectsOf.get(grant.clientId)?.includes(grant.redirect) !== true) {
      return c.text('redirect_uri: not registered', 400);
    }
    if (query.get('response_type') !== 'code') {
      return c.text('response_type: Invalid option: expected code', 400);
    }
    if (!['platform-user', 'tenant'].includes(query.get('scope') ?? '')) {
      return c.text("scope: Invalid option: expected one of 'platform-user'|'tenant'", 400);
    }
    // An S256 challenge is 32 bytes as 43 letters.
    if (query.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(grant.challenge)) {
      return c.text('code_challenge_method: S256 is required', 400);
    }
    const id = tenants.newId('consent');
    pending.set(id, grant);
    if (tenants.switches.consent === 'at-once') return c.redirect(decide(id, true), 302);
    return c.html(
      `<!doctype html><title>Sign in to Membrane</title><form method="post" action="/oauth/consent"><p>Deskside asks for access to Tenant desk.</p><input type="hidden" name="id" value="${id}"><button name="answer" value="allow">Allow</button><button name="answer" value="refuse">Refuse</button></form>`,
    );
  });
  app.post('/oauth/consent', async (c) => {
    const form = await c.req.formData();
    return c.redirect(decide(String(form.get('id')), form.get('answer') === 'allow'), 302);
  });
  const decide = (id: string, isAllowed: boolean): string => {
    const grant = pending.get(id);
    pending.delete(id);
    if (grant === undefined) return '/oauth/authorize';
    const back = new URL(grant.redirect);
    if (grant.state !== null) back.searchParams.set('state', grant.state);
    if (isAllowed) {
      const code = tenants.newId('code');
      codes.set(code, { ...grant, issuedAt: tenants.now() });
      back.searchParams.set('code', code);
    } else back.searchParams.set('error', 'access_denied');
    return back.href;
  };
  const give = (clientId: string, old: string | undefined) => {
    const { rotatesRefreshTokens, givesRefreshTokens } = tenants.switches;
    const exp = Math.floor(tenants.now() / 1_000) + tokenLivesSeconds;
    let refresh = old;
    if (old === undefined || rotatesRefreshTokens) {
      if (old !== undefined) refreshTokens.delete(old);
      refresh = `rt-${tenants.newId('r')}`;
      if (givesRefreshTokens) refreshTokens.set(refresh, clientId);
    }
    return {
      access_token: signToken({
        workspaceKey: workspace.key,
        tenantKey: 'desk',
        exp,
        // Two tokens issued in the same second must differ.
        jti: tenants.newId('jti'),
      }),
      token_type: 'Bearer',
      expires_in: tokenLivesSeconds,
      ...(givesRefreshTokens ? { refresh_token: refresh } : {}),
      default_workspace_key: workspace.key,
      default_tenant_key: 'desk',
    };
  };
  const grants: Record<string, (form: URLSearchParams, clientId: string) => object> = {
    refresh_token: (form, clientId) => {
      const old = form.get('refresh_token') ?? '';
      if (refreshTokens.get(old) !== clientId) throw new Refused('invalid_grant');
      return give(clientId, old);
    },
    authorization_code: (form, clientId) => {
      const code = form.get('code') ?? '';
      refreshTokens.delete(usedCodes.get(code) ?? '');
      if (!opens(form, take(codes, code), tenants.now())) throw new Refused('invalid_grant');
      const given = give(clientId, undefined);
      usedCodes.set(code, given.refresh_token ?? '');
      return given;
    },
  };
  app.post('/oauth/token', async (c) => {
    const form = await formOf(c.req.raw);
    const clientId = form.get('client_id') ?? '';
    if (!redirectsOf.has(clientId)) throw new Refused('invalid_client', 401);
    const grant = grants[form.get('grant_type') ?? ''];
    if (grant === undefined) throw new Refused('unsupported_grant_type');
    return c.json(grant(form, clientId));
  });
  app.post('/oauth/revoke', async (c) => {
    refreshTokens.delete((await formOf(c.req.raw)).get('token') ?? '');
    return c.body(null, 200);
  });
  app.onError((error) => {
    if (!(error instanceof Refused)) throw error;
    return Response.json({ error: error.error }, { status: error.status });
  });
  return app;
}

/** A form; a body of another kind is refused, and so is a field that occurs twice. */
async function formOf(request: Request): Promise<URLSearchParams> {
  const kind = request.headers.get('content-type') ?? '';
  const form = new URLSearchParams(await request.text());
  const isForm = /^application\/x-www-form-urlencoded(;|$)/.test(kind);
  if (!isForm || new Set(form.keys()).size !== [...form.keys()].length) {
    throw new Refused('invalid_request');
  }
  return form;
}

/** A code works only once, whatever the outcome. */
function take(codes: Map<string, Grant>, code: string): Grant | undefined {
  const grant = codes.get(code);
  codes.delete(code);
  return grant;
}

function opens(form: URLSearchParams, grant: Grant | undefined, now: number): boolean {
  const verifier = form.get('code_verifier') ?? '';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return (
    grant !== undefined &&
    /^[\w.~-]{43,128}$/.test(verifier) &&
    now - grant.issuedAt <= codeLivesMs &&
    grant.challenge === challenge &&
    grant.redirect === form.get('redirect_uri') &&
    grant.clientId === form.get('client_id')
  );
}
