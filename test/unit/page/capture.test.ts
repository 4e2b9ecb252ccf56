// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Capture } from '../../../lib/model/page';
import { Reporter, STALE_CONTENT_MS } from '../../../lib/page/reporter';

/** A page that shows these texts at this address; keeps what is reported of it. */
function setUp() {
  const page = { chat: 'one', texts: ['of one'] };
  const reported: [string, string[]][] = [];
  /** Held back answers of the worker, as when it has to be started first. */
  const answers: (() => void)[] = [];
  const state = { isSlow: false };
  const reporter = new Reporter(
    [
      {
        platform: 'gamma',
        recognises: () => true,
        read: () => ({
          platform: 'gamma',
          view: 'person',
          conversationId: page.chat,
          hints: { emails: [], phones: [] },
          composer: 'reply',
        }),
        capture: () =>
          page.texts.map((text) => ({ kind: 'message', direction: 'in', text, attachments: [] })),
      },
    ],
    {
      document,
      location,
      tell: async (type, payload) => {
        if (type === 'page.capture') {
          const { conversationId, items } = payload as Capture;
          reported.push([conversationId, items.map((item) => item.text)]);
        } else if (state.isSlow) await new Promise<void>((resolve) => answers.push(resolve));
        return true;
      },
    },
  );
  return { page, reported, answers, state, reporter };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('what is reported of a conversation was read together with its address', async () => {
  const { page, reported, answers, state, reporter } = setUp();
  state.isSlow = true;
  const reporting = reporter.report();
  Object.assign(page, { chat: 'two', texts: ['of two'] });
  for (const answer of answers) answer();
  await reporting;
  expect(reported).toEqual([['one', ['of one']]]);
});

test('what the page still shows of the last conversation is not taken for the next', async () => {
  const { page, reported, reporter } = setUp();
  await reporter.report();
  page.texts = ['of one', 'just drawn, and never reported'];
  page.chat = 'two';
  await reporter.report();
  page.texts = ['of two'];
  await reporter.report();
  expect(reported).toEqual([
    ['one', ['of one']],
    ['two', ['of two']],
  ]);
});

test('a page that draws before it changes the address is read after a while', async () => {
  const { page, reported, reporter } = setUp();
  await reporter.report();
  Object.assign(page, { chat: 'two', texts: ['of two'] });
  await reporter.report();
  expect(reported).toEqual([['one', ['of one']]]);
  await vi.advanceTimersByTimeAsync(STALE_CONTENT_MS);
  expect(reported.at(-1)).toEqual(['two', ['of two']]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a conversation that was left before it could be believed leaves nothing', async () => {
  const { page, reported, reporter } = setUp();
  await reporter.report();
  Object.assign(page, { chat: 'two', texts: ['of one, still'] });
  await reporter.report();
  Object.assign(page, { chat: 'three', texts: [] });
  await reporter.report();
  page.texts = ['of three'];
  await vi.advanceTimersByTimeAsync(2 * STALE_CONTENT_MS);
  expect(reported.map(([chat]) => chat)).toEqual(['one', 'three']);
});
