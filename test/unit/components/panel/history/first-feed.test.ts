// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import {
  beginFirstFeed,
  feedOf,
  firstHistory,
} from '../../../../../components/panel/history/first-feed';
import { contactRef, refLines } from '../../../../../lib/model/ids';
import { database } from '../../../../../lib/storage/database';
import { message } from '../../../timeline/samples';
import { contact } from '../snapshots';

const [ana, other] = [contact(), contact({ id: '2' })];
const anchor = contactRef(ana);

afterEach(async () => {
  feedOf(anchor).close();
  await Promise.all(database.tables.map((table) => table.clear()));
});

it('has the first history for the records that it was read for, and for no others', async () => {
  await database.messages.bulkPut([
    message({ contactId: '1', id: 'a' }),
    message({ contactId: '2', id: 'b' }),
  ]);
  const onRead = vi.fn();
  beginFirstFeed(anchor, refLines([ana, other]), onRead);
  expect(firstHistory(anchor, refLines([ana, other]))).toBeUndefined();
  await vi.waitFor(() => expect(onRead).toHaveBeenCalled());
  expect(firstHistory(anchor, refLines([ana, other]))?.messages).toHaveLength(2);
  // The other one was parted from her before her history is shown.
  expect(firstHistory(anchor, refLines([ana]))).toBeUndefined();
  expect(firstHistory(contactRef(other), refLines([ana, other]))).toBeUndefined();
});
