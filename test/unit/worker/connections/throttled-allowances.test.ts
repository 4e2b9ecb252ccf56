import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readAllowances } from '../../../../lib/storage/allowances';
import { throttledAllowances } from '../../../../lib/worker/connections/throttled-allowances';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
});

afterEach(() => void vi.useRealTimers());

const left = async (connectionId: string) => (await readAllowances())[connectionId]?.remaining;

test('what is left is what the last answer of a burst said', async () => {
  const keep = throttledAllowances();
  for (const remaining of [90, 60, 30]) keep('alpha', { remaining });
  keep('beta', { remaining: 5 });
  await vi.advanceTimersByTimeAsync(1);
  expect([await left('alpha'), await left('beta')]).toEqual([90, 5]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([await left('alpha'), await left('beta')]).toEqual([30, 5]);
  keep('beta', { remaining: 4 });
  await vi.advanceTimersByTimeAsync(1);
  expect(await left('beta')).toBe(4);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(vi.getTimerCount()).toBe(0);
});
