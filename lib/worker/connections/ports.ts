import type { Connection, MembraneLink } from '../../model/connection';
import type { ConnectionReport, PlatformApi } from '../../platforms/contract/api';
import type { Secrets } from '../../storage/secrets';
import type { WorkerPorts } from '../ports';

/** What connecting through Membrane needs. */
export interface MembraneDrafts {
  /** Origin of the Membrane that is signed in to; `undefined` when nobody is. */
  base(): Promise<string | undefined>;
  /**
   * What a draft's connection in Membrane comes to: that it works, is of this server, and how it is
   * asked. Throws `ConnectionProblem` or `TransportError`.
   */
  link(draft: Connection, membraneId: string): Promise<MembraneLink>;
  /**
   * Whether it is certain that the right account answers. `known`: the link of the same account as it
   * is kept; what was proven of it holds as long as the way through Membrane is the same.
   */
  prove(
    connection: Connection,
    api: PlatformApi,
    report: ConnectionReport,
    known: MembraneLink | undefined,
  ): Promise<MembraneLink>;
}

/** What the service needs beyond the common ports; the browser's part is put in by the worker. */
export interface ConnectionPorts extends WorkerPorts {
  createApi(connection: Connection, secrets: () => Promise<Secrets>): PlatformApi;
  forgetApi(connectionId: string): void;
  readSecrets(connectionId: string, origin: string): Promise<Secrets | undefined>;
  readDraftSecrets(draftId: string): Promise<Secrets>;
  writeSecrets(connectionId: string, origin: string, secrets: Secrets): Promise<void>;
  forgetSecrets(connectionId: string): Promise<void>;
  forgetDraft(draftId: string): Promise<void>;
  /** Whether secrets can be neither read nor written until a passphrase is given. */
  keysAreLocked(): Promise<boolean>;
  /** Why the administrator does not allow it, for a person; `undefined` where nothing is said. */
  refusal?(draft: { platform: string; isThroughMembrane: boolean }): Promise<string | undefined>;
  newId(platform: string): string;
  membrane: MembraneDrafts;
  /** Does this when all work under way has ended; none begins until it is done. */
  whileStopped<T>(act: () => Promise<T>): Promise<T>;
  /**
   * Called when connections were added, changed or removed. `before`: the one that was changed or removed, as it
   * was; what only that one needed is given back.
   */
  connectionsChanged(before?: Connection): Promise<void>;
  /** Gives the permission for an address's host back, unless something else needs it. */
  releaseHost?(address: string): Promise<void>;
}
