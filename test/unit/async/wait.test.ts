import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wait } from '../../../lib/async/wait';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('resolves after so many milliseconds, and not before', async () => {
  let isOver = false;
  const waiting = wait(200).then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(199);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await waiting;
});

test.each([0, -5])('%d is no wait at all', async (ms) => {
  await wait(ms);
  expect(vi.getTimerCount()).toBe(0);
});

test('an abort ends it at once with the reason, and leaves no timer', async () => {
  const controller = new AbortController();
  const waiting = wait(200, controller.signal);
  controller.abort(new Error('left'));
  await expect(waiting).rejects.toThrow('left');
  expect(vi.getTimerCount()).toBe(0);
  await expect(wait(0, controller.signal)).rejects.toThrow('left');
});
