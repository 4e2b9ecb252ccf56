import { describe, expect, it } from 'vitest';
import {
  exportKey,
  importKey,
  makeLock,
  openLock,
  PBKDF2_ITERATIONS,
  seal,
  unseal,
} from '../../../lib/storage/key-lock';

describe('a lock', () => {
  it('costs what is asked of PBKDF2 today', () => {
    expect(PBKDF2_ITERATIONS).toBeGreaterThanOrEqual(600_000);
  });

  it('opens with its passphrase in whatever composition, and with no other', async () => {
    const { lock, key } = await makeLock('pä\u0073sphrase'.normalize('NFC'));
    const opened = await openLock(lock, 'pässphrase'.normalize('NFD'));
    const sealed = await seal(key, 'token', 'c-1');
    expect(opened && (await unseal(opened, sealed, 'c-1'))).toBe('token');
    expect(await openLock(lock, 'passphrase')).toBeUndefined();
    expect(await openLock(lock, '')).toBeUndefined();
  });

  it('seals for one purpose, differently each time, and notices a changed bit', async () => {
    const { key } = await makeLock('correct horse');
    const [one, other] = [await seal(key, 'token', 'c-1'), await seal(key, 'token', 'c-1')];
    expect(Buffer.from(one.data).equals(Buffer.from(other.data))).toBe(false);
    expect(await unseal(key, one, 'c-2')).toBeUndefined();
    const changed = new Uint8Array(one.data.slice(0));
    changed[0] = (changed[0] ?? 0) ^ 1;
    expect(await unseal(key, { ...one, data: changed.buffer }, 'c-1')).toBeUndefined();
    const again = await importKey(await exportKey(key));
    expect(await unseal(again, one, 'c-1')).toBe('token');
  });
});
