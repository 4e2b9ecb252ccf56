import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keyStore } from '../../../lib/storage/key-store';
import {
  dropKeys,
  KeysLocked,
  lockKeys,
  locksAt,
  readKeyState,
  removePassphrase,
  setPassphrase,
  unlockKeys,
} from '../../../lib/storage/passphrase';
import { forgetSecrets, readSecrets, writeSecrets } from '../../../lib/storage/secrets';

const origin = 'https://desk.example';
const canary = 'canary-key-2';
const now = Date.now();
const minute = 60_000;

const stored = async () =>
  JSON.stringify(await keyStore.secrets.toArray(), (_key, value: unknown) =>
    value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value,
  );

beforeEach(async () => {
  fakeBrowser.reset();
  vi.useRealTimers();
  await Promise.all(keyStore.tables.map((table) => table.clear()));
  await writeSecrets('c-1', origin, { token: canary });
});

/** What a new session of the browser knows: nothing of the one before. */
async function restartBrowser(): Promise<void> {
  await fakeBrowser.storage.session.clear();
}

describe('practice 3: keys under a passphrase', () => {
  it('are sealed, readable in this session, and in the next one only with the passphrase', async () => {
    expect(await readKeyState(now)).toEqual({ hasPassphrase: false, isLocked: false });
    await setPassphrase('correct horse', undefined, now);
    expect(await stored()).not.toContain(canary);
    expect(await readSecrets('c-1', origin)).toEqual({ token: canary });
    await restartBrowser();
    expect(await readKeyState(now)).toMatchObject({ hasPassphrase: true, isLocked: true });
    await expect(readSecrets('c-1', origin)).rejects.toBeInstanceOf(KeysLocked);
    await expect(writeSecrets('c-2', origin, { token: 'x' })).rejects.toBeInstanceOf(KeysLocked);
    expect(await unlockKeys('wrong horse', now)).toBe(false);
    await expect(readSecrets('c-1', origin)).rejects.toBeInstanceOf(KeysLocked);
    expect(await unlockKeys('correct horse', now)).toBe(true);
    expect(await readSecrets('c-1', origin)).toEqual({ token: canary });
    await writeSecrets('c-2', origin, { token: 'second-canary' });
    expect(await stored()).not.toContain('second-canary');
    expect(await readSecrets('c-2', origin)).toEqual({ token: 'second-canary' });
  });

  it('lock by themselves after the time chosen, also by a clock that was set back', async () => {
    await setPassphrase('correct horse', 60, now);
    expect(await locksAt()).toBe(now + 60 * minute);
    expect(await readKeyState(now + 59 * minute)).toMatchObject({ isLocked: false });
    expect(await readKeyState(now + 60 * minute)).toMatchObject({ isLocked: true });
    expect(await readKeyState(now)).toMatchObject({ isLocked: true });
    await unlockKeys('correct horse', now);
    expect(await readKeyState(now - minute)).toMatchObject({ isLocked: true });
  });

  it('can be locked at once, sealed anew, and kept as they are again', async () => {
    await setPassphrase('correct horse', undefined, now);
    await setPassphrase('battery staple', undefined, now);
    await lockKeys();
    await expect(setPassphrase('third horse', undefined, now)).rejects.toBeInstanceOf(KeysLocked);
    await expect(removePassphrase(now)).rejects.toBeInstanceOf(KeysLocked);
    expect(await unlockKeys('correct horse', now)).toBe(false);
    expect(await unlockKeys('battery staple', now)).toBe(true);
    await removePassphrase(now);
    await restartBrowser();
    expect(await readKeyState(now)).toEqual({ hasPassphrase: false, isLocked: false });
    expect(await readSecrets('c-1', origin)).toEqual({ token: canary });
  });

  it('are all that a forgotten passphrase costs', async () => {
    await setPassphrase('correct horse', undefined, now);
    await restartBrowser();
    await dropKeys();
    expect(await readKeyState(now)).toEqual({ hasPassphrase: false, isLocked: false });
    expect(await readSecrets('c-1', origin)).toBeUndefined();
    await writeSecrets('c-1', origin, { token: 'entered anew' });
    expect(await readSecrets('c-1', origin)).toEqual({ token: 'entered anew' });
  });

  it('cannot be moved to another connection or told to be for another host', async () => {
    await setPassphrase('correct horse', undefined, now);
    const [row] = await keyStore.secrets.toArray();
    if (row === undefined) throw new Error('nothing is stored');
    await keyStore.secrets.put({ ...row, connectionId: 'c-9' });
    await keyStore.secrets.put({ ...row, origin: 'https://evil.example' });
    await expect(readSecrets('c-9', origin)).rejects.toBeInstanceOf(KeysLocked);
    await expect(readSecrets('c-1', 'https://evil.example')).rejects.toBeInstanceOf(KeysLocked);
  });

  it('that came from an older version meanwhile are sealed with the next unlocking', async () => {
    await setPassphrase('correct horse', undefined, now);
    await restartBrowser();
    await keyStore.secrets.put({ connectionId: 'c-3', origin, secrets: { token: 'plain-canary' } });
    expect(await readSecrets('c-3', origin)).toEqual({ token: 'plain-canary' });
    await unlockKeys('correct horse', now);
    expect(await stored()).not.toContain('plain-canary');
    expect(await readSecrets('c-3', origin)).toEqual({ token: 'plain-canary' });
  });

  it('entered or forgotten while the passphrase changes are as they were left', async () => {
    const changes = [
      () => setPassphrase('correct horse', undefined, now),
      () => setPassphrase('battery staple', undefined, now),
      () => removePassphrase(now),
    ];
    for (const change of changes) {
      await writeSecrets('c-2', origin, { token: 'to be forgotten' });
      const meanwhile: Promise<void>[] = [];
      const { secrets } = keyStore;
      const readAll = secrets.toArray.bind(secrets);
      const read = vi.spyOn(secrets, 'toArray').mockImplementationOnce(() =>
        readAll().then((rows) => {
          meanwhile.push(writeSecrets('c-1', origin, { token: 'newer-canary' }));
          meanwhile.push(forgetSecrets('c-2'));
          return rows;
        }),
      );
      await change();
      read.mockRestore();
      expect(meanwhile).toHaveLength(2);
      await Promise.all(meanwhile);
      expect(await readSecrets('c-1', origin)).toEqual({ token: 'newer-canary' });
      expect(await readSecrets('c-2', origin)).toBeUndefined();
      const { hasPassphrase } = await readKeyState(now);
      expect((await stored()).includes('newer-canary')).toBe(!hasPassphrase);
    }
  });
});
