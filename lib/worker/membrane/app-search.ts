import type { MembraneApi } from '../../http/membrane/api';
import type { MembraneConnection } from '../../http/membrane/schemas';

const SEARCH_MS = 20_000;

/** Finds out which connectors and applications of Membrane are our platforms'; searches once. */
export class AppSearch {
  readonly #names: ReadonlyMap<string, string>;
  #found: ReadonlyMap<string, string> | undefined;

  /** `platforms`: their names, which are also their keys in Membrane. */
  constructor(private readonly platforms: readonly string[]) {
    this.#names = new Map(platforms.map((name) => [name, name]));
  }

  /**
   * The platform for each name, and for each id by which these connections say what they are for, where none
   * has a key. Ids are in small letters. Failing to search is no error: then names alone count, in this worker.
   */
  async platformsOf(
    api: MembraneApi,
    connections: readonly MembraneConnection[],
  ): Promise<ReadonlyMap<string, string>> {
    if (!connections.some((each) => this.#isToBeFound(each))) return this.#found ?? this.#names;
    this.#found ??= await this.#search(api).catch(() => this.#names);
    return this.#found;
  }

  #isToBeFound({ integration, connectorId, externalAppId }: MembraneConnection): boolean {
    const ids = [connectorId, externalAppId].flatMap((id) => id || []);
    return !integration?.key && ids.length > 0 && !ids.some((id) => this.#names.has(id));
  }

  async #search(api: MembraneApi): Promise<ReadonlyMap<string, string>> {
    const signal = AbortSignal.timeout(SEARCH_MS);
    const asked = this.platforms.flatMap((name) =>
      (['connector', 'app'] as const).map(async (kind) =>
        (await api.idsOf(kind, name, signal)).map((id) => [id.toLowerCase(), name] as const),
      ),
    );
    return new Map([...this.#names, ...(await Promise.all(asked)).flat()]);
  }
}
