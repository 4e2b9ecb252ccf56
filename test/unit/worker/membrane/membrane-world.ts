import 'fake-indexeddb/auto';
import type { Connection } from '../../../../lib/model/connection';
import type { MembraneAccountState } from '../../../../lib/model/membrane-account';
import { definitionOf, definitions } from '../../../../lib/platforms/registry';
import { refusalMemory } from '../../../../lib/storage/membrane-refusals';
import type { Secrets } from '../../../../lib/storage/secrets';
import { ApiPool } from '../../../../lib/worker/connections/api-pool';
import { saveConnection } from '../../../../lib/worker/connections/connections';
import type { ConnectionPorts } from '../../../../lib/worker/connections/ports';
import type { MembraneAccountPorts, PageSignIn } from '../../../../lib/worker/membrane/account';
import { Membrane } from '../../../../lib/worker/membrane/membrane';
import { accounts } from '../../../browser/accounts';
import { TestWorld } from '../world';

/** The worker's part of connecting, over a database of its own and the emulated Membrane. */
export class MembraneWorld extends TestWorld {
  account: MembraneAccountState | undefined;
  readonly kept = new Map<string, { origin: string; secrets: Secrets }>();
  readonly drafts = new Map<string, Secrets>();
  override clock = Date.now();

  /** Keeps the account and its secrets, as the browser's storage does beyond the worker's life. */
  readonly accountPorts: MembraneAccountPorts = {
    readAccount: async () => this.account,
    writeAccount: async (account) => {
      this.account = account;
    },
    readSecrets: async (id, origin) => {
      const kept = this.kept.get(id);
      return kept?.origin === origin ? kept.secrets : undefined;
    },
    writeSecrets: async (id, origin, secrets) => void this.kept.set(id, { origin, secrets }),
    forgetSecrets: async (id) => void this.kept.delete(id),
    readDraftSecrets: async (id) => this.drafts.get(id) ?? {},
    forgetDraft: async (id) => void this.drafts.delete(id),
    permitted: async () => true,
    now: () => this.clock,
  };

  membrane = this.startMembrane();
  pool = this.startPool();

  /** `base`: origin of the emulated service. */
  constructor(readonly base: string) {
    super();
  }

  /** Another worker begins where this one was stopped; `page` is how it signs in on Membrane's page. */
  restart(page?: PageSignIn): void {
    this.membrane = this.startMembrane(page);
    this.pool = this.startPool();
  }

  private startMembrane(page?: PageSignIn): Membrane {
    return new Membrane({
      ...this.accountPorts,
      page,
      database: this.database,
      definitions,
      definitionOf,
      refusalMemory,
      accountTold: async (id) => {
        const connection = await this.database.connections.get(id);
        if (connection?.membrane === undefined) return;
        const membrane = { ...connection.membrane, proof: 'told' as const };
        await this.database.connections.update(id, { membrane });
      },
    });
  }

  private startPool(): ApiPool {
    return new ApiPool({
      definitionOf,
      readSecrets: async () => undefined,
      permitted: async () => true,
      remember: async () => undefined,
      membrane: this.membrane,
      now: () => this.clock,
    });
  }

  connecting(): ConnectionPorts {
    const { ports } = this.membrane;
    return {
      database: this.database,
      definitionOf,
      apiOf: (connection) => this.pool.get(connection),
      now: () => this.clock,
      keysAreLocked: async () => false,
      createApi: (connection, secrets) => this.pool.create(connection, secrets),
      forgetApi: (id) => this.pool.forget(id),
      readSecrets: ports.readSecrets,
      readDraftSecrets: ports.readDraftSecrets,
      writeSecrets: ports.writeSecrets,
      forgetSecrets: ports.forgetSecrets,
      forgetDraft: ports.forgetDraft,
      newId: (platform) => `${platform}-new`,
      membrane: this.membrane,
      whileStopped: (act) => act(),
      connectionsChanged: async () => undefined,
    };
  }

  async signIn(token: string, base = this.base) {
    this.drafts.set('d', { token });
    return this.membrane.account.signIn('d', base);
  }

  save(platform: keyof typeof accounts, membraneId: string, more: Record<string, string> = {}) {
    const fields = { ...accounts[platform].fields, ...more };
    return saveConnection(this.connecting(), {
      draftId: 'd',
      platform,
      fields,
      membrane: { connectionId: membraneId },
    });
  }

  async only(): Promise<Connection> {
    const [connection] = await this.database.connections.toArray();
    if (connection === undefined) throw new Error('nothing was saved');
    return connection;
  }
}
