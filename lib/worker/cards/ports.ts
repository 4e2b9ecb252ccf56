import { fetchFile } from '../../http/fetch-file';
import type { DesksideDatabase } from '../../storage/database';
import { database } from '../../storage/database';
import { readManagedPolicy } from '../../storage/policy';
import { type KeptLimit, readRateLimit, writeRateLimit } from '../../storage/rate-limits';
import {
  forgetDraft,
  forgetSecrets,
  readDraftSecrets,
  readSecrets,
  type Secrets,
  writeSecrets,
} from '../../storage/secrets';
import { isPermitted } from '../connections/permissions';
import { releaseUnlessNeeded } from '../connections/release-permission';
import { browserReplyPorts } from '../replies/ports';

/** What data cards need of the browser; tests put in their own. */
export interface CardPorts {
  database: DesksideDatabase;
  fetchFile: typeof fetchFile;
  permitted(origin: string): Promise<boolean>;
  /** Gives the permission for this origin back unless something else needs it. */
  release(origin: string): Promise<void>;
  /** Throws `KeysLocked` while a passphrase is wanted. */
  readSecrets(cardId: string, origin: string): Promise<Secrets | undefined>;
  writeSecrets(cardId: string, origin: string, secrets: Secrets): Promise<void>;
  forgetSecrets(cardId: string): Promise<void>;
  readDraftSecrets(draftId: string): Promise<Secrets>;
  forgetDraft(draftId: string): Promise<void>;
  readLimit(id: string): Promise<KeptLimit | undefined>;
  writeLimit(id: string, limit: KeptLimit): Promise<void>;
  /** Whether the administrator allows cards other than those in the policy. */
  allowsOwnCards(): Promise<boolean>;
  newId(): string;
  /** Epoch ms. */
  now(): number;
}

export const browserCardPorts: CardPorts = {
  database,
  fetchFile,
  permitted: isPermitted,
  release: async (origin) =>
    releaseUnlessNeeded(origin, (await browserReplyPorts.teamAddress())?.url),
  readSecrets,
  writeSecrets,
  forgetSecrets,
  readDraftSecrets,
  forgetDraft,
  readLimit: readRateLimit,
  writeLimit: writeRateLimit,
  allowsOwnCards: async () => (await readManagedPolicy()).policy.features?.ownCards !== false,
  newId: () => crypto.randomUUID(),
  now: Date.now,
};
