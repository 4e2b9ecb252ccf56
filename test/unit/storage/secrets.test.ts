import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveDraftSecrets } from '../../../lib/storage/draft-secrets';
import { keyStore } from '../../../lib/storage/key-store';
import {
  forgetAllDrafts,
  forgetDraft,
  forgetSecrets,
  moveSecrets,
  readDraftSecrets,
  readSecrets,
  writeSecrets,
} from '../../../lib/storage/secrets';

const origin = 'https://desk.example';
const canary = 'canary-key-1';

const inLocal = async () => JSON.stringify(await fakeBrowser.storage.local.get(null));

beforeEach(async () => {
  fakeBrowser.reset();
  await Promise.all(keyStore.tables.map((table) => table.clear()));
});

describe('practice 3: secrets', () => {
  it('are never in the storage that content scripts of Firefox read', async () => {
    await saveDraftSecrets('draft-1', { token: canary, other: '' });
    expect(await readDraftSecrets('draft-1')).toEqual({ token: canary });
    await writeSecrets('c-1', origin, { token: canary });
    expect(await readSecrets('c-1', origin)).toEqual({ token: canary });
    await forgetDraft('draft-1');
    expect(await readDraftSecrets('draft-1')).toEqual({});
    expect(await inLocal()).not.toContain(canary);
    await forgetSecrets('c-1');
    expect(await readSecrets('c-1', origin)).toBeUndefined();
  });

  it('go to the host they were entered for and no other', async () => {
    await writeSecrets('c-1', origin, { token: canary });
    expect(await readSecrets('c-1', 'https://evil.example')).toBeUndefined();
    expect(await readSecrets('c-2', origin)).toBeUndefined();
  });

  it('of forms that were never sent go at the start of the browser, older ones too', async () => {
    await saveDraftSecrets('draft-1', { token: canary });
    await fakeBrowser.storage.local.set({ 'draft-secret:draft-2': { token: canary } });
    expect(await readDraftSecrets('draft-2')).toEqual({ token: canary });
    await forgetAllDrafts();
    expect(await readDraftSecrets('draft-1')).toEqual({});
    expect(await readDraftSecrets('draft-2')).toEqual({});
    expect(await inLocal()).not.toContain(canary);
  });
});

describe('practice 17: secrets of an older version', () => {
  const older = { 'secret:c-1': { origin, secrets: { token: canary } } };

  it('are moved, and gone from where they were; what else is there stays', async () => {
    const odd = { 'secret:c-9': { origin: 4 }, settings: { retentionDays: 7 } };
    await fakeBrowser.storage.local.set({ ...older, ...odd });
    await moveSecrets();
    expect(await readSecrets('c-1', origin)).toEqual({ token: canary });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ settings: { retentionDays: 7 } });
    await moveSecrets();
    expect(await readSecrets('c-1', origin)).toEqual({ token: canary });
  });

  it('do not replace what was entered since', async () => {
    await writeSecrets('c-1', origin, { token: 'newer' });
    await fakeBrowser.storage.local.set(older);
    await moveSecrets();
    expect(await readSecrets('c-1', origin)).toEqual({ token: 'newer' });
    expect(await inLocal()).not.toContain(canary);
  });

  it('practice 14: are lost nowhere, wherever the worker is stopped', async () => {
    await fakeBrowser.storage.local.set(older);
    const remove = vi.spyOn(fakeBrowser.storage.local, 'remove');
    remove.mockRejectedValueOnce(new Error('stopped'));
    await expect(moveSecrets()).rejects.toThrow('stopped');
    expect(await readSecrets('c-1', origin)).toEqual({ token: canary });
    remove.mockRestore();
    const put = vi.spyOn(keyStore.secrets, 'put').mockRejectedValueOnce(new Error('full'));
    await forgetSecrets('c-1');
    await expect(moveSecrets()).rejects.toThrow('full');
    expect(await inLocal()).toContain(canary);
    put.mockRestore();
    await moveSecrets();
    expect(await readSecrets('c-1', origin)).toEqual({ token: canary });
    expect(await inLocal()).not.toContain(canary);
  });
});
