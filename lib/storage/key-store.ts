import Dexie, { type EntityTable } from 'dexie';
import type { KeyLock, Sealed } from './key-lock';

/** The secrets of one connection: as they are, or sealed where a passphrase is set. */
export interface SecretRow {
  connectionId: string;
  /** A key belongs to the host it was entered for. */
  origin: string;
  /** By form field. */
  secrets?: Record<string, string> | undefined;
  sealed?: Sealed | undefined;
}

/** What a form left for the worker. */
export interface SecretDraftRow {
  draftId: string;
  secrets: Record<string, string>;
}

/** How the secrets are locked; there is one at the most. */
export interface LockRow extends KeyLock {
  id: 'passphrase';
  /** Minutes after which they lock by themselves; absent: with the end of the browser's session. */
  minutes?: number | undefined;
}

/**
 * Where secrets are: a database of the extension's own origin, which no content script of any browser
 * reaches. Only the worker reads it; a form of the settings writes a draft into it and reads nothing.
 */
class KeyStore extends Dexie {
  declare secrets: EntityTable<SecretRow, 'connectionId'>;
  declare drafts: EntityTable<SecretDraftRow, 'draftId'>;
  declare lock: EntityTable<LockRow, 'id'>;

  constructor() {
    super('deskside-keys', { cache: 'disabled' });
    this.version(1).stores({ secrets: 'connectionId', drafts: 'draftId', lock: 'id' });
  }
}

export const keyStore = new KeyStore();
