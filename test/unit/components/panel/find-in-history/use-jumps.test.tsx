// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useJumps } from '../../../../../components/panel/find-in-history/use-jumps';
import { RowOffsets } from '../../../../../components/panel/history/row-offsets';
import { useScrollAnchorStore } from '../../../../../components/panel/history/scroll-anchor-store';
import type { TimelineRow } from '../../../../../lib/timeline/timeline-rows';

afterEach(cleanup);

const rows: TimelineRow[] = [{ kind: 'seen-mark', key: 'long' }];

/** A list with one long row, in which the find is so far (px) from where the row is scrolled to. */
function listWith(distance: number) {
  const list = document.createElement('section');
  list.innerHTML = '<ol><li data-index="0"><mark>lamp</mark></li></ol>';
  const mark = list.querySelector('mark');
  if (mark === null) throw new Error('no mark');
  const shown = vi.spyOn(mark, 'scrollIntoView').mockImplementation(() => {
    list.scrollTop += distance;
  });
  const offsets = new RowOffsets();
  offsets.setRows(rows, () => 2_000);
  const virtual = { offsets, sight: { first: 0, last: 0 }, drawn: [0], screensLeft: 0 };
  const scrollTo = vi.fn();
  renderHook(() =>
    useJumps({ current: list }, { ...virtual, measured: () => undefined, scrollTo }, rows),
  );
  return { shown, scrollTo };
}

it.each([
  ['out of sight: it stays where it was scrolled to', 300, false],
  ['in sight: the row stays in the middle', 0, true],
])('the find in a long row was %s', async (_where, distance, isHeld) => {
  const { shown, scrollTo } = listWith(distance);
  act(() => useScrollAnchorStore.getState().jumpTo('long', 'center'));
  expect(scrollTo).toHaveBeenCalledWith(0, 'center');
  const { jump } = useScrollAnchorStore.getState();
  await waitFor(() => expect(shown).toHaveBeenCalledOnce());
  // What holds the row ends when this is another object.
  expect(useScrollAnchorStore.getState().jump === jump).toBe(isHeld);
  expect(scrollTo).toHaveBeenCalledOnce();
});
