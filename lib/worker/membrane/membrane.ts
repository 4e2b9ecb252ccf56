import { MembraneApi } from '../../http/membrane/api';
import { type RefusalMemory, Refusals } from '../../http/membrane/refusals';
import type { MembraneConnection } from '../../http/membrane/schemas';
import { situationOf } from '../../http/membrane/situation';
import { createMembraneTransport } from '../../http/membrane/transport';
import type { Transport } from '../../http/transport';
import { TransportError } from '../../http/transport-error';
import type { Connection, MembraneLink } from '../../model/connection';
import {
  ConnectionProblem,
  type ConnectionReport,
  type PlatformApi,
} from '../../platforms/contract/api';
import type { PlatformDefinition } from '../../platforms/contract/definition';
import type { DesksideDatabase } from '../../storage/database';
import type { MembraneWay } from '../connections/api-pool';
import type { MembraneDrafts } from '../connections/ports';
import { MembraneAccount, type MembraneAccountPorts } from './account';
import { createActionsTransport } from './actions-transport';
import { ConnectionNotReady } from './failure-words';
import { isOnScreen, serverTold, untilProven } from './proof';
import { findMembraneRoute } from './route';
import { throughMembrane } from './through-membrane';

const CALL_MS = 60_000;

export interface MembranePorts extends MembraneAccountPorts {
  database: DesksideDatabase;
  definitions: readonly PlatformDefinition[];
  definitionOf(platform: string): PlatformDefinition;
  /** What was refused, beyond the worker's life. */
  refusalMemory?: RefusalMemory;
  /** Stores that the platform said which account answers. */
  accountTold(connectionId: string): Promise<void>;
}

/** Everything that goes through Membrane: the account, how drafts become connections, their calls. */
export class Membrane implements MembraneWay, MembraneDrafts {
  readonly account: MembraneAccount;
  /** One for each connection in Membrane, whichever APIs use it. */
  readonly #transports = new Map<string, Transport>();
  readonly #refusals: Refusals;

  constructor(readonly ports: MembranePorts) {
    this.account = new MembraneAccount(ports);
    this.#refusals = new Refusals(ports.now, ports.refusalMemory);
  }

  async base(): Promise<string | undefined> {
    return (await this.ports.readAccount())?.base;
  }

  transport(connection: Connection, definition: PlatformDefinition): Transport {
    const { membrane, apiOrigin } = connection;
    if (membrane === undefined) throw new TypeError('not a connection through Membrane');
    const key = JSON.stringify([
      membrane.base,
      membrane.tenantId,
      membrane.connectionId,
      membrane.route,
      apiOrigin,
    ]);
    const known = this.#transports.get(key);
    if (known !== undefined) return known;
    const transport = this.#create(membrane, apiOrigin, definition);
    this.#transports.set(key, transport);
    return transport;
  }

  #create(link: MembraneLink, apiOrigin: string, { relay }: PlatformDefinition): Transport {
    const line = this.account.lineFor(link);
    const { connectionId, route } = link;
    if (route.kind === 'actions') {
      const api = new MembraneApi(line);
      const { now } = this.ports;
      return createActionsTransport({ api, connectionId, allowed: relay.actions ?? [], now });
    }
    const isVendorHost = relay.isVendorHost(new URL(apiOrigin).hostname);
    const { refusesInJson } = relay;
    const way = { connectionId, route, apiOrigin, isVendorHost, refusesInJson };
    return createMembraneTransport({ ...way, line, refusals: this.#refusals });
  }

  api(api: PlatformApi, connection: Connection, answers: () => number): PlatformApi {
    const { label } = this.ports.definitionOf(connection.platform);
    const through = throughMembrane(api, label);
    if (connection.membrane?.proof !== 'none' || connection.health.state === 'unknown')
      return through;
    return untilProven(through, {
      answers,
      label,
      onProven: () => this.ports.accountTold(connection.id),
    });
  }

  /** Everything may be asked of a connection in Membrane again, as after it was repaired there. */
  forgetRefusals(membraneId: string): Promise<void> {
    return this.#refusals.forget(membraneId);
  }

  /**
   * A person who was told to reconnect in Membrane tries again: what was refused is asked once more.
   * `connectionId`: only this connection's.
   */
  async personTriesAgain(connectionId: string | undefined): Promise<void> {
    const { connections } = this.ports.database;
    const told = await connections
      .filter(({ health }) => health.state === 'failing' && health.reason === 'relay-reconnect')
      .toArray();
    for (const { id, membrane } of told) {
      const isMeant = connectionId === undefined || connectionId === id;
      if (isMeant && membrane !== undefined) await this.forgetRefusals(membrane.connectionId);
    }
  }

  async link(draft: Connection, membraneId: string): Promise<MembraneLink> {
    // The person who tries again may have fixed exactly this in Membrane.
    await this.forgetRefusals(membraneId);
    const signal = AbortSignal.timeout(CALL_MS);
    const state = await this.ports.readAccount();
    if (state === undefined) throw new TransportError('relay-signed-out', { isOfRelay: true });
    const api = await this.account.api();
    const connection = await api.connection(membraneId, signal);
    const { relay, label } = this.ports.definitionOf(draft.platform);
    assertUsable(connection, label);
    const server = serverTold(connection, draft, relay);
    if (server === 'other') throw new ConnectionProblem('other-account', '');
    const contacts = await this.ports.database.contacts
      .where('connectionId')
      .equals(draft.id)
      .filter((contact) => relay.contactPath?.(contact) !== undefined)
      .limit(3)
      .toArray();
    const search = {
      api,
      line: await this.account.line(),
      profile: relay,
      connectionId: membraneId,
      target: draft,
      contacts,
    };
    const route = await findMembraneRoute(search, signal);
    if (route === undefined) throw new TransportError('relay-no-way', { isOfRelay: true });
    return {
      connectionId: membraneId,
      base: state.base,
      tenantId: state.tenantId,
      route,
      proof: server === 'same' ? 'told' : 'none',
    };
  }

  async prove(
    connection: Connection,
    api: PlatformApi,
    report: ConnectionReport,
    known: MembraneLink | undefined,
  ): Promise<MembraneLink> {
    const { membrane } = connection;
    if (membrane === undefined) throw new TypeError('not a connection through Membrane');
    if (membrane.proof !== 'none') return membrane;
    if (known !== undefined && known.proof !== 'none' && isSameWay(known, membrane)) {
      return { ...membrane, proof: known.proof };
    }
    const { capabilities } = this.ports.definitionOf(connection.platform);
    // What only the page shows proves nothing.
    const isRead = capabilities.history === 'api';
    const screens = isRead ? await this.ports.database.screens.toArray() : [];
    const isTold = report.provesAccount === true || (await isOnScreen(screens, connection, api));
    return isTold ? { ...membrane, proof: 'told' } : membrane;
  }
}

function isSameWay(a: MembraneLink, b: MembraneLink): boolean {
  return a.connectionId === b.connectionId && a.tenantId === b.tenantId && a.base === b.base;
}

/** Throws with a sentence about Membrane where the connection cannot be used as it is. */
function assertUsable(connection: MembraneConnection, platform: string): void {
  if (situationOf(connection) === 'ready') return;
  throw new ConnectionNotReady(connection, platform);
}
