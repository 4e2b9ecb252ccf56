import { Hono } from 'hono';
import type { Service } from '../helpdesks/core/emulator';
import { Faults } from '../helpdesks/core/faults';
import { RequestLog } from '../helpdesks/core/log';
import { customers } from './customers';

/** The secret that the shop wants in the header `x-card-key`. */
export const SHOP_SECRET = 'shop-secret-for-tests';

/** What a person would enter to set up the shop's card. */
export const shopCard = {
  name: 'Orders',
  key: 'order',
  address: 'https://shop.acme.example/card?email={email}',
  header: 'X-Card-Key',
} as const;

/**
 * A small server as a team would write it: it answers a data card with the orders of one customer, by
 * e-mail address, and 404 for whom it does not know. `now`: epoch ms, by which its orders are dated.
 */
export function createShop(now: number): Service {
  const log = new RequestLog();
  const faults = new Faults();
  const app = new Hono();
  app.get('/card', (context) => {
    if (context.req.header('x-card-key') !== SHOP_SECRET) return context.json({}, 401);
    const email = context.req.query('email')?.trim().toLowerCase() ?? '';
    const customer = customers(now).find((each) => each.email === email);
    return customer === undefined ? context.json({}, 404) : context.json(customer.card);
  });
  app.get('/customers/:id', (context) =>
    context.html(
      `<!doctype html><title>Acme shop</title><h1>Customer ${Number(context.req.param('id'))}</h1>`,
    ),
  );
  return {
    name: 'shop',
    hosts: ['shop.acme.example'],
    handle: async (request) => app.fetch(request),
    isApi: ({ pathname }) => pathname === '/card',
    log,
    faults,
    reset() {
      log.clear();
      faults.clear();
    },
  };
}
