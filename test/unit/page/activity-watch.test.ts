// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ActivityWatch } from '../../../lib/page/activity-watch';
import { Reporter } from '../../../lib/page/reporter';
import { ScreenReader } from '../../../lib/page/screen-reader';
import type { PageAdapter } from '../../../lib/platforms/contract/page';

const quiet = 3_000;

/** A page whose address and kind of markup a test can turn; counts what is reported. */
function setUp(more: Partial<PageAdapter> = {}) {
  const shown = { contactId: 'ana', view: 'person' as 'person' | 'none' };
  const adapter: PageAdapter = {
    platform: 'alpha',
    recognises: () => true,
    read: () => ({
      platform: 'alpha',
      view: shown.view,
      contactId: shown.contactId,
      hints: { emails: [], phones: [] },
      composer: 'reply',
    }),
    ...more,
  };
  let told = 0;
  const reporter = new Reporter(new ScreenReader(adapter, document, location), {
    tell: async () => true,
    activity: new ActivityWatch(() => {
      told += 1;
    }),
  });
  return {
    shown,
    activity: () => told,
    /** The page has changed; so much time has passed before. */
    report: async (after = quiet) => {
      await vi.advanceTimersByTimeAsync(after);
      await reporter.report();
    },
  };
}

const known = { messageList: () => document.querySelector('.messages') };

function say(text: string, where: 'append' | 'prepend' = 'append'): void {
  const line = document.createElement('li');
  line.append(document.createElement('p'), document.createElement('time'));
  line.firstElementChild?.append(text);
  document.querySelector('.messages')?.[where](line);
}

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML =
    '<main><ul class="messages"></ul><div contenteditable="true"></div></main>';
  say('hello');
});

afterEach(() => vi.useRealTimers());

describe.each([
  ['where the markup is known', known],
  ['where it is not', {}],
])('%s', (_name, more) => {
  test('a new message is reported, once', async () => {
    const page = setUp(more);
    await page.report();
    await page.report();
    say('are you there?');
    await page.report();
    await page.report();
    expect(page.activity()).toBe(1);
  });

  test('nothing is reported while a conversation is being drawn, nor of one that was switched to', async () => {
    const page = setUp(more);
    await page.report();
    say('older ones come a moment later');
    await page.report(1_000);
    page.shown.contactId = 'ben';
    say('of Ben');
    await page.report();
    say('of Ben too');
    await page.report(1_000);
    expect(page.activity()).toBe(0);
  });

  test('typing and other changes are no message', async () => {
    const page = setUp(more);
    await page.report();
    await page.report();
    const editor = document.querySelector('[contenteditable]');
    editor?.append('I am typing', document.createElement('p'), document.createElement('p'));
    editor?.append(document.createElement('p'), document.createElement('br'));
    document.querySelector('main')?.setAttribute('class', 'is-focused');
    await page.report();
    expect(page.activity()).toBe(0);
  });

  test('a burst is reported at once and then no more often than every three seconds', async () => {
    const page = setUp(more);
    await page.report();
    await page.report();
    for (let count = 0; count < 20; count += 1) {
      say(`message ${count}`);
      await page.report(100);
    }
    expect(page.activity()).toBe(1);
    await vi.advanceTimersByTimeAsync(quiet);
    expect(page.activity()).toBe(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.activity()).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a list shows nobody to whom a message could belong', async () => {
    const page = setUp(more);
    page.shown.view = 'none';
    await page.report();
    say('x');
    await page.report();
    expect(page.activity()).toBe(0);
  });
});

test('known markup: older messages that are loaded above are no news, a deleted newest one is', async () => {
  const page = setUp(known);
  await page.report();
  await page.report();
  for (let count = 0; count < 30; count += 1) say(`long ago ${count} ${'x'.repeat(40)}`, 'prepend');
  say('x'.repeat(300));
  await page.report();
  const before = page.activity();
  for (let count = 0; count < 30; count += 1) say(`longer ago ${count}`, 'prepend');
  await page.report();
  expect(page.activity()).toBe(before);
  const newest = document.querySelector('.messages')?.lastElementChild?.firstElementChild;
  newest?.replaceChildren('This message was deleted');
  await page.report();
  expect(page.activity()).toBe(before + 1);
});

test('where the page is captured, the capture tells what is new', async () => {
  const page = setUp({ ...known, capture: () => [] });
  await page.report();
  await page.report();
  say('x');
  await page.report();
  expect(page.activity()).toBe(0);
});
