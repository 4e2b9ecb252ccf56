// @vitest-environment happy-dom

import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useUnseen } from '../../../../../components/panel/history/use-unseen';
import { noFilters } from '../../../../../lib/timeline/filters';
import { buildTimeline } from '../../../../../lib/timeline/timeline-builder';
import { ref } from '../../../refs';
import { message } from '../../../timeline/samples';

const now = 1_000_000_000;
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
  vi.useRealTimers();
});

function open(seenUpTo: number | undefined) {
  return renderHook(({ anchor }) => useUnseen(anchor, rows, seenUpTo), {
    initialProps: { anchor: ref('cw/1') },
  });
}

describe('useUnseen', () => {
  it('is empty until it is known what was seen', () => {
    expect(open(undefined).result.current.keys.size).toBe(0);
  });

  it('lets an item be new until it was in sight for some seconds', () => {
    const { result } = open(now - 5_000);
    expect([...result.current.keys]).toEqual(['item:cw/newer', 'item:cw/new']);
    act(() => result.current.rowsInSight(['item:cw/new', 'item:cw/old']));
    act(() => vi.advanceTimersByTime(1_000));
    expect(result.current.keys.size).toBe(2);
    act(() => vi.advanceTimersByTime(10_000));
    expect([...result.current.keys]).toEqual(['item:cw/newer']);
  });

  it('does not count what went by, nor what nobody could see', () => {
    const { result } = open(now - 5_000);
    act(() => result.current.rowsInSight(['item:cw/new']));
    act(() => vi.advanceTimersByTime(1_000));
    act(() => result.current.rowsInSight([]));
    act(() => vi.advanceTimersByTime(10_000));
    expect(result.current.keys.size).toBe(2);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    act(() => result.current.rowsInSight(['item:cw/new']));
    act(() => vi.advanceTimersByTime(10_000));
    expect(result.current.keys.size).toBe(2);
  });

  it('begins anew with another person', () => {
    const { result, rerender } = open(now - 5_000);
    act(() => result.current.rowsInSight(['item:cw/new', 'item:cw/newer']));
    act(() => vi.advanceTimersByTime(10_000));
    expect(result.current.keys.size).toBe(0);
    rerender({ anchor: ref('cw/2') });
    expect(result.current.keys.size).toBe(2);
  });
});
