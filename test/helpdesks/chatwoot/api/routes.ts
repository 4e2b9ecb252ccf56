import { Hono } from 'hono';
import { atLeast } from '../switches';
import { accountRoutes } from './account-lists';
import { authenticated, inAccount } from './authentication';
import { cannedResponseRoutes } from './canned-responses';
import { contactRoutes } from './contacts';
import { type ApiEnv, type ApiWorld, userOf } from './context';
import { conversationRoutes } from './conversations';
import { messageRoutes } from './messages';
import { noteRoutes } from './notes';
import { olderForm } from './older-forms';
import { Refusal } from './refusal';
import { searchRoutes } from './search';
import { sentencesIn } from './sentences';
import { profileFor, sessionRoutes } from './session';
import { throttling } from './throttle';

const railsPage = (title: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

/** The whole API of one or more Chatwoot servers. Sends no CORS header, as the real default. */
export function createApi(world: ApiWorld): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use('*', async (c, next) => {
    c.set('world', world);
    c.set('installation', world.installationAt(new URL(c.req.url).hostname));
    return next();
  });
  app.use('*', throttling);
  app.use('*', async (c, next) => {
    await next();
    if (atLeast(world.switches.version, '4.1.0')) return;
    const { res } = c;
    if (res.headers.get('content-type')?.includes('json') !== true) return;
    c.res = new Response(JSON.stringify(olderForm(await res.json())), res);
  });
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 500)
      return c.html(railsPage("We're sorry, but something went wrong"), 500);
    return c.json(error.bodyIn(sentencesIn[world.switches.language]), error.status);
  });
  app.notFound((c) => c.html(railsPage("The page you were looking for doesn't exist"), 404));
  addProbes(app, world);
  app.route('/auth', sessionRoutes());
  app.get('/api/v1/profile', authenticated, (c) => c.json(profileFor(c, userOf(c))));

  const account = '/api/v1/accounts/:account';
  app.use(account, authenticated, inAccount);
  app.use(`${account}/*`, authenticated, inAccount);
  app.route(account, accountRoutes());
  app.route(`${account}/contacts`, contactRoutes());
  app.route(`${account}/contacts`, noteRoutes());
  app.route(`${account}/conversations`, conversationRoutes());
  app.route(`${account}/conversations`, messageRoutes());
  app.route(`${account}/canned_responses`, cannedResponseRoutes());
  app.route(`${account}/search`, searchRoutes());
  return app;
}

/** Unauthenticated: which version this is, and (since 4.11.0) whether it is alive. */
function addProbes(app: Hono<ApiEnv>, world: ApiWorld): void {
  app.get('/api', (c) => {
    const timestamp = new Date(world.now()).toISOString().slice(0, 19).replace('T', ' ');
    const { version } = world.switches;
    return c.json({ version, timestamp, queue_services: 'ok', data_services: 'ok' });
  });
  app.get('/health', (c) =>
    atLeast(world.switches.version, '4.11.0') ? c.json({ status: 'woot' }) : c.notFound(),
  );
}
