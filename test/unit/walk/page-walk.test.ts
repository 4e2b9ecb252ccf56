// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Capture, PageContext } from '../../../lib/model/page';
import type { WalkReport } from '../../../lib/model/walk';
import { provideWalkTools, type WalkTools } from '../../../lib/walk/page-walk';
import { FakeList } from './fake-list';

const total = 400;

let list: FakeList;
let page: PageContext;
let life: AbortController;
let reports: WalkReport[];
let captured: Capture[];
let held: boolean[];
/** How the worker takes each word. */
let takes: (type: string) => Promise<boolean>;
/** Where the list stood at each scroll. */
let scrolls: number[];

const host = () => ({
  adapter: {
    platform: 'chatra',
    recognises: () => true,
    read: () => page,
    walkable: () => list.list(),
  },
  document,
  hold: (isHeld: boolean) => void held.push(isHeld),
  tell: (type: string, payload: unknown) => {
    if (type === 'page.walk') reports.push(Object(payload));
    else captured.push(Object(payload));
    return takes(type);
  },
  signal: life.signal,
});

function tools(): WalkTools {
  const known = globalThis.desksideWalk;
  if (known === undefined) throw new Error('no tools');
  return known;
}

const start = (conversationId = 'a') => tools().start(conversationId, host());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const end = () => reports.at(-1)?.end;
const wheel = () => list.area.dispatchEvent(new Event('wheel', { bubbles: true }));
/** Long enough for every wait of a walk. */
const finish = () => pass(120_000);
const standing = () => list.area.scrollHeight - list.area.scrollTop;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: [
      ...(['setTimeout', 'clearTimeout', 'performance'] as const),
      ...(['requestAnimationFrame', 'cancelAnimationFrame'] as const),
    ],
  });
  [reports, captured, held, scrolls] = [[], [], [], []];
  life = new AbortController();
  takes = async () => true;
  page = {
    ...{ platform: 'chatra', view: 'person', conversationId: 'a', composer: 'reply' },
    hints: { name: 'Ana', emails: [], phones: [] },
  };
  const messages = Array.from({ length: total }, (_, index) => ({ text: `${index}`, height: 50 }));
  list = new FakeList({
    ...{ messages, window: 400, batch: 40, drawsAll: false, redraws: false, latency: 2 },
    ...({ onLoad: 'keeps-place', loads: 'by-scroll', hasMark: true } as const),
  });
  list.onScroll = () => scrolls.push(list.area.scrollTop);
  provideWalkTools();
});

afterEach(async () => {
  tools().stop();
  await finish();
  vi.useRealTimers();
  vi.restoreAllMocks();
  globalThis.desksideWalk = undefined;
  document.body.replaceChildren();
});

describe('a walk in the page', () => {
  test('sends all of the conversation, tells how far it is, and leaves the list where it was', async () => {
    const before = standing();
    start();
    await finish();
    expect(end()).toBe('start-mark');
    expect(reports[0]).toMatchObject({ count: 0, end: undefined });
    expect(reports.filter((each) => each.end !== undefined)).toHaveLength(1);
    expect(reports.at(-1)).toMatchObject({ count: total, oldest: { text: '0' } });
    expect(captured.at(-1)?.items.map(({ text }) => Number(text))).toEqual(
      Array.from({ length: total }, (_, index) => index),
    );
    expect(standing()).toBe(before);
    // What the page shows is reported again only when the walk is over.
    expect(held).toEqual([true, false]);
  });

  test('tells its first count at once and then no more often than a panel can show', async () => {
    start();
    await pass(1_000);
    expect(reports.length).toBeGreaterThan(1);
    expect(reports.length).toBeLessThan(6);
  });

  test('a second start while one runs begins no other', async () => {
    start();
    await pass(300);
    start();
    start('b');
    await finish();
    expect(held).toEqual([true, false]);
    expect(reports.filter((each) => each.end !== undefined)).toHaveLength(1);
    start();
    await finish();
    expect(held).toEqual([true, false, true, false]);
  });

  test('what the worker could not keep is no whole conversation', async () => {
    takes = async (type) => type !== 'page.capture';
    start();
    await finish();
    expect(end()).toBe('not-kept');
    expect(held.at(-1)).toBe(false);
  });
});

