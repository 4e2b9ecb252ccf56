import { afterEach, expect, test, vi } from 'vitest';
import { isAlive, onWorkerMessage, tellWorker } from '../../../lib/page/runtime';

afterEach(() => vi.unstubAllGlobals());

function stubRuntime(runtime: object | undefined): void {
  vi.stubGlobal('chrome', { runtime });
}

test('a page whose extension was reloaded is silent and throws nothing', async () => {
  const sendMessage = vi.fn();
  stubRuntime({ sendMessage });
  expect(isAlive()).toBe(false);
  expect(await tellWorker('page.gone', {})).toBe(false);
  expect(sendMessage).not.toHaveBeenCalled();
  stubRuntime(undefined);
  expect(isAlive()).toBe(false);
});

test('a worker that cannot be reached is not an error', async () => {
  stubRuntime({
    id: 'x',
    sendMessage: () => Promise.reject(new Error('Extension context invalidated.')),
  });
  expect(await tellWorker('page.gone', {})).toBe(false);
});

test('a delivered message says so', async () => {
  const sendMessage = vi.fn(async () => ({ ok: true }));
  stubRuntime({ id: 'x', sendMessage });
  expect(await tellWorker('page.context', { a: 1 })).toBe(true);
  expect(sendMessage).toHaveBeenCalledWith({ type: 'page.context', payload: { a: 1 } });
});

test.each([undefined, null, { ok: false, error: 'refused' }, 'yes'])(
  'an answer of %j is no delivery',
  async (answer) => {
    stubRuntime({ id: 'x', sendMessage: async () => answer });
    expect(await tellWorker('page.context', {})).toBe(false);
  },
);

test('the worker’s question is answered until it stops listening', () => {
  const listeners = new Set<
    (message: unknown, sender: unknown, answer: (value: unknown) => void) => void
  >();
  stubRuntime({
    id: 'x',
    onMessage: {
      addListener: listeners.add.bind(listeners),
      removeListener: listeners.delete.bind(listeners),
    },
  });
  const stop = onWorkerMessage((message) => message === 'there?');
  const answers: unknown[] = [];
  for (const listener of listeners) listener('there?', {}, (value) => answers.push(value));
  expect(answers).toEqual([true]);
  stop();
  expect(listeners.size).toBe(0);
});
