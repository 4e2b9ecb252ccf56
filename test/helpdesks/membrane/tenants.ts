import { type AccountName, accountNamesOf, apps, helpdeskAccounts } from './apps';
import { notFound } from './refusal';
import type { MembraneSwitches } from './switches';

export type ConnectionState =
  | 'BUILDING'
  | 'CLIENT_ACTION_REQUIRED'
  | 'CONFIGURATION_ERROR'
  | 'SETUP_FAILED'
  | 'READY'
  | 'DISCONNECTING';

/** A tenant's connection to an application, as the service keeps it. */
export interface Held {
  id: string;
  tenant: string;
  app: string;
  name: string;
  key?: string;
  state: ConnectionState;
  /** When building ends (epoch ms; never for `null`), and in which state. */
  settles?: { at: number | null; to: ConnectionState };
  account?: AccountName;
  /** Tried once where the helpdesk refuses the first account. */
  secondAccount?: AccountName;
  /** True once the helpdesk's key was revoked: what is sent then gives no access. */
  isKeyDead?: boolean;
  isDefunct?: boolean;
  archivedAt?: string;
  connectorParameters?: Record<string, string>;
  errorMessage?: string;
  actionType?: 'connect' | 'provide-input';
  createdAt: string;
}

/** A person's visit to the page on which something is connected. */
export interface Visit {
  requestId: string;
  tenant: string;
  connectionId: string;
  status: 'pending' | 'success' | 'cancelled' | 'error';
  redirectUri?: string;
  createdAt: string;
}

interface Fixture extends Partial<Held> {
  app: string;
}

const ready = (account: AccountName, more: Partial<Held> = {}): Fixture => ({
  app: helpdeskAccounts[account].app,
  account,
  ...more,
});

/** `desk` has all four; `everything` one of each kind; every other tenant begins with nothing. */
const fixtures: Record<string, readonly Fixture[]> = {
  desk: [
    ready('Chatwoot cloud', { key: 'chatwoot-main' }),
    ready('Kustomer acme'),
    ready('Chaport com'),
    ready('Chatra account'),
  ],
  everything: [
    ready('Chatwoot cloud', { key: 'chatwoot-cloud' }),
    ready('Chatwoot of Acme', {
      key: 'chatwoot-acme',
      connectorParameters: { baseUrl: 'https://support.acme-outdoor.example' },
    }),
    ready('Kustomer acme', { secondAccount: 'Kustomer acme, few rights' }),
    ready('Chaport com'),
    ready('Chatra account'),
    { app: 'chatrace', state: 'BUILDING', settles: { at: null, to: 'CLIENT_ACTION_REQUIRED' } },
    { app: 'chatrace', state: 'CLIENT_ACTION_REQUIRED', actionType: 'provide-input' },
    { app: 'chatrace', state: 'CONFIGURATION_ERROR', errorMessage: 'The address is missing.' },
    { app: 'chatrace', state: 'SETUP_FAILED', errorMessage: 'The connector was not built.' },
    { app: 'chatrace', state: 'DISCONNECTING' },
    { app: 'chatrace', state: 'READY', isDefunct: true },
  ],
};

/** Everything the emulated service stores, by tenant. */
export class Tenants {
  #held = new Map<string, Held[]>();
  readonly visits = new Map<string, Visit>();
  readonly #waiting = new Set<() => void>();
  #made = 0;

  constructor(
    readonly switches: MembraneSwitches,
    readonly now: () => number,
  ) {}

  reset(): void {
    this.#held = new Map();
    this.visits.clear();
    this.#made = 0;
    this.changed();
  }

  newId(kind: string): string {
    this.#made += 1;
    return `${kind}${String(this.#made).padStart(20, '0')}`;
  }

  /** A tenant's connections, archived ones among them. */
  all(tenant: string): Held[] {
    const known = this.#held.get(tenant);
    if (known !== undefined) {
      for (const each of known) this.#settle(each);
      return known;
    }
    const held: Held[] = [];
    this.#held.set(tenant, held);
    for (const fixture of fixtures[tenant] ?? []) this.add(tenant, { state: 'READY', ...fixture });
    return held;
  }

