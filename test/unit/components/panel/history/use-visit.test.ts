// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useVisit } from '../../../../../components/panel/history/use-visit';
import { database } from '../../../../../lib/storage/database';
import { ref } from '../../../refs';

const long = 86_400_000;

afterEach(async () => {
  await database.views.clear();
});

describe('useVisit', () => {
  it('keeps for the whole visit what had been seen at its start', async () => {
    const before = Date.now() - long;
    await database.views.put({ anchor: ref('cw/1'), viewedAt: before, newestSeenAt: before });
    const { result, rerender } = renderHook(({ anchor }) => useVisit(anchor), {
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
    const { result, rerender } = renderHook(({ anchor }) => useVisit(anchor), {
      initialProps: { anchor: ref('cw/1') },
    });
    await waitFor(() => expect(result.current).toBeGreaterThanOrEqual(start));
    rerender({ anchor: ref('cw/2') });
    expect(result.current).toBeUndefined();
    await waitFor(() => expect(result.current).toBeDefined());
    expect(result.current).toBeLessThan(ahead);
  });
});
