import { Hono } from 'hono';
import { accountNamesOf, isAccountName } from './apps';
import type { Tenants } from './tenants';

/**
 * The page on which a person connects an account; its form stands in for what a helpdesk's own page would
 * ask.
 */
export function screenRoutes(tenants: Tenants): Hono {
  const app = new Hono();
  app.get('/screens/connections', (c) => {
    const visit = tenants.visits.get(c.req.query('connectionRequestId') ?? '');
    if (visit === undefined) return c.text('This link is not known.', 404);
    const held = tenants.find(visit.tenant, visit.connectionId);
    const options = accountNamesOf(held.app).map((name) => `<option>${name}</option>`);
    return c.html(
      `<!doctype html><title>Connect ${held.name}</title><h1>Connect ${held.name}</h1><form method="post"><input type="hidden" name="id" value="${visit.requestId}"><label>Account <select name="account">${options.join('')}</select></label><button name="answer" value="finish">Connect</button><button name="answer" value="refuse">Not now</button></form>`,
    );
  });
  app.post('/screens/connections', async (c) => {
    const form = await c.req.formData();
    const visit = tenants.visits.get(String(form.get('id')));
    if (visit === undefined) return c.text('This link is not known.', 404);
    const account = form.get('account');
    const isDone = form.get('answer') === 'finish' && isAccountName(account);
    tenants.finishVisit(visit, isDone ? account : 'refused');
    return c.html(
      `<!doctype html><title>Done</title><p>${isDone ? 'Connected.' : 'Nothing was connected.'} You can close this page.</p>`,
    );
  });
  return app;
}
