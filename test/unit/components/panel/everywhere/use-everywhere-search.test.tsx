// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useEverywhereSearch } from '../../../../../components/panel/everywhere/use-everywhere-search';
import { parseFullTextQuery } from '../../../../../lib/full-text/match-query';
import { database } from '../../../../../lib/storage/database';
import { FullTextIndexer } from '../../../../../lib/worker/full-text/indexer';
import { ref } from '../../../refs';
import { reply } from '../../../replies/samples';
import { message } from '../../../timeline/samples';
import { contact } from '../snapshots';

afterEach(cleanup);

test('older messages are shown when they are asked for, however many responses match', async () => {
  const numbers = Array.from({ length: 240 }, (_none, index) => index + 1);
  await database.replies.bulkPut(
    numbers.map((number) => reply({ id: `r${number}`, title: 'Order', body: 'Your order' })),
  );
  await database.messages.bulkPut(
    numbers.map((number) => message({ id: `m${number}`, text: 'My order', sentAt: number })),
  );
  await new FullTextIndexer(database).wake();
  const query = parseFullTextQuery('order');
  const filter = {};
  const lengths: number[] = [];
  const hook = renderHook(
    ({ wanted }) => {
      const found = useEverywhereSearch(query, filter, wanted);
      lengths.push(found?.finds.length ?? 0);
      return found;
    },
    { initialProps: { wanted: 50 } },
  );
  const counts = () => {
    const finds = hook.result.current?.finds ?? [];
    const messages = finds.filter(({ kind }) => kind === 'message').length;
    return { messages, responses: finds.length - messages };
  };
  await waitFor(() => expect(counts().messages).toBeGreaterThanOrEqual(50));
  const before = counts();
  expect(before).toEqual({ messages: expect.any(Number), responses: 240 });
  expect(before.messages).toBeLessThan(240);
  hook.rerender({ wanted: before.messages + 50 });
  await waitFor(() => expect(counts().messages).toBeGreaterThan(before.messages));
  // The list was never shorter meanwhile: somebody was reading at its end.
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
});

test('a note is found with a record of the person that is still stored', async () => {
  await database.contacts.put(contact({ connectionId: 'ku', id: '2' }));
  await database.notes.put({
    ...{ id: 'n', revision: 1, pinned: false, createdAt: 1, at: 1, versions: [] },
    ...{ urgency: 'normal', scope: { kind: 'everywhere' }, text: 'Prefers mornings' },
    contacts: [ref('cw/1'), ref('ku/2')],
  });
  const query = parseFullTextQuery('mornings');
  const filter = {};
  const hook = renderHook(() => useEverywhereSearch(query, filter, 50));
  await waitFor(() =>
    expect(hook.result.current?.finds).toMatchObject([
      { key: 'note n', contact: { connectionId: 'ku', id: '2' } },
    ]),
  );
});
