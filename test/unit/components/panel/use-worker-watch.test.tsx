// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useWorkerWatch, WATCH_AGAIN_MS } from '../../../../components/panel/use-worker-watch';
import { send } from '../../../../lib/messaging/send';
import type { PanelSnapshot } from '../../../../lib/storage/panel-snapshot';
import { panelSnapshot, screenRow, source } from './snapshots';

vi.mock('../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

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
  renderHook(() => useWorkerWatch(1, undefined));
  expect(looks()).toBe(1);
  await vi.advanceTimersByTimeAsync(3 * WATCH_AGAIN_MS);
  expect(looks()).toBe(4);
  setFocus(false);
  await vi.advanceTimersByTimeAsync(10 * WATCH_AGAIN_MS);
  expect(looks()).toBe(4);
});

test('a hidden panel asks for nothing; seen again it looks at once', async () => {
  renderHook(() => useWorkerWatch(1, undefined));
  setVisibility('hidden');
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect([looks(), vi.getTimerCount()]).toEqual([1, 0]);
  setVisibility('visible');
  expect(looks()).toBe(2);
  await vi.advanceTimersByTimeAsync(WATCH_AGAIN_MS);
  expect(looks()).toBe(3);
});

test('the network that is back is a reason to look', () => {
  renderHook(() => useWorkerWatch(1, undefined));
  window.dispatchEvent(new Event('online'));
  expect(looks()).toBe(2);
});

test('a closed panel leaves nothing behind that could ask', async () => {
  const { unmount } = renderHook(() => useWorkerWatch(1, undefined));
  unmount();
  window.dispatchEvent(new Event('online'));
  await fakeBrowser.windows.onFocusChanged.trigger(1);
  setVisibility('visible');
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect([looks(), vi.getTimerCount()]).toEqual([1, 0]);
});

test('the focus of its own window is a reason to look, of another is not', async () => {
  renderHook(() => useWorkerWatch(1, undefined));
  await fakeBrowser.windows.onFocusChanged.trigger(2);
  expect(looks()).toBe(1);
  await fakeBrowser.windows.onFocusChanged.trigger(1);
  expect(looks()).toBe(2);
});

const shown = (snapshot: PanelSnapshot) =>
  renderHook((now: PanelSnapshot) => useWorkerWatch(1, now), { initialProps: snapshot });

test('somebody else in the tab, or another round of questions, is a reason to look; what is found is not', () => {
  const { rerender } = shown(panelSnapshot({ screen: screenRow({ subject: 'amelie' }) }));
  expect(looks()).toBe(1);
  rerender(panelSnapshot({ screen: screenRow({ subject: 'amelie' }), sources: [] }));
  expect(looks()).toBe(1);
  rerender(panelSnapshot({ screen: screenRow({ subject: 'jonas' }) }));
  expect(looks()).toBe(2);
  rerender(panelSnapshot({ screen: screenRow({ subject: 'jonas', round: 2 }) }));
  expect(looks()).toBe(3);
  rerender(panelSnapshot({ tabId: 8, screen: screenRow({ subject: 'jonas', round: 2 }) }));
  expect(looks()).toBe(4);
});

test('looks again when the first platform allows the next try', async () => {
  const limited = (connectionId: string, ms: number) =>
    source({
      connectionId,
      coverage: { state: 'limited', dropped: 0, checkedAt: 0, retryAt: Date.now() + ms },
    });
  shown(panelSnapshot({ sources: [limited('kustomer', 9_000), limited('chatra', 4_000)] }));
  expect(looks()).toBe(1);
  await vi.advanceTimersByTimeAsync(3_900);
  expect(looks()).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(looks()).toBe(2);
});
