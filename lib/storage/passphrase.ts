import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { withLock } from '../async/with-lock';
import { exportKey, importKey, makeLock, openLock, seal, unseal } from './key-lock';
import { keyStore, type LockRow, type SecretRow } from './key-store';

/** The secrets are there, but a passphrase is wanted first. */
export class KeysLocked extends Error {
  override readonly name = 'KeysLocked';
}

/** Whether secrets are sealed, and whether they can be read now. */
export interface KeyState {
  hasPassphrase: boolean;
  isLocked: boolean;
  /** Minutes after which they lock by themselves. */
  minutes?: number | undefined;
}

/** What `storage.session` holds while the secrets can be read: it ends with the browser. */
const sessionSchema = v.object({
  key: v.string(),
  /** Epoch ms since when. */
  since: v.number(),
});

const sessionItem = 'session:keys-unlocked';
const minuteMs = 60_000;

/**
 * Runs a change of the secrets or of their passphrase, one at a time: half of the rows sealed with one
 * key and half with another would be lost. Rejects as `work` does.
 */
export function inPassphraseTurn<T>(work: () => Promise<T>): Promise<T> {
  return withLock(keyStore, 'passphrase', work);
}

/** How secrets are locked now. `now`: epoch ms. */
export async function readKeyState(now: number): Promise<KeyState> {
  const lock = await keyStore.lock.get('passphrase');
  if (lock === undefined) return { hasPassphrase: false, isLocked: false };
  const isLocked = (await sessionKey(lock, now)) === undefined;
  return { hasPassphrase: true, isLocked, minutes: lock.minutes };
}

/** Epoch ms at which unlocked secrets lock by themselves; `undefined` where they do not. */
export async function locksAt(): Promise<number | undefined> {
  const lock = await keyStore.lock.get('passphrase');
  const session = v.safeParse(sessionSchema, await storage.getItem(sessionItem));
  if (lock?.minutes === undefined || !session.success) return undefined;
  return session.output.since + lock.minutes * minuteMs;
}

/**
 * The key by which secrets are sealed; `undefined` where no passphrase is set. Throws `KeysLocked` where
 * one is and was not given in this session, or too long ago.
 */
export async function currentKey(now: number): Promise<CryptoKey | undefined> {
  const lock = await keyStore.lock.get('passphrase');
  if (lock === undefined) return undefined;
  const key = await sessionKey(lock, now);
  if (key === undefined) throw new KeysLocked();
  return key;
}

async function sessionKey(lock: LockRow, now: number): Promise<CryptoKey | undefined> {
  const session = v.safeParse(sessionSchema, await storage.getItem(sessionItem));
  if (!session.success) return undefined;
  const age = now - session.output.since;
  // A clock that was set back does not lengthen it.
  if (lock.minutes !== undefined && (age < 0 || age >= lock.minutes * minuteMs)) {
    await lockKeys();
    return undefined;
  }
  try {
    const key = await importKey(session.output.key);
    return (await unseal(key, lock.proof, 'proof')) === undefined ? undefined : key;
  } catch {
    return undefined;
  }
}

/**
 * Seals all secrets by a passphrase, in place of an earlier one. Throws `KeysLocked` where they are
 * sealed by one that was not given.
 */
export function setPassphrase(
  passphrase: string,
  minutes: number | undefined,
  now: number,
): Promise<void> {
  return inPassphraseTurn(async () => {
    const before = await currentKey(now);
    const rows = await keyStore.secrets.toArray();
    const { lock, key } = await makeLock(passphrase);
    const sealed = await Promise.all(
      rows.map(async (row) => sealRow(await openRow(row, before), key)),
    );
    await keyStore.transaction('rw', keyStore.lock, keyStore.secrets, async () => {
      await keyStore.lock.put({ id: 'passphrase', ...lock, minutes });
      await keyStore.secrets.bulkPut(sealed);
    });
    await keepUnlocked(key, now);
  });
}

/** Lets secrets be read for this session; `false` for a wrong passphrase. */
export function unlockKeys(passphrase: string, now: number): Promise<boolean> {
  return inPassphraseTurn(async () => {
    const lock = await keyStore.lock.get('passphrase');
    if (lock === undefined) return true;
    const key = await openLock(lock, passphrase);
    if (key === undefined) return false;
    await keepUnlocked(key, now);
    const open = await keyStore.secrets.filter(({ sealed }) => sealed === undefined).toArray();
    await keyStore.secrets.bulkPut(await Promise.all(open.map((row) => sealRow(row, key))));
    return true;
  });
}

/** From now on the passphrase is wanted again. */
export async function lockKeys(): Promise<void> {
  await storage.removeItem(sessionItem);
}

/** Keeps the secrets as they are from now on. Throws `KeysLocked` where they cannot be read. */
export function removePassphrase(now: number): Promise<void> {
  return inPassphraseTurn(async () => {
    const key = await currentKey(now);
    const rows = await keyStore.secrets.toArray();
    const open = await Promise.all(rows.map((row) => openRow(row, key)));
    await keyStore.transaction('rw', keyStore.lock, keyStore.secrets, async () => {
      await keyStore.secrets.bulkPut(open);
      await keyStore.lock.clear();
    });
    await lockKeys();
  });
}

/** The way out of a forgotten passphrase: the secrets go, and nothing else does. */
export function dropKeys(): Promise<void> {
  return inPassphraseTurn(async () => {
    await keyStore.transaction('rw', keyStore.lock, keyStore.secrets, async () => {
      await keyStore.secrets.clear();
      await keyStore.lock.clear();
    });
    await lockKeys();
  });
}

/** A row as it is stored under this key; `undefined` for no passphrase. */
export async function sealRow(row: SecretRow, key: CryptoKey | undefined): Promise<SecretRow> {
  const { connectionId, origin, secrets } = row;
  if (key === undefined || secrets === undefined) return row;
  return { connectionId, origin, sealed: await seal(key, JSON.stringify(secrets), contextOf(row)) };
}

/** A row with its secrets readable. Throws `KeysLocked` where this key does not open it. */
export async function openRow(row: SecretRow, key: CryptoKey | undefined): Promise<SecretRow> {
  const { connectionId, origin, sealed } = row;
  if (sealed === undefined) return row;
  const text = key === undefined ? undefined : await unseal(key, sealed, contextOf(row));
  if (text === undefined) throw new KeysLocked();
  const secrets = v.parse(v.record(v.string(), v.string()), JSON.parse(text));
  return { connectionId, origin, secrets };
}

/** A sealed key cannot be moved to another connection, or told to be for another host. */
function contextOf({ connectionId, origin }: SecretRow): string {
  return `${connectionId} ${origin}`;
}

async function keepUnlocked(key: CryptoKey, now: number): Promise<void> {
  await storage.setItem(sessionItem, { key: await exportKey(key), since: now });
}
