import type { Allowance } from '../../http/allowance';
import { withBrowserClosing } from '../../http/browser-closing';
import { withDeduplication } from '../../http/dedupe-requests';
import { createDirectTransport } from '../../http/direct';
import { type LimitMemory, withPace } from '../../http/pace';
import { withRetry } from '../../http/retry';
import type { Transport } from '../../http/transport';
import { TransportError } from '../../http/transport-error';
import type { Connection } from '../../model/connection';
import type { ApiPorts, PlatformApi } from '../../platforms/contract/api';
import type { PlatformDefinition } from '../../platforms/contract/definition';
import { KeysLocked } from '../../storage/passphrase';
import type { Secrets } from '../../storage/secrets';
import type { Urgency } from '../ports';
import { sealWith } from './seal';

export interface ApiPoolOptions {
  definitionOf(platform: string): PlatformDefinition;
  readSecrets(connectionId: string, origin: string): Promise<Secrets | undefined>;
  permitted(origin: string): Promise<boolean>;
  /** Keeps `connection.facts` across restarts. */
  remember(connectionId: string, key: string, value: string): Promise<void>;
  /** Keeps whether a connection's key shows only a part of the account. */
  learnRestricted?(connectionId: string, isRestricted: boolean): Promise<void>;
  /** The pause that a 429 asked for, stored so that it survives the worker. */
  limitMemory?(connectionId: string): LimitMemory;
  /** Keeps how many requests a platform says it still takes. */
  keepAllowance?(connectionId: string, allowance: Allowance): void;
  namedCharacters?: ApiPorts['namedCharacters'];
  /** The key with which the organisation has notes signed; without it the account's own keys sign them. */
  teamNoteKey?(): Promise<string | undefined>;
  /** Connections that Membrane carries; without it they fail as signed out. */
  membrane?: MembraneWay;
  now(): number;
}

/** How calls go through Membrane. */
export interface MembraneWay {
  transport(connection: Connection, definition: PlatformDefinition): Transport;
  /** The platform's API as it is on this way, until it is certain which account answers. */
  api(api: PlatformApi, connection: Connection, answers: () => number): PlatformApi;
}

/**
 * One transport for each connection, so that its pace and its shared requests hold for the whole worker; on
 * top of it one API for the person on screen, and one for work in the background. The only place where a
 * secret meets a request.
 */
export class ApiPool {
  readonly #transports = new Map<string, Transport>();
  readonly #apis = new Map<string, PlatformApi>();

  constructor(private readonly options: ApiPoolOptions) {}

  get(connection: Connection, urgency: Urgency = 'foreground'): PlatformApi {
    const key = `${keyOf(connection)} ${urgency}`;
    let api = this.#apis.get(key);
    if (api === undefined) {
      const shared = this.#sharedTransport(connection);
      const { id, apiOrigin } = connection;
      api = this.#api(connection, urgency === 'background' ? forBackground(shared) : shared, () =>
        this.options.readSecrets(id, apiOrigin),
      );
      this.#apis.set(key, api);
    }
    return api;
  }

  /**
   * An API of its own for a draft; what it learns goes into the draft's `facts` and nowhere else: the
   * connection that is kept under the same id may be another one.
   */
  create(connection: Connection, secrets: () => Promise<Secrets | undefined>): PlatformApi {
    return this.#api(connection, this.#transport(connection, secrets), secrets, false);
  }

  /** After a change of the connection, the next call starts again. */
  forget(connectionId: string): void {
    for (const kept of [this.#transports, this.#apis]) {
      for (const key of [...kept.keys()]) {
        if (key.startsWith(`${connectionId} `)) kept.delete(key);
      }
    }
  }

  /** Each connection has one pace and one budget, whatever calls it. */
  #sharedTransport(connection: Connection): Transport {
    const key = keyOf(connection);
    let transport = this.#transports.get(key);
    if (transport === undefined) {
      const { id, apiOrigin } = connection;
      const memory = this.options.limitMemory?.(id);
      transport = this.#transport(
        connection,
        () => this.options.readSecrets(id, apiOrigin),
        memory,
      );
      this.#transports.set(key, transport);
    }
    return transport;
  }

  #api(
    connection: Connection,
    transport: Transport,
    secrets: () => Promise<Secrets | undefined>,
    isKept = true,
  ): PlatformApi {
    let answers = 0;
    const counted: Transport = {
      async send(request) {
        const answer = await transport.send(request);
        answers += 1;
        return answer;
      },
    };
    const api = this.options.definitionOf(connection.platform).createApi({
      connection,
      transport: counted,
      now: this.options.now,
      namedCharacters: this.options.namedCharacters,
      seal: async (text) => {
        const teamNoteKey = await this.options.teamNoteKey?.();
        if (teamNoteKey !== undefined) return sealWith({ teamNoteKey }, text);
        const stored = await secrets().catch(() => undefined);
        const isKeyless = stored === undefined || Object.keys(stored).length === 0;
        return isKeyless ? undefined : sealWith(stored, text);
      },
      remember: async (key, value) => {
        connection.facts[key] = value;
        if (isKept) await this.options.remember(connection.id, key, value);
      },
      learnRestricted: async (isRestricted) => {
        if (isKept) await this.options.learnRestricted?.(connection.id, isRestricted);
      },
    });
    const { membrane } = this.options;
    if (connection.transport !== 'membrane' || membrane === undefined) return api;
    return membrane.api(api, connection, () => answers);
  }

  #transport(
    connection: Connection,
    secrets: () => Promise<Secrets | undefined>,
    memory?: LimitMemory,
  ): Transport {
    const definition = this.options.definitionOf(connection.platform);
    const { now } = this.options;
    const sent =
      connection.transport === 'membrane'
        ? (this.options.membrane?.transport(connection, definition) ?? signedOut)
        : this.#direct(connection, definition, secrets);
    const paced = withPace(sent, definition.pace, { now, memory });
    return withBrowserClosing(withDeduplication(withRetry(paced)));
  }

  #direct(
    connection: Connection,
    definition: PlatformDefinition,
    secrets: () => Promise<Secrets | undefined>,
  ): Transport {
    return createDirectTransport({
      origin: connection.apiOrigin,
      permitted: () => this.options.permitted(connection.apiOrigin),
      onAllowance: (allowance) => this.options.keepAllowance?.(connection.id, allowance),
      authorise: async (isMadeUp) => {
        try {
          const stored = (await secrets()) ?? {};
          return definition.authorise(isMadeUp ? madeUp(stored) : stored);
        } catch (error) {
          if (error instanceof KeysLocked) throw new TransportError('locked');
          if (error instanceof TypeError) throw new TransportError('no-secret');
          throw error;
        }
      },
    });
  }
}

/** Secrets of the same shape that give access to nothing. */
function madeUp(secrets: Secrets): Secrets {
  const turned = (secret: string) =>
    secret.replace(/[a-z]/g, 'x').replace(/[A-Z]/g, 'X').replace(/\d/g, '7');
  return Object.fromEntries(
    Object.entries(secrets).map(([name, secret]) => [name, turned(secret)]),
  );
}

function forBackground(transport: Transport): Transport {
  return { send: (request) => transport.send({ ...request, isBackground: true }) };
}

const signedOut: Transport = {
  send: async () => {
    throw new TransportError('relay-signed-out', { isOfRelay: true });
  },
};

/** Work that still uses an older form of the connection must not share an API with the new one. */
function keyOf({ id, apiOrigin, account, membrane }: Connection): string {
  return `${id} ${apiOrigin} ${account ?? ''} ${JSON.stringify(membrane ?? null)}`;
}
