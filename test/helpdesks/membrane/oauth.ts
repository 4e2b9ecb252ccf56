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
  state: string;
  issuedAt: number;
}

/** Sign-in by authorization code with PKCE, for public clients that registered themselves. */
export function oauthRoutes(tenants: Tenants): Hono {
  const app = new Hono();
  const redirectsOf = new Map<string, string[]>();
  const pending = new Map<string, Grant>();
  const codes = new Map<string, Grant>();
  const refreshTokens = new Set<string>();

  app.get('/.well-known/oauth-authorization-server', (c) => {
    const { origin } = new URL(c.req.url);
    return c.json({
      issuer: origin,
      authorization_endpoint: `${origin}/oauth/authorize`,
      token_endpoint: `${origin}/oauth/token`,
      registration_endpoint: `${origin}/oauth/register`,
      revocation_endpoint: `${origin}/oauth/revoke`,
      code_challenge_methods_supported: ['S256'],
    });
  });
  app.post('/oauth/register', async (c) => {
    const body = (await c.req.json()) as { redirect_uris?: string[] };
    const redirects = body.redirect_uris ?? [];
    const isFit = redirects.length > 0 && redirects.every((each) => each.startsWith('https://'));
    if (!isFit) return c.json({ error: 'invalid_redirect_uri' }, 400);
    const id = `oauth_${tenants.newId('client')}`;
    redirectsOf.set(id, redirects);
    return c.json({ client_id: id, redirect_uris: redirects }, 201);
  });
  app.get('/oauth/authorize', (c) => {
    const query = new URL(c.req.url).searchParams;
    const grant: Grant = {
      clientId: query.get('client_id') ?? '',
      redirect: query.get('redirect_uri') ?? '',
      challenge: query.get('code_challenge') ?? '',
      state: query.get('state') ?? '',
      issuedAt: tenants.now(),
    };
    if (redirectsOf.get(grant.clientId)?.includes(grant.redirect) !== true) {
      return c.text('redirect_uri: not registered', 400);
    }
    if (!['platform-user', 'tenant'].includes(query.get('scope') ?? '')) {
      return c.text("scope: Invalid option: expected one of 'platform-user'|'tenant'", 400);
    }
    if (query.get('code_challenge_method') !== 'S256' || grant.challenge === '') {
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
    back.searchParams.set('state', grant.state);
    if (isAllowed) {
      const code = tenants.newId('code');
      codes.set(code, { ...grant, issuedAt: tenants.now() });
      back.searchParams.set('code', code);
    } else back.searchParams.set('error', 'access_denied');
    return back.href;
  };
  app.post('/oauth/token', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const isGranted =
      form.get('grant_type') === 'refresh_token'
        ? refreshTokens.has(form.get('refresh_token') ?? '')
        : opens(form, take(codes, form.get('code') ?? ''), tenants.now());
    if (!isGranted) return c.json({ error: 'invalid_grant' }, 400);
    const old = form.get('refresh_token');
    if (old !== null && tenants.switches.rotatesRefreshTokens) refreshTokens.delete(old);
    const refresh =
      old === null || tenants.switches.rotatesRefreshTokens ? `rt-${tenants.newId('r')}` : old;
    refreshTokens.add(refresh);
    const exp = Math.floor(tenants.now() / 1_000) + tokenLivesSeconds;
    return c.json({
      access_token: signToken({ workspaceKey: workspace.key, tenantKey: 'desk', exp }),
      token_type: 'Bearer',
      expires_in: tokenLivesSeconds,
      refresh_token: refresh,
      default_workspace_key: workspace.key,
      default_tenant_key: 'desk',
    });
  });
  app.post('/oauth/revoke', async (c) => {
    refreshTokens.delete(new URLSearchParams(await c.req.text()).get('token') ?? '');
    return c.body(null, 200);
  });
  return app;
}

/** A code works once, whatever comes of it. */
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
    now - grant.issuedAt <= codeLivesMs &&
    grant.challenge === challenge &&
    grant.redirect === form.get('redirect_uri') &&
    grant.clientId === form.get('client_id')
  );
}
