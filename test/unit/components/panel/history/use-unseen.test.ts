// @vitest-environment happy-dom

import { act, cleanup, renderHook } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useUnseen } from '../../../../../components/panel/history/use-unseen';
import { startVisit, useVisit } from '../../../../../components/panel/history/use-visit';
import { noFilters } from '../../../../../lib/timeline/filters';
import { buildTimeline } from '../../../../../lib/timeline/timeline-builder';
import { ref } from '../../../refs';
import { message } from '../../../timeline/samples';

const now = 1_000_000_000;
vi.mock('../../../../../lib/storage/visits', () => ({ readSeenUntil: async () => now - 5_000 }));

const { rows } = buildTimeline({
  messages: [
    message({ id: 'new', sentAt: now - 1_000 }),
    message({ id: 'newer', sentAt: now - 500 }),
    message({ id: 'old', sentAt: now - 9_000 }),
  ],
  conversations: [],
  platforms: new Map(),
  filters: noFilters,
});

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const initialProps = { anchor: ref('cw/1') };
const settled = () => act(async () => undefined);

/** The person on screen, beside whom the timeline can be opened and left. */
async function visit() {
  const screen = renderHook(({ anchor }) => useEffect(() => startVisit(anchor), [anchor]), {
    initialProps,
  });
  await settled();
  return screen;
}

const open = () => renderHook(({ anchor }) => useUnseen(rows, useVisit(anchor)), { initialProps });

describe('useUnseen', () => {
  it('is empty until it is known what was seen', () => {
    expect(open().result.current.keys.size).toBe(0);
  });

  it('lets an item be new until it was in sight for some seconds', async () => {
    await visit();
    const { result } = open();
    expect([...result.current.keys]).toEqual(['item:cw/newer', 'item:cw/new']);
    act(() => result.current.rowsInSight(['item:cw/new', 'item:cw/old']));
    act(() => vi.advanceTimersByTime(1_000));
    expect(result.current.keys.size).toBe(2);
    act(() => vi.advanceTimersByTime(10_000));
    expect([...result.current.keys]).toEqual(['item:cw/newer']);
  });

  it('does not count what went by, nor what nobody could see', async () => {
    await visit();
    const { result } = open();
    act(() => result.current.rowsInSight(['item:cw/new']));
    act(() => vi.advanceTimersByTime(1_000));
    act(() => result.current.rowsInSight([]));
    act(() => vi.advanceTimersByTime(10_000));
    expect(result.current.keys.size).toBe(2);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValueOnce('hidden');
    act(() => result.current.rowsInSight(['item:cw/new']));
    act(() => vi.advanceTimersByTime(5_000));
    expect(result.current.keys.size).toBe(2);
  });

  it('knows what was seen when another part of the panel has been looked at', async () => {
    await visit();
    const before = open();
    act(() => before.result.current.rowsInSight(['item:cw/new']));
    act(() => vi.advanceTimersByTime(5_000));
    before.unmount();
    expect([...open().result.current.keys]).toEqual(['item:cw/newer']);
  });

  it('begins anew with another person', async () => {
    const screen = await visit();
    const { result, rerender } = open();
    act(() => result.current.rowsInSight(['item:cw/new', 'item:cw/newer']));
    act(() => vi.advanceTimersByTime(10_000));
    expect(result.current.keys.size).toBe(0);
    screen.rerender({ anchor: ref('cw/2') });
    rerender({ anchor: ref('cw/2') });
    await settled();
    expect(result.current.keys.size).toBe(2);
  });
});
