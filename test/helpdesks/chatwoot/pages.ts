import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Context, Hono } from 'hono';
import type { ApiWorld } from './api/context';
import { addMessage } from './api/message-creation';
import type { Account, Installation, Message } from './tables';
import { contactView, conversationView } from './web/conversation-view';
import { deskView } from './web/desk-view';
import { fileRoutes } from './web/files';
import { customerSiteHtml, dashboardHtml, widgetHtml } from './web/layout';

const styles = path.join(import.meta.dirname, 'page', 'styles');

/** Everything that is not API: dashboard, widget, a customer's website, files, the page's own data. */
export function createPages(world: ApiWorld): Hono {
  const app = new Hono();
  const serverOf = (c: Context) => world.installationAt(new URL(c.req.url).hostname);
  app.get('/emulator/chatwoot.js', async () => {
    // Loaded on demand: unit tests of the API need no bundler.
    const { pageScript } = await import('../core/page-bundle');
    return pageScript('chatwoot');
  });
  app.get('/emulator/chatwoot.css', async (c) => {
    const names = (await readdir(styles)).sort();
    const sheets = await Promise.all(
      names.map((name) => readFile(path.join(styles, name), 'utf8')),
    );
    return c.body(sheets.join('\n'), 200, { 'content-type': 'text/css' });
  });
  app.get('/emulator/customer-site', (c) => c.html(customerSiteHtml(serverOf(c))));
  app.get('/widget', (c) => c.html(widgetHtml()));
  app.route('/rails/active_storage', fileRoutes(world));
  app.route('/emulator/accounts', dataRoutes(world, serverOf));
  app.get('/', (c) => c.redirect('/app'));
  const dashboard = (c: Context) => dashboardAnswer(c, serverOf(c), world);
  app.get('/app', dashboard);
  app.get('/app/*', dashboard);
  return app;
}

function dashboardAnswer(c: Context, installation: Installation, world: ApiWorld): Response {
  const { pathname } = new URL(c.req.url);
  if (c.req.header('accept')?.startsWith('application/json') === true) {
    const error = 'Please use API routes instead of dashboard routes for JSON requests';
    return c.json({ error }, 406);
  }
  if (world.switches.signedOut && pathname.startsWith('/app/accounts/')) {
    return c.redirect('/app/login');
  }
  if (pathname === '/app') return c.redirect('/app/accounts/1/dashboard');
  return c.html(dashboardHtml(installation, world.switches));
}

/** Data for the page script. Its own routes, so that the log of API calls stays the product's. */
function dataRoutes(world: ApiWorld, serverOf: (c: Context) => Installation): Hono {
  const routes = new Hono();
  const accountOf = (c: Context) => accountWith(serverOf(c), c.req.param('account'));
  routes.get('/:account', (c) => {
    const account = accountOf(c);
    if (account === undefined) return c.notFound();
    return c.json(deskView(account, serverOf(c), world.switches, world.now()));
  });
  routes.get('/:account/contacts/:id', (c) => {
    const account = accountOf(c);
    const contact = account?.contacts.find((one) => String(one.id) === c.req.param('id'));
    if (account === undefined || contact === undefined) return c.notFound();
    return c.json(contactView(contact, account, serverOf(c)));
  });
  routes.get('/:account/conversations/:id', (c) => {
    const account = accountOf(c);
    const found = account?.conversations.find((one) => String(one.displayId) === c.req.param('id'));
    if (account === undefined || found === undefined) return c.notFound();
    const { messagingWindows } = world.switches;
    const place = { messagingWindows, now: world.now() };
    return c.json(conversationView(found, account, serverOf(c), place));
  });
  routes.post('/:account/conversations/:id/receive', async (c) => {
    const account = accountOf(c);
    const found = account?.conversations.find((one) => String(one.displayId) === c.req.param('id'));
    if (account === undefined || found === undefined) return c.notFound();
    const text = await c.req.text();
    const id = serverOf(c).nextId();
    addMessage(account.contacts, found, incoming(id, found.contactId, text, world.now()));
    return c.json({ id });
  });
  return routes;
}

function accountWith(installation: Installation, id: string | undefined): Account | undefined {
  return installation.accounts.find((account) => String(account.id) === id);
}

function incoming(id: number, contactId: number, text: string, at: number): Message {
  return {
    id,
    type: 'incoming',
    contentType: 'text',
    content: text,
    private: false,
    status: 'sent',
    contentAttributes: {},
    sourceId: null,
    createdAt: at,
    sender: { kind: 'contact', id: contactId },
    attachments: [],
  };
}
