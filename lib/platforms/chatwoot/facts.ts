import type { ApiPorts } from '../contract/api';

/** What the adapter learns about an installation and keeps in `connection.facts`. */
export type FactName =
  /** The server's version, e.g. `4.15.1`. */
  | 'version'
  /** `yes` or `no`: whether `conversations/filter` knows the key `contact_id`. */
  | 'contactIdFilter';

export interface Facts {
  get(name: FactName): string | undefined;
  /** Keeps a fact across restarts; does nothing when it is known already. */
  learn(name: FactName, value: string): Promise<void>;
}

/** The facts of a connection, including those learned since the connection was read. */
export function createFacts(ports: ApiPorts): Facts {
  const known = new Map<string, string>(Object.entries(ports.connection.facts));
  const { version } = ports.connection;
  if (version !== undefined && !known.has('version')) known.set('version', version);
  return {
    get: (name) => known.get(name),
    async learn(name, value) {
      if (known.get(name) === value) return;
      known.set(name, value);
      await ports.remember(name, value);
    },
  };
}
