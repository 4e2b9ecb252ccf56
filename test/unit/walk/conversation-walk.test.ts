// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { total, WalkedPage } from './walked-page';

let page: WalkedPage;

beforeEach(() => {
  page = new WalkedPage();
});

afterEach(() => page.leave());

describe('a walk in the page', () => {
  test('sends all of the conversation, tells how far it is, and leaves the list where it was', async () => {
    const before = page.standing;
    page.start();
    await page.finish();
    expect(page.end).toBe('start-mark');
    expect(page.reports[0]).toMatchObject({ count: 0, end: undefined });
    expect(page.ends).toBe(1);
    expect(page.reports.at(-1)).toMatchObject({ count: total, oldest: { text: '0' } });
    expect(page.captured.at(-1)?.items.map(({ text }) => Number(text))).toEqual(
      Array.from({ length: total }, (_, index) => index),
    );
    expect(page.standing).toBe(before);
    // What the page shows is reported again only when the walk is over.
    expect(page.held).toEqual([true, false]);
  });

  test('tells its first count at once and then no more often than a panel can show', async () => {
    page.start();
    await page.pass(1_000);
    expect(page.reports.length).toBeGreaterThan(1);
    expect(page.reports.length).toBeLessThan(6);
  });

  test('a second start while one runs begins no other', async () => {
    page.start();
    await page.pass(300);
    page.start();
    page.start('b');
    await page.finish();
    expect(page.held).toEqual([true, false]);
    expect(page.ends).toBe(1);
    page.start();
    await page.finish();
    expect(page.held).toEqual([true, false, true, false]);
  });

  test('what the worker could not keep is no whole conversation', async () => {
    page.takes = async (type) => type !== 'page.capture';
    page.start();
    await page.finish();
    expect(page.end).toBe('not-kept');
    expect(page.held.at(-1)).toBe(false);
  });
});

describe('no walk', () => {
  test.each([
    ['through another conversation than is shown', 'b', 'visible', 'other-conversation'],
    ['in a tab that is hidden', 'a', 'hidden', 'hidden'],
  ] as const)('%s', async (_name, id, visibility, reason) => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
    page.start(id);
    await page.finish();
    expect(page.end).toBe(reason);
    expect([page.scrolls, page.captured]).toEqual([[], []]);
  });

  test('where no list is', async () => {
    page.tools.start('a', {
      ...page.host,
      adapter: { ...page.host.adapter, walkable: () => undefined },
    });
    await page.finish();
    expect(page.end).toBe('no-list');
  });

  test('is there to be stopped once it is over', async () => {
    expect(page.tools.stop()).toBe(false);
    page.start();
    expect(page.tools.stop()).toBe(true);
    await page.finish();
    expect(page.tools.stop()).toBe(false);
    expect(page.ends).toBe(1);
  });
});
