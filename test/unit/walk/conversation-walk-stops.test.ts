// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { total, WalkedPage } from './walked-page';

let page: WalkedPage;

beforeEach(() => {
  page = new WalkedPage();
});

afterEach(() => page.leave());

describe('a walk ends at once', () => {
  const stops: [string, () => void, string][] = [
    ['a wheel on the list', () => page.wheel(), 'agent'],
    ['a pointer', () => window.dispatchEvent(new Event('pointerdown')), 'agent'],
    ['a finger', () => window.dispatchEvent(new Event('touchstart')), 'agent'],
    ['a key', () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' })), 'agent'],
    ['a page that is left', () => window.dispatchEvent(new Event('pagehide')), 'page-gone'],
    ['the end of the content script', () => page.life.abort(), 'page-gone'],
    ['“Stop reading”', () => void page.tools.stop(), 'cancelled'],
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
        page.context = { ...page.context, conversationId: 'b' };
      },
      'other-conversation',
    ],
    [
      'another person at the same address',
      () => {
        page.context = { ...page.context, hints: { ...page.context.hints, name: 'Ben' } };
      },
      'other-conversation',
    ],
    [
      'a page that shows nobody',
      () => {
        page.context = { ...page.context, view: 'none', conversationId: undefined };
      },
      'other-conversation',
    ],
  ];

  test.each(stops)('by %s', async (_name, happen, reason) => {
    const before = page.standing;
    page.start();
    await page.pass(700);
    expect(page.end).toBeUndefined();
    const [read, scrolled] = [page.list.area.scrollTop, page.scrolls.length];
    happen();
    await page.finish();
    expect(page.end).toBe(reason);
    // What was read is kept, and told.
    expect(page.captured.at(-1)?.items).toHaveLength(page.reports.at(-1)?.count ?? -1);
    expect(page.reports.at(-1)?.count).toBeLessThan(total);
    expect(page.held).toEqual([true, false]);
    const isTheirs = /wheel|left|other|nobody|another/.test(_name);
    if (isTheirs) expect([page.scrolls.length, page.list.area.scrollTop]).toEqual([scrolled, read]);
    else expect(page.standing).toBe(before);
  });

  /** The worker never comes to an end with so many messages or more; counts how often it was sent them. */
  function neverSaved(count: number): () => number {
    let sent = 0;
    page.takes = (type) => {
      const isMany = (page.captured.at(-1)?.items.length ?? 0) >= count;
      if (type !== 'page.capture' || !isMany) return Promise.resolve(true);
      sent += 1;
      return new Promise(() => undefined);
    };
    return () => sent;
  }

  test('and whoever is opened next is reported before all that was read is saved', async () => {
    page.start();
    await page.pass(700);
    const sent = neverSaved(1);
    window.dispatchEvent(new Event('pointerdown'));
    await page.finish();
    expect([sent(), page.ends]).toEqual([1, 0]);
    expect(page.held).toEqual([true, false]);
    // The same one is still being saved; another one is read, and holds the page for itself.
    page.start();
    expect(page.held).toEqual([true, false]);
    page.context = { ...page.context, conversationId: 'b' };
    page.start('b');
    expect(page.held).toEqual([true, false, true]);
    await page.pass(300);
    expect(page.reports.at(-1)).toMatchObject({ conversationId: 'b', end: undefined });
  });

  test('but at the first message the conversation stays the one on screen until that is told', async () => {
    page.start();
    await page.pass(700);
    const sent = neverSaved(total);
    await page.finish();
    expect([sent(), page.ends]).toEqual([1, 0]);
    expect(page.held).toEqual([true]);
  });

  test('whoever takes the list while the worker is told of it is not scrolled once more', async () => {
    page.start();
    await page.pass(300);
    const answer = await page.holdWorker();
    const scrolled = page.scrolls.length;
    page.wheel();
    answer();
    await page.finish();
    expect(page.end).toBe('agent');
    expect(page.scrolls).toHaveLength(scrolled);
  });

  test('another conversation that was opened while the worker is told is not scrolled', async () => {
    page.start();
    await page.pass(300);
    const answer = await page.holdWorker();
    const scrolled = page.scrolls.length;
    page.context = { ...page.context, conversationId: 'b' };
    answer();
    await page.finish();
    expect(page.end).toBe('other-conversation');
    expect(page.scrolls).toHaveLength(scrolled);
    expect(page.captured.every(({ conversationId }) => conversationId === 'a')).toBe(true);
  });

  test('another conversation that is opened while the end is reached once more is not scrolled', async () => {
    page.list.behaviour.hasMark = false;
    let scrolled = 0;
    page.list.onScroll = () => {
      const [last] = page.scrolls.slice(-1);
      const isNudged = last === 0 && page.list.area.scrollTop === page.list.behaviour.window / 2;
      page.scrolls.push(page.list.area.scrollTop);
      if (!isNudged || scrolled > 0) return;
      scrolled = page.scrolls.length;
      page.context = { ...page.context, conversationId: 'b' };
    };
    page.start();
    await page.finish();
    expect(page.end).toBe('other-conversation');
    expect(scrolled).toBeGreaterThan(0);
    expect(page.scrolls).toHaveLength(scrolled);
  });

  test('a hand on the list while it is brought back keeps it where it is', async () => {
    page.start();
    await page.pass(700);
    page.tools.stop();
    await page.pass(20);
    page.wheel();
    const scrolled = page.scrolls.length;
    await page.finish();
    expect(page.end).toBe('cancelled');
    expect(page.scrolls).toHaveLength(scrolled);
  });
});
