import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Service } from '../core/emulator';
import { Faults } from '../core/faults';
import { RequestLog } from '../core/log';
import { actionRoutes } from './action-routes';
import { appIdOf, connectorIdOf, integrationAnswer, pageOfList, selfAnswer } from './answers';
import { apps } from './apps';
import { connectionRoutes } from './connection-routes';
import { oauthRoutes } from './oauth';
import { invalid, notFound, Refusal } from './refusal';
import type { Variables } from './request';
import { screenRoutes } from './screens';
import { type MembraneSwitches, membraneDefaults } from './switches';
import { Tenants } from './tenants';
import { type Claims, personalToken, signToken, tenantOf, workspace } from './tokens';

export interface MembraneOptions {
  switches?: Partial<MembraneSwitches>;
  /** Epoch ms; the machine's clock when absent. */
  now?: () => number;
}

export interface MembraneEmulator extends Service {
  readonly name: 'membrane';
  /** These can be changed at any time; `reset` restores their initial values. */
  readonly switches: MembraneSwitches;
  readonly tenants: Tenants;
  /** A token of this tenant, as `membrane token` prints one; valid for an hour unless specified otherwise. */
  token(tenant: string, more?: Claims): string;
  readonly personalToken: string;
  readonly workspaceSecret: string;
}

/** The emulated Membrane in front of these emulated helpdesks. */
export function createMembrane(
  helpdesks: readonly Service[],
  options: MembraneOptions = {},
): MembraneEmulator {
  const now = options.now ?? Date.now;
  const start = (): MembraneSwitches => ({ ...membraneDefaults, ...options.switches });
  const switches = start();
  const tenants = new Tenants(switches, now);
  const log = new RequestLog();
  const faults = new Faults();
  const desk = { tenants, helpdesks };

  const app = new Hono<Variables>();
  app.use(cors());
  app.route('/', oauthRoutes(tenants));
  app.route('/', screenRoutes(tenants));
  app.use(async (c, next) => {
    c.set('tenant', tenantOf(c.req.raw.headers.get('authorization'), now()));
    await next();
  });
  app.get('/self', (c) => c.json(selfAnswer(c.get('tenant'), now(), workspace.key)));
  app.patch('/self', (c) => c.json(selfAnswer(c.get('tenant'), now(), workspace.key)));
  for (const path of ['/integrations', '/external-apps', '/connectors']) {
    app.get(path, (c) => {
      const query = new URL(c.req.url).searchParams;
      const search = (query.get('search') ?? '').toLowerCase();
      const found = apps.filter(({ key }) => key.includes(search));
      return c.json(
        pageOfList(
          found.map(({ key }) => integrationAnswer(key)),
          query,
          100,
        ),
      );
    });
  }
  app.get('/search', (c) => {
    const query = new URL(c.req.url).searchParams;
    const words = query.get('q')?.toLowerCase() ?? '';
    const elementType = query.get('elementType');
    if (words === '' || words.length > 200) throw invalid('q is required');
    if (elementType !== null && !/^[a-z-]+$/.test(elementType)) throw invalid('elementType');
    const found = apps.filter(({ key }) => key.includes(words) || words.includes(key));
    const idOf = elementType === 'app' ? appIdOf : connectorIdOf;
    const items = found.map(({ key, name }) => ({
      elementType: elementType ?? 'connector',
      element: { ...integrationAnswer(key), id: idOf(key), key, name },
    }));
    return c.json(pageOfList(items, query, 10));
  });
  app.route('/', connectionRoutes(desk));
  app.route('/', actionRoutes(desk));
  app.notFound(() => notFound('Route').answer());
  app.onError((error) => {
    if (error instanceof Refusal) return error.answer();
    return Response.json({ type: 'internal', message: String(error) }, { status: 500 });
  });

  return {
    name: 'membrane',
    hosts: ['api.getmembrane.com', 'ui.getmembrane.com'],
    handle: async (request) => app.fetch(request),
    isApi: ({ pathname }) => !/^\/(screens|oauth\/(authorize|consent))/.test(pathname),
    log,
    faults,
    switches,
    tenants,
    token: (tenant, more = {}) =>
      signToken({
        workspaceKey: workspace.key,
        tenantKey: tenant,
        exp: Math.floor(now() / 1_000) + 3_600,
        ...more,
      }),
    personalToken,
    workspaceSecret: workspace.secret,
    reset() {
      Object.assign(switches, start());
      tenants.reset();
      log.clear();
      faults.clear();
    },
  };
}
