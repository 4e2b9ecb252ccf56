import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readRateLimit, writeRateLimit } from '../../../lib/storage/rate-limits';

beforeEach(() => fakeBrowser.reset());

test('each connection has a limit of its own, for this session only', async () => {
  const one = { blockedUntil: 5, cautiousUntil: 60 };
  const other = { blockedUntil: 7, cautiousUntil: 70 };
  await Promise.all([writeRateLimit('a-1', one), writeRateLimit('b-1', other)]);
  expect(await readRateLimit('a-1')).toEqual(one);
  expect(await readRateLimit('b-1')).toEqual(other);
  expect(await readRateLimit('c-1')).toBeUndefined();
  expect(await fakeBrowser.storage.local.get()).toEqual({});
});

test('what cannot be read counts as none', async () => {
  await fakeBrowser.storage.session.set({ 'rate-limits': { 'a-1': 'soon' } });
  expect(await readRateLimit('a-1')).toBeUndefined();
});
