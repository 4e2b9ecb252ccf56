import { Hono } from 'hono';
import { profileShape } from '../shapes/people';
import type { User } from '../tables';
import { session } from '../tokens';
import { sessionUser } from './authentication';
import type { ApiContext, ApiEnv } from './context';
import { bodyOf } from './params';
import { Refusal } from './refusal';

const twoMonths = 60 * 86_400;

/** `/auth/*`: the dashboard's own sign-in, as devise_token_auth answers. */
export function sessionRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.post('/sign_in', async (c) => {
    const { email, password } = await bodyOf(c);
    const user = c.get('installation').users.find((candidate) => candidate.email === email);
    if (user === undefined || password !== session.password) {
      throw new Refusal(401, {
        success: false,
        errors: ['Invalid login credentials. Please try again.'],
      });
    }
    user.signedOut = false;
    for (const [name, value] of Object.entries(sessionHeaders(user, c.get('world').now()))) {
      c.header(name, value);
    }
    return c.json({ data: profileFor(c, user) });
  });
  routes.get('/validate_token', (c) => {
    try {
      const user = sessionUser(c.req.raw, c.get('installation'));
      const created = '2024-02-01T08:00:00.000Z';
      const data = { ...profileFor(c, user), created_at: created };
      return c.json({ payload: { success: true, data } });
    } catch {
      throw new Refusal(401, { success: false, errors: ['Invalid login credentials'] });
    }
  });
  routes.delete('/sign_out', (c) => {
    sessionUser(c.req.raw, c.get('installation')).signedOut = true;
    return c.json({ success: true });
  });
  return routes;
}

/** The five headers of a dashboard session; the page keeps them in its cookie. */
export function sessionHeaders(user: User, now: number): Record<string, string> {
  return {
    'access-token': session.accessToken,
    'token-type': 'Bearer',
    client: session.client,
    expiry: String(Math.floor(now / 1000) + twoMonths),
    uid: user.email,
  };
}

/** The profile of a user with this server's settings. */
export function profileFor(c: ApiContext, user: User): Record<string, unknown> {
  const { switches } = c.get('world');
  return profileShape(user, c.get('installation'), {
    sendKey: switches.sendKey,
    suspended: switches.suspendedAccounts,
  });
}
