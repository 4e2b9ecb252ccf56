import 'fake-indexeddb/auto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createDirectTransport } from '../../../lib/http/direct';
import { createMembraneLine } from '../../../lib/http/membrane/line';
import { Refusals } from '../../../lib/http/membrane/refusals';
import { createMembraneTransport } from '../../../lib/http/membrane/transport';
import { withRetry } from '../../../lib/http/retry';
import type { Transport } from '../../../lib/http/transport';
import type { Connection } from '../../../lib/model/connection';
import type { Contact } from '../../../lib/model/contact';
import { definitionOf } from '../../../lib/platforms/registry';
import { DesksideDatabase } from '../../../lib/storage/database';
import type { WorkerPorts } from '../../../lib/worker/ports';
import { chaportToken } from '../../helpdesks/chaport/emulator';
import { chatraPublicKey, chatraSecretKey } from '../../helpdesks/chatra/keys';
import type { Emulator } from '../../helpdesks/core/emulator';
import { baseOf } from '../../helpdesks/membrane/apps';
import { createMembrane, type MembraneEmulator } from '../../helpdesks/membrane/emulator';
import type { World } from '../../helpdesks/world/types';
import { listen } from '../helpdesks/membrane-server';
import { apiOver, onChaport, onChatra, onChatwoot, onKustomer } from '../platforms/emulated';
import { reach, type Way } from '../platforms/reach';
import { membraneIdOf } from '../platforms/through-membrane';
import { type MatrixFault, mostBytes } from './faults';

const email = 'ana@example.com';
const record = {
  name: 'Ana Lind',
  email,
  notes: 'Likes blue.',
  conversations: [
    {
      channel: 'chat' as const,
      status: 'open' as const,
      messages: [
        { ago: 60, from: 'customer' as const, text: 'Hello' },
        { ago: 50, from: 'agent' as const, text: 'Hi' },
        { ago: 40, from: 'agent' as const, text: 'Called before', note: true },
      ],
    },
  ],
};
const world: World = {
  now: Date.UTC(2026, 10, 20, 12),
  agents: [],
  people: [
    {
      key: 'ana',
      about: 'on all four',
      chatwoot: [record],
      kustomer: [record],
      chaport: [record],
      chatra: [record],
    },
  ],
};

/** One emulated platform behind a real port, whose next answers can be spoilt. */
export class FaultyPlatform {
  /** In force while set. */
  fault: MatrixFault | undefined;
  readonly requests: IncomingMessage[] = [];
  port = 0;
  readonly #server: Server;
  readonly #membrane: MembraneEmulator;
  #membraneOrigin = '';
  #stopMembrane = async (): Promise<void> => undefined;

