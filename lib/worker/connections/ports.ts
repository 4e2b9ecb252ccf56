import type { Connection } from '../../model/connection';
import type { PlatformApi } from '../../platforms/contract/api';
import type { Secrets } from '../../storage/secrets';
import type { WorkerPorts } from '../ports';

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
  newId(platform: string): string;
  /** Ends all work under way; resolves when nothing writes any longer. */
  stopWork(): Promise<void>;
  /** Called when connections were added, changed or removed. */
  connectionsChanged(removed?: Connection): Promise<void>;
}
