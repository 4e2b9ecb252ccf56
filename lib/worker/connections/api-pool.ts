import { withDeduplication } from '../../http/dedupe-requests';
import { createDirectTransport } from '../../http/direct';
import { TransportError } from '../../http/errors';
import { withPace } from '../../http/pace';
import { withRetry } from '../../http/retry';
import type { Transport } from '../../http/transport';
import type { Connection } from '../../model/connection';
import type { PlatformApi } from '../../platforms/contract/api';
import type { PlatformDefinition } from '../../platforms/contract/definition';
import type { Secrets } from '../../storage/secrets';

export interface ApiPoolOptions {
  definitionOf(platform: string): PlatformDefinition;
  readSecrets(connectionId: string, origin: string): Promise<Secrets | undefined>;
  permitted(origin: string): Promise<boolean>;
  /** Keeps `connection.facts` across restarts. */
  remember(connectionId: string, key: string, value: string): Promise<void>;
  now(): number;
}

/**
 * One API for each connection, so that its pace and its shared requests hold for the whole
 * worker. The only place where a secret meets a request.
 */
export class ApiPool {
  readonly #apis = new Map<string, PlatformApi>();

  constructor(private readonly options: ApiPoolOptions) {}

  get(connection: Connection): PlatformApi {
    const key = keyOf(connection);
    let api = this.#apis.get(key);
    if (api === undefined) {
      const { id, apiOrigin } = connection;
      api = this.create(connection, () => this.options.readSecrets(id, apiOrigin));
      this.#apis.set(key, api);
    }
    return api;
  }

  /** An API of its own for a draft; what it learns goes into the draft's `facts`. */
  create(connection: Connection, secrets: () => Promise<Secrets | undefined>): PlatformApi {
    const definition = this.options.definitionOf(connection.platform);
    return definition.createApi({
      connection,
      transport: this.#transport(connection, definition, secrets),
      now: this.options.now,
      remember: async (key, value) => {
        connection.facts[key] = value;
        await this.options.remember(connection.id, key, value);
      },
    });
  }

  /** After a change of the connection, the next call starts anew. */
  forget(connectionId: string): void {
    for (const key of [...this.#apis.keys()]) {
      if (key.startsWith(`${connectionId} `)) this.#apis.delete(key);
    }
  }

  #transport(
    connection: Connection,
    definition: PlatformDefinition,
    secrets: () => Promise<Secrets | undefined>,
  ): Transport {
    const direct = createDirectTransport({
      origin: connection.apiOrigin,
      permitted: () => this.options.permitted(connection.apiOrigin),
      authorise: async () => {
        try {
          return definition.authorise((await secrets()) ?? {});
        } catch (error) {
          if (error instanceof TypeError) throw new TransportError('no-secret');
          throw error;
        }
      },
    });
    return withDeduplication(withRetry(withPace(direct, definition.pace, this.options.now)));
  }
}

/** Work that still holds an older form of the connection must not share an API with the new one. */
function keyOf({ id, apiOrigin, account }: Connection): string {
  return `${id} ${apiOrigin} ${account ?? ''}`;
}
