import { Hono } from 'hono';
import type { Desk } from '../desk';
import { addConversations } from './conversations';
import { addCustomerChange } from './customer-change';
import { addCustomers } from './customers';
import { fail } from './errors';
import { type ApiEnv, guard } from './guard';
import { addNotes } from './notes';
import { addOrganisation } from './organisation';
import type { RateLimits } from './rate-limit';
import { addSearch } from './search';
import { addShortcuts } from './shortcuts';

/** The API of one organisation. Anything not listed here answers 404, as Kustomer does. */
export function createApi(desk: Desk, limits: RateLimits): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use('*', guard(desk, limits));
  app.notFound(() => fail(desk, { status: 404 }));
  addOrganisation(app, desk);
  addShortcuts(app, desk);
  addSearch(app, desk, limits);
  addCustomers(app, desk);
  addCustomerChange(app, desk);
  addConversations(app, desk);
  addNotes(app, desk, limits);
  return app;
}
