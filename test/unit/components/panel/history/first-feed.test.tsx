// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import {
  feedOf,
  firstHistory,
  useFirstFeed,
} from '../../../../../components/panel/history/first-feed';
import { contactRef, refLines } from '../../../../../lib/model/ids';
import { database } from '../../../../../lib/storage/database';
import { message } from '../../../timeline/samples';
import { contact } from '../snapshots';

const [ana, other] = [contact(), contact({ id: '2' })];
const anchor = contactRef(ana);

afterEach(async () => {
  cleanup();
  feedOf(anchor).close();
  await Promise.all(database.tables.map((table) => table.clear()));
});

it('has the first history for the records that it was read for, and for no others', async () => {
  await database.messages.bulkPut([
    message({ contactId: '1', id: 'a' }),
    message({ contactId: '2', id: 'b' }),
  ]);
  renderHook(() => useFirstFeed(anchor, [ana, other], false));
  await waitFor(() =>
    expect(firstHistory(anchor, refLines([ana, other]))?.messages).toHaveLength(2),
  );
  // The other one was parted from her before her history is shown.
  expect(firstHistory(anchor, refLines([ana]))).toBeUndefined();
  expect(firstHistory(contactRef(other), refLines([ana, other]))).toBeUndefined();
});

it('waits for a history while nothing is on screen yet, and never once something is', async () => {
  const { result, rerender } = renderHook(
    ({ isDrawn }) => useFirstFeed(isDrawn ? undefined : anchor, [ana], isDrawn),
    { initialProps: { isDrawn: true } },
  );
  rerender({ isDrawn: false });
  expect(result.current).toBe(true);
  const anew = renderHook(() => useFirstFeed(anchor, [ana], false));
  expect(anew.result.current).toBe(false);
  await waitFor(() => expect(anew.result.current).toBe(true));
});
