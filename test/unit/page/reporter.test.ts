// @vitest-environment happy-dom
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { CapturedItem, PageContext } from '../../../lib/model/page';
import { Reporter } from '../../../lib/page/reporter';
import { ScreenReader } from '../../../lib/page/screen-reader';
import type { PageAdapter } from '../../../lib/platforms/contract/page';
import { eventually } from '../eventually';

let reported: { type: string; payload: unknown }[];
let deliverable: boolean;
let recognised: boolean;
let shown: PageContext;
let captured: CapturedItem[];

const adapter: PageAdapter = {
  platform: 'alpha',
  recognises: () => recognised,
  read: () => shown,
  capture: () => captured,
};

function createReporter(): Reporter {
  return new Reporter(new ScreenReader(adapter, document, location), {
    tell: async (type, payload) => {
      if (deliverable) reported.push({ type, payload });
      return deliverable;
    },
  });
}

beforeEach(() => {
  reported = [];
  deliverable = true;
  recognised = true;
  captured = [];
  shown = {
    platform: 'alpha',
    view: 'person',
    conversationId: 'c1',
    hints: { emails: [], phones: [] },
    composer: 'reply',
  };
});

const types = () => reported.map((each) => each.type);

describe('Reporter', () => {
  test('tells each change once', async () => {
    const reporter = createReporter();
    await reporter.report();
    await reporter.report();
    expect(types()).toEqual(['page.context']);
    shown = { ...shown, composer: 'note' };
    await reporter.report();
    expect(reported.at(-1)?.payload).toEqual({ context: shown });
    expect(types()).toEqual(['page.context', 'page.context']);
  });

  test('messages that take long are read on by itself, while who is on screen is told at once', async () => {
    let parts = 0;
    const long: PageAdapter = {
      ...adapter,
      capture: () => {
        parts += 1;
        return parts < 4 ? 'unread' : captured;
      },
    };
    captured = [{ kind: 'message', direction: 'in', text: 'hello', attachments: [] }];
    const reporter = new Reporter(new ScreenReader(long, document, location), {
      tell: async (type, payload) => {
        reported.push({ type, payload });
        return true;
      },
    });
    await reporter.report();
    expect(types()).toEqual(['page.context']);
    await eventually(() => expect(types()).toEqual(['page.context', 'page.capture']));
    expect(parts).toBe(4);
  });

  test('what could not be delivered is reported again', async () => {
    const reporter = createReporter();
    deliverable = false;
    await reporter.report();
    deliverable = true;
    await reporter.report();
    expect(types()).toEqual(['page.context']);
  });

  test('what could not be delivered is reported again although the page changes no more', async () => {
    captured = [{ kind: 'message', direction: 'in', text: 'hello', attachments: [] }];
    const reporter = createReporter();
    deliverable = false;
    await reporter.report();
    deliverable = true;
    await eventually(() => expect(types()).toEqual(['page.context', 'page.capture']));
  });

  test('a report that never gets through is tried less and less often, and then no more', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    captured = [{ kind: 'message', direction: 'in', text: 'hello', attachments: [] }];
    const tries: string[] = [];
    const reporter = new Reporter(new ScreenReader(adapter, document, location), {
      tell: async (type) => {
        tries.push(type);
        return false;
      },
    });
    await reporter.report();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    const ofContext = tries.filter((type) => type === 'page.context').length;
    expect(ofContext).toBeGreaterThan(5);
    expect(ofContext).toBeLessThan(20);
    expect(tries.length).toBe(2 * ofContext);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('after a long failure the next report that does not get through is tried again like the first', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const reporter = createReporter();
    deliverable = false;
    await reporter.report();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    shown = { ...shown, conversationId: 'c2' };
    await reporter.report();
    deliverable = true;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reported).toEqual([{ type: 'page.context', payload: { context: shown } }]);
  });

  test('repeats everything when asked', async () => {
    captured = [{ kind: 'message', direction: 'in', text: 'hello', attachments: [] }];
    const reporter = createReporter();
    await reporter.report();
    await reporter.repeat();
    expect(types()).toEqual(['page.context', 'page.capture', 'page.context', 'page.capture']);
  });

  test('says once that the page is no helpdesk, at its start too, and again when asked', async () => {
    const reporter = createReporter();
    recognised = false;
    await reporter.report();
    await reporter.report();
    expect(types()).toEqual(['page.gone']);
    recognised = true;
    await reporter.report();
    recognised = false;
    await reporter.report();
    await reporter.report();
    expect(types()).toEqual(['page.gone', 'page.context', 'page.gone']);
    await reporter.repeat();
    await reporter.report();
    expect(types()).toEqual(['page.gone', 'page.context', 'page.gone', 'page.gone']);
  });

  test('captures only a conversation that is on screen and not empty', async () => {
    const reporter = createReporter();
    await reporter.report();
    captured = [{ kind: 'message', direction: 'in', text: 'hello', attachments: [] }];
    shown = { ...shown, view: 'none' };
    await reporter.report();
    expect(types()).toEqual(['page.context', 'page.context']);
    shown = { ...shown, view: 'person' };
    await reporter.report();
    expect(reported.at(-1)).toEqual({
      type: 'page.capture',
      payload: { platform: 'alpha', conversationId: 'c1', items: captured },
    });
  });

  test('what was on the page when it was read is what is reported, though the page moved on', async () => {
    captured = [{ kind: 'message', direction: 'in', text: 'text of A', attachments: [] }];
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = new Reporter(new ScreenReader(adapter, document, location), {
      tell: async (type, payload) => {
        await gate;
        reported.push({ type, payload });
        return true;
      },
    });
    const reporting = slow.report();
    shown = { ...shown, conversationId: 'c2' };
    captured = [{ kind: 'message', direction: 'in', text: 'text of B', attachments: [] }];
    release();
    await reporting;
    expect(reported.at(-1)?.payload).toMatchObject({
      conversationId: 'c1',
      items: [{ text: 'text of A' }],
    });
  });
});
