// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useWorkerWatch, WATCH_AGAIN_MS } from '../../../../components/panel/use-worker-watch';
import { send } from '../../../../lib/messaging/send';

vi.mock('../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

// The stored subject has a test of its own; here it stays the same.
vi.mock('../../../../components/hooks/use-live-read', () => ({ useLiveRead: () => undefined }));

const looks = () => vi.mocked(send).mock.calls.length;

function setVisibility(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

/** The window of the panel, as the browser tells it. */
const ownWindow = { id: 1, focused: true, alwaysOnTop: false, incognito: false };

function setFocus(focused: boolean): void {
  ownWindow.focused = focused;
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
  vi.mocked(send).mockClear();
  vi.mocked(send).mockResolvedValue(undefined);
  setVisibility('visible');
  setFocus(true);
  vi.spyOn(fakeBrowser.windows, 'get').mockImplementation(async () => ownWindow);
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('looks at once, and now and then while the window has the focus', async () => {
  renderHook(() => useWorkerWatch(1));
  expect(looks()).toBe(1);
  await vi.advanceTimersByTimeAsync(3 * WATCH_AGAIN_MS);
  expect(looks()).toBe(4);
  setFocus(false);
  await vi.advanceTimersByTimeAsync(10 * WATCH_AGAIN_MS);
  expect(looks()).toBe(4);
});

test('a hidden panel asks for nothing; seen again it looks at once', async () => {
  renderHook(() => useWorkerWatch(1));
  setVisibility('hidden');
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect([looks(), vi.getTimerCount()]).toEqual([1, 0]);
  setVisibility('visible');
  expect(looks()).toBe(2);
  await vi.advanceTimersByTimeAsync(WATCH_AGAIN_MS);
  expect(looks()).toBe(3);
});

test('a closed panel leaves nothing behind that could ask', async () => {
  const { unmount } = renderHook(() => useWorkerWatch(1));
  unmount();
  await fakeBrowser.windows.onFocusChanged.trigger(1);
  setVisibility('visible');
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect([looks(), vi.getTimerCount()]).toEqual([1, 0]);
});

test('the focus of its own window is a reason to look, of another is not', async () => {
  renderHook(() => useWorkerWatch(1));
  await fakeBrowser.windows.onFocusChanged.trigger(2);
  expect(looks()).toBe(1);
  await fakeBrowser.windows.onFocusChanged.trigger(1);
  expect(looks()).toBe(2);
});
