// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startOnPage } from '../../../lib/page/start';
import type { PageAdapter } from '../../../lib/platforms/contract/page';
import { eventually } from '../eventually';

/** Number of the conversation that the page shows. */
let onScreen = 1;

const adapter: PageAdapter = {
  platform: 'chatwoot',
  recognises: () => true,
  read: () => ({
    platform: 'chatwoot',
    view: 'person',
    conversationId: String(onScreen),
    hints: { emails: [], phones: [] },
    composer: 'reply',
  }),
  composer: () => undefined,
};

/** One copy of the extension as its content script sees it; each lives in a world of its own. */
function extension() {
  const told: string[] = [];
  const listeners = new Set<(...args: never[]) => unknown>();
  const runtime = {
    id: 'x' as string | undefined,
    getURL: (path: string) => path,
    sendMessage: async ({ type }: { type: string }) => {
      if (runtime.id === undefined) throw new Error('Extension context invalidated.');
      told.push(type);
      return { ok: true };
    },
    onMessage: {
      addListener: (listener: (...args: never[]) => unknown) => void listeners.add(listener),
      removeListener: (listener: (...args: never[]) => unknown) => {
        if (runtime.id === undefined) throw new Error('Extension context invalidated.');
        listeners.delete(listener);
      },
    },
  };
  return { runtime, told, listeners };
}

function inject(copy: ReturnType<typeof extension>): void {
  // Another version finds nothing of the one before.
  globalThis.stopDeskside = undefined;
  vi.stubGlobal('chrome', { runtime: copy.runtime });
  startOnPage(adapter);
}

let added: { type: string; options: AddEventListenerOptions }[];

beforeEach(() => {
  added = [];
  const listen = window.addEventListener.bind(window);
  vi.spyOn(window, 'addEventListener').mockImplementation(
    (
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ) => {
      if (typeof options === 'object') added.push({ type, options });
      listen(type, listener, options);
    },
  );
});

afterEach(() => {
  globalThis.stopDeskside?.();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const living = () => added.filter(({ options }) => options.signal?.aborted === false).length;

test('practice 18: a copy whose extension was updated ends when the next one starts, and leaves nothing', async () => {
  const before = extension();
  inject(before);
  await eventually(() => expect(before.told).toContain('page.context'));
  const alone = living();
  expect(alone).toBeGreaterThan(0);
  document.documentElement.append(document.createElement('deskside-notice'));
  before.runtime.id = undefined;
  const told = [...before.told];
  const after = extension();
  // In its own world the earlier copy goes on to see its own, dead runtime.
  window.dispatchEvent(new Event('deskside-started'));
  expect(living()).toBe(0);
  inject(after);
  await eventually(() => expect(after.told).toContain('page.context'));
  expect(living()).toBe(alone);
  expect(before.told).toEqual(told);
  expect(document.querySelector('deskside-notice')).toBeNull();
});

test.each(['keydown', 'pointerdown', 'input'])(
  'practice 18: without a successor it ends with the first %s, before it does anything to it',
  async (type) => {
    const copy = extension();
    inject(copy);
    copy.runtime.id = undefined;
    window.dispatchEvent(new Event(type));
    expect(living()).toBe(0);
  },
);

test('a page that pretends a successor reaches nothing', () => {
  const copy = extension();
  inject(copy);
  const before = living();
  window.dispatchEvent(new Event('deskside-started'));
  expect(living()).toBe(before);
});

test('fifty conversations in a row leave no listener and no timer behind', async () => {
  vi.useFakeTimers();
  const copy = extension();
  inject(copy);
  await vi.runAllTimersAsync();
  const before = added.length;
  for (onScreen = 2; onScreen <= 51; onScreen += 1) {
    document.body.append(document.createElement('p'));
    window.dispatchEvent(new Event('popstate'));
    await vi.runAllTimersAsync();
  }
  expect(copy.told.filter((type) => type === 'page.context')).toHaveLength(51);
  expect(added.length).toBe(before);
  expect(copy.listeners.size).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test('where what inserts could not be brought into the page, that is said', async () => {
  const copy = extension();
  inject(copy);
  const [listener] = copy.listeners;
  if (listener === undefined) throw new Error('nobody listens');
  const ask = (message: unknown) =>
    new Promise((resolve) => {
      Reflect.apply(listener, undefined, [message, { id: copy.runtime.id }, resolve]);
    });
  const expected = { platform: 'chatwoot', origin: location.origin, conversationId: '1' };
  const request = { type: 'worker.insert', text: { blocks: [] }, mode: 'reply', expected };
  const refused = { kind: 'refused', reason: 'page-gone' };
  expect(await ask(request)).toEqual(refused);
  expect(await ask({ type: 'worker.undo-insert' })).toEqual(refused);
});
