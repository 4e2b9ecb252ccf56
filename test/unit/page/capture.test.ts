// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Capture } from '../../../lib/model/page';
import { CHANGE_HELD_MS } from '../../../lib/page/pane-binding';
import { Reporter } from '../../../lib/page/reporter';
import { ScreenReader } from '../../../lib/page/screen-reader';
import type { PageAdapter } from '../../../lib/platforms/contract/page';

/** A page that shows these texts at this address; keeps what is reported of it. */
function setUp() {
  const page = { chat: 'one', texts: ['of one'] };
  const reported: [string, string[]][] = [];
  /** Held back answers of the worker, as when it has to be started first. */
  const answers: (() => void)[] = [];
  const state = { isSlow: false };
  const adapter: PageAdapter = {
    platform: 'gamma',
    recognises: () => true,
    read: () => ({
      platform: 'gamma',
      view: 'person',
      conversationId: page.chat,
      hints: { emails: [], phones: [] },
      composer: 'reply',
    }),
    paneContent: () => ({ content: page.texts, isExact: true }),
    capture: () =>
      page.texts.map((text) => ({ kind: 'message', direction: 'in', text, attachments: [] })),
  };
  const reporter = new Reporter(new ScreenReader(adapter, document, location), {
    tell: async (type, payload) => {
      if (type === 'page.capture') {
        const { conversationId, items } = payload as Capture;
        reported.push([conversationId, items.map((item) => item.text)]);
      } else if (state.isSlow) await new Promise<void>((resolve) => answers.push(resolve));
      return true;
    },
  });
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

test('what is drawn before the address changes is taken down when it has', async () => {
  const { page, reported, reporter } = setUp();
  await reporter.report();
  page.texts = ['of two'];
  await reporter.report();
  await vi.advanceTimersByTimeAsync(700);
  expect(reported).toEqual([['one', ['of one']]]);
  page.chat = 'two';
  await reporter.report();
  expect(reported.at(-1)).toEqual(['two', ['of two']]);
  await vi.advanceTimersByTimeAsync(CHANGE_HELD_MS);
  expect(reported.length).toBe(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('a conversation that was left before it could be believed leaves nothing', async () => {
  const { page, reported, reporter } = setUp();
  await reporter.report();
  Object.assign(page, { chat: 'two', texts: ['of one', 'still'] });
  await reporter.report();
  Object.assign(page, { chat: 'three', texts: [] });
  await reporter.report();
  page.texts = ['of three'];
  await reporter.report();
  await vi.advanceTimersByTimeAsync(2 * CHANGE_HELD_MS);
  expect(reported.map(([chat]) => chat)).toEqual(['one', 'three']);
});

test('a page where nothing can be seen yet is looked at again, less and less often, then no more', async () => {
  const { page, reported, reporter } = setUp();
  const shown = page.texts;
  page.texts = [];
  await reporter.report();
  await vi.advanceTimersByTimeAsync(2_000);
  // Nothing in the document changes: only what can be seen of it does.
  page.texts = shown;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(reported).toEqual([['one', ['of one']]]);
  expect(vi.getTimerCount()).toBe(0);
  Object.assign(page, { chat: 'two', texts: [] });
  await reporter.report();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(vi.getTimerCount()).toBe(0);
});
