import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { UndoInsertRequest } from '../../../../lib/messaging/page-request';
import { pageLink } from '../../../../lib/worker/replies/page-link';

const page = vi.hoisted(() => ({
  sent: [] as unknown[],
  bring: async (): Promise<unknown> => [],
  answer: async (): Promise<unknown> => undefined,
}));
vi.mock('wxt/browser', () => ({
  browser: {
    scripting: { executeScript: () => page.bring() },
    tabs: {
      sendMessage: (...given: unknown[]) => {
        page.sent.push(given);
        return page.answer();
      },
    },
  },
}));

const refused = { kind: 'refused', reason: 'page-gone' };
const request: UndoInsertRequest = { type: 'worker.undo-insert', insertionId: 'one' };
const ask = () => pageLink.ask(3, request);
const never = () => new Promise<never>(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  page.sent = [];
  page.bring = async () => [];
  page.answer = async () => refused;
});
afterEach(() => vi.useRealTimers());

test('the top frame is asked, and its answer taken as it is', async () => {
  expect(await ask()).toEqual(refused);
  expect(page.sent).toEqual([[3, request, { frameId: 0 }]]);
});

test('a page that does not load in time is not asked, not even once it has loaded', async () => {
  let load: () => void = () => undefined;
  page.bring = () =>
    new Promise<void>((resolve) => {
      load = resolve;
    });
  const answer = ask();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await answer).toBe('gone');
  load();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.sent).toEqual([]);
});

test('of a page that was asked and says nothing nobody knows what it did', async () => {
  page.answer = never;
  const answer = ask();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await answer).toBe('unreachable');
});

test('where nothing can be brought along the page says so itself', async () => {
  page.bring = async () => {
    throw new Error('Cannot access contents of the page.');
  };
  expect(await ask()).toEqual(refused);
});

test('a tab without the content script, or none, is gone', async () => {
  page.answer = async () => {
    throw new Error('Could not establish connection. Receiving end does not exist.');
  };
  expect(await ask()).toBe('gone');
});
