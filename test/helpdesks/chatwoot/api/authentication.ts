import { createMiddleware } from 'hono/factory';
import type { Installation, User } from '../tables';
import { session, tokens } from '../tokens';
import type { ApiContext, ApiEnv } from './context';
import { notFound, Refusal, unauthorized } from './refusal';

/** What a bot key opens, as method and path below the account. */
const botEndpoints = [
  /^GET \/conversations\/\d+$/,
  /^(PATCH|PUT) \/conversations\/\d+$/,
  /^POST \/conversations$/,
  /^POST \/conversations\/\d+\/(toggle_status|toggle_typing_status|toggle_priority|custom_attributes|messages|assignments|labels)$/,
  /^GET \/conversations\/\d+\/labels$/,
];

/** Sets the caller from an API key (either spelling) or from the dashboard's five headers. */
export const authenticated = createMiddleware<ApiEnv>(async (c, next) => {
  const key = apiKeyOf(c);
  if (key !== undefined) authenticateByKey(c, key);
  else c.set('caller', { kind: 'user', user: sessionUser(c.req.raw, c.get('installation')) });
  return next();
});

/** Sets the account of the path and refuses strangers to it. Comes after `authenticated`. */
export const inAccount = createMiddleware<ApiEnv>(async (c, next) => {
  const raw = c.req.param('account') ?? '';
  const account = c.get('installation').accounts.find((candidate) => String(candidate.id) === raw);
  if (account === undefined) throw notFound();
  if (c.get('world').switches.suspendedAccounts.includes(account.id)) {
    throw unauthorized('Account is suspended');
  }
  const caller = c.get('caller');
  const belongs =
    caller.kind === 'bot'
      ? account.id === 1
      : caller.user.memberships.some((membership) => membership.accountId === account.id);
  if (!belongs) throw unauthorized('You are not authorized to access this account');
  c.set('account', account);
  return next();
});

/** The user of the dashboard's session headers; 401 with `errors` (a list) otherwise. */
export function sessionUser(request: Request, installation: Installation): User {
  const uid = request.headers.get('uid');
  const user = installation.users.find((candidate) => candidate.email === uid);
  const fits =
    request.headers.get('access-token') === session.accessToken &&
    request.headers.get('client') === session.client;
  if (user === undefined || user.signedOut || !fits) {
    throw new Refusal(401, ({ signIn }) => ({ errors: [signIn] }));
  }
  return user;
}

function apiKeyOf(c: ApiContext): string | undefined {
  const { dropUnderscoreHeaders, dropKeyHeaders } = c.get('world').switches;
  if (dropKeyHeaders) return undefined;
  const underscored = dropUnderscoreHeaders ? undefined : c.req.header('api_access_token');
  const key = underscored ?? c.req.header('api-access-token');
  return key === undefined || key === '' ? undefined : key;
}

function authenticateByKey(c: ApiContext, key: string): void {
  const user = c.get('installation').users.find((candidate) => candidate.accessToken === key);
  if (user !== undefined) {
    c.set('caller', { kind: 'user', user });
    return;
  }
  if (key !== tokens.bot && key !== tokens.platform) throw unauthorized('Invalid Access Token');
  const below = c.req.path.replace(/^\/api\/v1\/accounts\/[^/]+/, '');
  const open = botEndpoints.some((endpoint) => endpoint.test(`${c.req.method} ${below}`));
  if (key === tokens.platform || !open) {
    throw unauthorized('Access to this endpoint is not authorized for bots');
  }
  c.set('caller', { kind: 'bot' });
}