  add(tenant: string, given: Partial<Held> & Pick<Held, 'app' | 'state'>): Held {
    const app = apps.find(({ key }) => key === given.app);
    const connection: Held = {
      id: this.newId('con'),
      tenant,
      name: app?.name ?? given.app,
      createdAt: new Date(this.now()).toISOString(),
      ...given,
    };
    this.all(tenant).push(connection);
    return connection;
  }

  /** By id or key, or by an integration's key or id where the tenant has one such connection. */
  find(tenant: string, selector: string): Held {
    const live = this.all(tenant).filter((each) => each.archivedAt === undefined);
    const exact = this.all(tenant).find(({ id, key }) => id === selector || key === selector);
    if (exact !== undefined) return exact;
    const ofApp = live.filter(({ app }) => app === selector || integrationIdOf(app) === selector);
    const [only, ...others] = ofApp;
    if (only === undefined || others.length > 0) throw notFound(`Connection "${selector}"`);
    return only;
  }

  /** Waits while the connection is being built, at most this long (ms). */
  async whileBuilding(connection: Held, atMost: number, signal: AbortSignal): Promise<void> {
    const until = this.now() + atMost;
    for (;;) {
      this.#settle(connection);
      const left = Math.min(until, connection.settles?.at ?? until) - this.now();
      const isOver = until <= this.now() || signal.aborted;
      if (connection.state !== 'BUILDING' || isOver) return;
      await this.#change(Math.max(left, 1), signal);
    }
  }

  /** Begins to build, for as long as the switch says. */
  build(connection: Held, to: ConnectionState): void {
    const { buildMs } = this.switches;
    connection.state = 'BUILDING';
    connection.settles = { at: buildMs === null ? null : this.now() + buildMs, to };
    this.changed();
  }

  /** Ends building now. */
  finishBuilding(connection: Held): void {
    if (connection.settles !== undefined) connection.settles.at = this.now();
    this.changed();
  }

  changed(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** The visit to the page where this connection is finished; an open one is used again. */
  visitFor(connection: Held, redirectUri?: string): Visit {
    const open = [...this.visits.values()].find(
      ({ connectionId, status }) => connectionId === connection.id && status === 'pending',
    );
    if (open !== undefined) return open;
    const visit: Visit = {
      requestId: this.newId('req'),
      tenant: connection.tenant,
      connectionId: connection.id,
      status: 'pending',
      createdAt: new Date(this.now()).toISOString(),
      ...(redirectUri === undefined ? {} : { redirectUri }),
    };
    this.visits.set(visit.requestId, visit);
    return visit;
  }

  /** The person chose an account, or cancelled. */
  finishVisit(visit: Visit, answer: AccountName | 'refused' | 'failed'): void {
    const connection = this.find(visit.tenant, visit.connectionId);
    if (answer === 'refused') visit.status = 'cancelled';
    else if (answer === 'failed') visit.status = 'error';
    else {
      visit.status = 'success';
      this.putRight(connection, answer);
    }
    this.changed();
  }

  /** The connection works with this account from now on. */
  putRight(connection: Held, account: AccountName = this.#usualAccount(connection)): void {
    connection.state = 'READY';
    connection.account = account;
    connection.isKeyDead = false;
    connection.isDefunct = false;
    delete connection.errorMessage;
    const { origin, app } = helpdeskAccounts[account];
    if (app === 'chatwoot' && this.switches.asksAddress) {
      connection.connectorParameters = { baseUrl: origin };
    }
  }

  #usualAccount({ app, account }: Held): AccountName {
    const name = account ?? accountNamesOf(app)[0];
    if (name === undefined) throw new Error(`there is no account of ${app}`);
    return name;
  }

  #settle(connection: Held): void {
    const { settles } = connection;
    if (connection.state !== 'BUILDING' || settles?.at == null || settles.at > this.now()) return;
    connection.state = settles.to;
    delete connection.settles;
    if (settles.to === 'SETUP_FAILED') {
      connection.errorMessage ??= 'No connector could be built for this address.';
    }
  }

  #change(atMost: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, atMost);
      this.#waiting.add(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}

export function integrationIdOf(app: string): string {
  return `int-${app}`;
}
