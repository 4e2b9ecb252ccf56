// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startOnPage } from '../../../lib/page/start';
import type { WalkHost } from '../../../lib/walk/conversation-walk';

/** The extension as the content script sees it; without an id it was updated. */
let runtime: { id: string | undefined; sendMessage: () => Promise<unknown>; onMessage: unknown };
let listeners: ((...args: unknown[]) => unknown)[];
let host: WalkHost | undefined;

beforeEach(() => {
  listeners = [];
  host = undefined;
  runtime = {
    id: 'x',
    sendMessage: async () => ({ ok: true }),
    onMessage: {
      addListener: (listener: () => unknown) => listeners.push(listener),
      removeListener: () => undefined,
    },
  };
  vi.stubGlobal('chrome', { runtime });
  // What an earlier copy was brought walks no more.
  globalThis.desksideWalk = { start: () => undefined, stop: () => true };
  startOnPage({
    platform: 'chatra',
    recognises: () => true,
    read: () => ({
      ...({ platform: 'chatra', view: 'person', conversationId: '1', composer: 'reply' } as const),
      hints: { emails: [], phones: [] },
    }),
    composer: () => undefined,
  });
});

afterEach(() => {
  globalThis.stopDeskside?.();
  globalThis.desksideWalk = undefined;
  vi.unstubAllGlobals();
});

function bringTools(): void {
  globalThis.desksideWalk = {
    start: (_id, lent) => {
      host = lent;
    },
    stop: () => host !== undefined,
  };
}

/** What the page answers to the worker. */
function answerTo(message: unknown): unknown {
  const answer = vi.fn();
  for (const listener of listeners) listener(message, {}, answer);
  expect(answer).toHaveBeenCalledTimes(1);
  return answer.mock.calls[0]?.[0];
}

const walk = { type: 'worker.walk', conversationId: '1' };
const stop = { type: 'worker.stop-walk' };

test('a page that was not brought what walks takes neither a start nor a stop', () => {
  expect([answerTo(walk), answerTo(stop)]).toEqual([false, false]);
});

test('a page that was takes a start, and a stop while one runs', () => {
  bringTools();
  expect([answerTo(stop), answerTo(walk), answerTo(stop)]).toEqual([false, true, true]);
});

test('a walk ends when its extension was updated meanwhile, and scrolls for nobody', async () => {
  bringTools();
  answerTo(walk);
  expect(await host?.tell('page.walk', {})).toBe(true);
  expect(host?.signal.aborted).toBe(false);
  runtime.id = undefined;
  expect(await host?.tell('page.walk', {})).toBe(false);
  expect(host?.signal.aborted).toBe(true);
});
