// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPage } from '../../../lib/page/watch-page';

describe('watchPage', () => {
  let controller: AbortController;
  let calls: number;

  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML = '<main></main>';
    controller = new AbortController();
    calls = 0;
    watchPage(document, controller.signal, () => {
      calls += 1;
    });
  });

  afterEach(() => {
    controller.abort();
    vi.useRealTimers();
  });

  const change = () => document.querySelector('main')?.append(document.createElement('p'));

  /** Lets observers deliver, then time pass. */
  async function pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(1);
    await vi.advanceTimersByTimeAsync(ms);
  }

  test('nothing runs while nothing changes', async () => {
    expect(vi.getTimerCount()).toBe(0);
    await pass(60_000);
    expect(calls).toBe(0);
  });

  test('a burst of changes is one call', async () => {
    for (let index = 0; index < 20; index += 1) change();
    await pass(100);
    expect(calls).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a page that never rests does not starve us', async () => {
    for (let index = 0; index < 40; index += 1) {
      change();
      await pass(40);
    }
    expect(calls).toBeGreaterThanOrEqual(3);
  });

  test.each(['popstate', 'hashchange', 'pageshow', 'input'])('%s is a change', async (event) => {
    window.dispatchEvent(new Event(event));
    await pass(100);
    expect(calls).toBe(1);
  });

  test.each(['disabled', 'readonly'])('a field whose %s changes is a change', async (attribute) => {
    const main = document.querySelector('main');
    main?.append(document.createElement('textarea'));
    await pass(100);
    main?.querySelector('textarea')?.setAttribute(attribute, 'true');
    await pass(100);
    expect(calls).toBe(2);
  });

  test('after the end nothing is called, not even what was debounced', async () => {
    change();
    await vi.advanceTimersByTimeAsync(1);
    controller.abort();
    change();
    window.dispatchEvent(new Event('popstate'));
    await pass(1_000);
    expect(calls).toBe(0);
  });
});

describe('a new address', () => {
  let controller: AbortController;
  const navigation = new EventTarget();

  beforeEach(() => {
    vi.useFakeTimers();
    controller = new AbortController();
    Reflect.set(window, 'navigation', navigation);
  });

  afterEach(() => {
    controller.abort();
    Reflect.deleteProperty(window, 'navigation');
    vi.useRealTimers();
  });

  test.each([
    ['where it says who is shown', true, 1],
    ['elsewhere', false, 0],
  ])(
    '%s: calls so far once the page has finished its own step',
    async (_where, isEnough, early) => {
      const called = vi.fn();
      watchPage(document, controller.signal, called, isEnough);
      navigation.dispatchEvent(new Event('currententrychange'));
      navigation.dispatchEvent(new Event('currententrychange'));
      expect(called).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(called).toHaveBeenCalledTimes(early);
      await vi.advanceTimersByTimeAsync(100);
      expect(called).toHaveBeenCalledTimes(1);
      expect(vi.getTimerCount()).toBe(0);
    },
  );
});