  constructor(
    readonly emulator: Emulator,
    readonly connection: Connection,
    readonly contact: Contact,
    readonly secrets: Record<string, string>,
    private readonly host: string,
    /** Past the port: the way to a platform that is not the one to be spoilt. */
    readonly undisturbed: Readonly<Record<Way, Transport>>,
  ) {
    this.#membrane = createMembrane([{ ...emulator, handle: (request) => this.#askOver(request) }]);
    this.#server = createServer(async (request, response) => {
      this.requests.push(request);
      const body = await textOf(request);
      const real = () => this.#ask(request, body);
      if (this.fault?.answer !== undefined) return this.fault.answer(response, real, request);
      const answer = await real();
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      return void response.end(Buffer.from(await answer.arrayBuffer()));
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new TypeError('no port');
    this.port = address.port;
    this.connection.apiOrigin = `http://127.0.0.1:${this.port}`;
    ({ origin: this.#membraneOrigin, stop: this.#stopMembrane } = await listen(this.#membrane));
  }

  async close(): Promise<void> {
    await this.#stopMembrane();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** The product's own way to the platform, with less patience, and no pause before another try. */
  transport(way: Way): Transport {
    const inner = way === 'directly' ? this.#direct() : this.#throughMembrane();
    return withRetry(inner, { wait: async () => undefined });
  }

  /** Through the emulated Membrane before it; what is wrong with a host is wrong with Membrane's. */
  #throughMembrane(): Transport {
    const line = createMembraneLine({
      base: this.fault?.origin?.(this.port) ?? this.#membraneOrigin,
      token: async () => this.#membrane.token('desk'),
      permitted: async () => true,
      now: Date.now,
      maxBytes: mostBytes,
    });
    const { platform } = this.connection;
    const timeoutMs = this.fault?.patience ?? 20_000;
    return createMembraneTransport({
      line: { send: (request) => line.send({ ...request, timeoutMs }) },
      connectionId: membraneIdOf({ membrane: this.#membrane }, platform),
      route: { kind: 'prefix', prefix: baseOf(platform, this.#membrane.switches) },
      apiOrigin: this.connection.apiOrigin,
      isVendorHost: false,
      refusals: new Refusals(Date.now),
    });
  }

  #direct(): Transport {
    const { apiOrigin, platform } = this.connection;
    return createDirectTransport({
      origin: this.fault?.origin?.(this.port) ?? apiOrigin,
      authorise: async () => definitionOf(platform).authorise(this.secrets),
      permitted: async () => true,
      timeoutMs: this.fault?.patience ?? 20_000,
      maxBytes: mostBytes,
    });
  }

  /** As Membrane asks it: over the port, so that its answers are spoilt as they are for the product. */
  async #askOver(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const body = request.method === 'GET' ? null : await request.text();
    const { method, headers, signal } = request;
    const address = `http://127.0.0.1:${this.port}${pathname}${search}`;
    return fetch(address, { method, headers, body, signal, redirect: 'manual' });
  }

  #ask(request: IncomingMessage, body: string): Promise<Response> {
    const { method = 'GET', url = '/', headers } = request;
    const sent = Object.entries(headers).filter(([name]) => !/^(host|connection)$/.test(name));
    return this.emulator.handle(
      new Request(new URL(url, `https://${this.host}`), {
        method,
        headers: sent.map(([name, value]): [string, string] => [name, String(value)]),
        body: body === '' ? null : body,
      }),
    );
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

/** Ana on four platforms, each behind a port of its own. */
export async function openPlatforms(): Promise<Map<string, FaultyPlatform>> {
  const chatwoot = onChatwoot(world);
  const kustomer = onKustomer(world);
  const chaport = onChaport(world);
  const chatra = onChatra(world);
  const chatraKeys = { publicKey: chatraPublicKey, secretKey: chatraSecretKey };
  const all = [
    platform(chatwoot, { token: chatwoot.emulator.tokens.admin }, 'app.chatwoot.com'),
    platform(kustomer, { key: kustomer.emulator.keys.full }, 'acme.api.kustomerapp.com'),
    platform(chaport, { token: chaportToken }, 'app.chaport.com'),
    platform(chatra, chatraKeys, 'app.chatra.io'),
  ];
  await Promise.all(all.map((each) => each.open()));
  return new Map(all.map((each) => [each.connection.platform, each]));
}

function platform(
  opened: Parameters<typeof reach>[1],
  secrets: Record<string, string>,
  host: string,
): FaultyPlatform {
  const { emulator, connection } = opened;
  const [first] = opened.records;
  if (first === undefined) throw new TypeError('nobody');
  const contact = { ...first.contact, emails: [email], emailKeys: [email] };
  // Its port is its address only from when it is opened, and the way past it is not that of a port.
  const undisturbed = {
    directly: reach('directly', opened).transport,
    'through Membrane': reach('through Membrane', opened).transport,
  };
  return new FaultyPlatform(emulator, connection, contact, secrets, host, undisturbed);
}

let databases = 0;

/**
 * A worker's ports over the four platforms, with an empty database and a clock of its own. Only the faulty
 * one is asked over its port, which the others don't need, as nothing is wrong with them.
 */
export async function openWorker(
  platforms: ReadonlyMap<string, FaultyPlatform>,
  on: Way,
  faulty: FaultyPlatform,
) {
  databases += 1;
  const database = new DesksideDatabase(`faults-${databases}`);
  const clock = { now: Date.now() };
  const connections = [...platforms.values()].map(({ connection }) => connection);
  for (const connection of connections) connection.facts = {};
  await database.connections.bulkPut(connections);
  const ports: WorkerPorts = {
    database,
    definitionOf,
    now: () => clock.now,
    apiOf: (connection) => {
      const way = platforms.get(connection.platform);
      if (way === undefined) throw new TypeError('no such platform');
      const transport = () => (way === faulty ? way.transport(on) : way.undisturbed[on]);
      return apiOver(way.connection, { send: (request) => transport().send(request) });
    },
  };
  return { ports, clock };
}
