// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { markSeen, startVisit, useVisit } from '../../../../../components/panel/history/use-visit';
import type { ContactRef } from '../../../../../lib/model/ids';
import { database } from '../../../../../lib/storage/database';
import { ref } from '../../../refs';

const long = 86_400_000;

afterEach(async () => {
  await database.views.clear();
});

/** Whoever is on screen, as long as it is rendered. */
function useScreen(anchor: ContactRef): number | undefined {
  useEffect(() => startVisit(anchor), [anchor]);
  return useVisit(anchor)?.seenUpTo;
}

describe('useVisit', () => {
  it('keeps for the whole visit what had been seen at its start', async () => {
    const before = Date.now() - long;
    await database.views.put({ anchor: ref('cw/1'), viewedAt: before, newestSeenAt: before });
    const { result, rerender } = renderHook(({ anchor }) => useScreen(anchor), {
      initialProps: { anchor: ref('cw/1') },
    });
    expect(result.current).toBeUndefined();
    await waitFor(() => expect(result.current).toBe(before));
    await act(() =>
      database.views.put({ anchor: ref('cw/1'), viewedAt: Date.now(), newestSeenAt: before + 5 }),
    );
    rerender({ anchor: ref('cw/1') });
    expect(result.current).toBe(before);
  });

  it('takes at the first visit, and for dates to come, the moment of opening', async () => {
    const start = Date.now();
    const ahead = start + long;
    await database.views.put({ anchor: ref('cw/2'), viewedAt: start - long, newestSeenAt: ahead });
    const { result, rerender } = renderHook(({ anchor }) => useScreen(anchor), {
      initialProps: { anchor: ref('cw/1') },
    });
    await waitFor(() => expect(result.current).toBeGreaterThanOrEqual(start));
    rerender({ anchor: ref('cw/2') });
    expect(result.current).toBeUndefined();
    await waitFor(() => expect(result.current).toBeDefined());
    expect(result.current).toBeLessThan(ahead);
  });

  it('is another one when the same person comes back', async () => {
    const screen = renderHook(() => useScreen(ref('cw/1')));
    const visit = renderHook(() => useVisit(ref('cw/1')));
    await waitFor(() => expect(visit.result.current).toBeDefined());
    act(() => markSeen(['a']));
    act(() => markSeen(['b']));
    expect([...(visit.result.current?.seen ?? [])]).toEqual(['a', 'b']);
    screen.unmount();
    expect(visit.result.current).toBeUndefined();
    act(() => markSeen(['c']));
    renderHook(() => useScreen(ref('cw/1')));
    await waitFor(() => expect(visit.result.current?.seen.size).toBe(0));
  });
});