describe('a walk ends at once', () => {
  const stops: [string, () => void, string][] = [
    ['a wheel on the list', wheel, 'agent'],
    ['a pointer', () => window.dispatchEvent(new Event('pointerdown')), 'agent'],
    ['a finger', () => window.dispatchEvent(new Event('touchstart')), 'agent'],
    ['a key', () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' })), 'agent'],
    ['a page that is left', () => window.dispatchEvent(new Event('pagehide')), 'page-gone'],
    ['the end of the content script', () => life.abort(), 'page-gone'],
    ['“Stop reading”', () => void tools().stop(), 'cancelled'],
    [
      'a tab that is hidden',
      () => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
        document.dispatchEvent(new Event('visibilitychange'));
      },
      'hidden',
    ],
    [
      'another conversation',
      () => {
        page = { ...page, conversationId: 'b' };
      },
      'other-conversation',
    ],
    [
      'another person at the same address',
      () => {
        page = { ...page, hints: { ...page.hints, name: 'Ben' } };
      },
      'other-conversation',
    ],
    [
      'a page that shows nobody',
      () => {
        page = { ...page, view: 'none', conversationId: undefined };
      },
      'other-conversation',
    ],
  ];

  test.each(stops)('by %s', async (_name, happen, reason) => {
    const before = standing();
    start();
    await pass(700);
    expect(end()).toBeUndefined();
    const [read, scrolled] = [list.area.scrollTop, scrolls.length];
    happen();
    await finish();
    expect(end()).toBe(reason);
    // What was read is kept, and told.
    expect(captured.at(-1)?.items).toHaveLength(reports.at(-1)?.count ?? -1);
    expect(reports.at(-1)?.count).toBeLessThan(total);
    expect(held).toEqual([true, false]);
    const isTheirs = /wheel|left|other|nobody|another/.test(_name);
    if (isTheirs) expect([scrolls.length, list.area.scrollTop]).toEqual([scrolled, read]);
    else expect(standing()).toBe(before);
  });

  test('whoever takes the list while the worker is told of it is not scrolled once more', async () => {
    let answer: (isTaken: boolean) => void = () => undefined;
    start();
    await pass(300);
    takes = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    await pass(1_000);
    takes = async () => true;
    const scrolled = scrolls.length;
    wheel();
    answer(true);
    await finish();
    expect(end()).toBe('agent');
    expect(scrolls).toHaveLength(scrolled);
  });

  test('another conversation that was opened while the worker is told is not scrolled', async () => {
    let answer: (isTaken: boolean) => void = () => undefined;
    start();
    await pass(300);
    takes = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    await pass(1_000);
    takes = async () => true;
    const scrolled = scrolls.length;
    page = { ...page, conversationId: 'b' };
    answer(true);
    await finish();
    expect(end()).toBe('other-conversation');
    expect(scrolls).toHaveLength(scrolled);
    expect(captured.every(({ conversationId }) => conversationId === 'a')).toBe(true);
  });

  test('a hand on the list while it is brought back keeps it where it is', async () => {
    start();
    await pass(700);
    tools().stop();
    await pass(20);
    wheel();
    const scrolled = scrolls.length;
    await finish();
    expect(end()).toBe('cancelled');
    expect(scrolls).toHaveLength(scrolled);
  });
});

describe('no walk', () => {
  test.each([
    ['through another conversation than is shown', 'b', 'visible', 'other-conversation'],
    ['in a tab that is hidden', 'a', 'hidden', 'hidden'],
  ] as const)('%s', async (_name, id, visibility, reason) => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
    start(id);
    await finish();
    expect(end()).toBe(reason);
    expect([scrolls, captured]).toEqual([[], []]);
  });

  test('where no list is', async () => {
    tools().start('a', { ...host(), adapter: { ...host().adapter, walkable: () => undefined } });
    await finish();
    expect(end()).toBe('no-list');
  });

  test('is there to be stopped once it is over', async () => {
    expect(tools().stop()).toBe(false);
    start();
    expect(tools().stop()).toBe(true);
    await finish();
    expect(tools().stop()).toBe(false);
    expect(reports.filter((each) => each.end !== undefined)).toHaveLength(1);
  });
});
