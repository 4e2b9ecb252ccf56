// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useDrafts, usePlatformNotes } from '../../../../../components/panel/notes/use-notes';
import { contactRef } from '../../../../../lib/model/ids';
import { database } from '../../../../../lib/storage/database';
import { message } from '../../../timeline/samples';
import { contact } from '../snapshots';

const [ana, eva] = ['1', '2'].map((id) => contact({ connectionId: 'cw', id }));

afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
});

it('nothing that is written about one person is shown for the next one', async () => {
  if (ana === undefined || eva === undefined) throw new Error('nobody');
  for (const { id, connectionId } of [ana, eva]) {
    const native = {
      connectionId,
      contactId: id,
      id: `n${id}`,
      kind: 'note',
      fetchedAt: 1,
    } as const;
    await database.nativeNotes.put({ ...native, text: `note ${id}` });
    const about = { connectionId, contactId: id, id: `m${id}`, kind: 'note' } as const;
    await database.messages.put(message({ ...about, text: `note ${id}` }));
    const anchor = contactRef({ connectionId, id });
    await database.noteDrafts.put({ anchor, noteId: '', text: `note ${id}`, updatedAt: 1 });
  }
  const seen: { who: string; texts: string[] }[] = [];
  const { result, rerender } = renderHook(
    ({ who }) => {
      const foreign = usePlatformNotes([who], undefined);
      const drafts = useDrafts([contactRef(who)]) ?? [];
      const texts = [...foreign, ...drafts].map(({ text }) => text);
      seen.push({ who: who.id, texts });
      return texts;
    },
    { initialProps: { who: ana } },
  );
  await waitFor(() => expect(result.current).toEqual(Array(3).fill('note 1')));
  rerender({ who: eva });
  await waitFor(() => expect(result.current).toEqual(Array(3).fill('note 2')));
  expect(seen.filter(({ who, texts }) => texts.some((text) => text !== `note ${who}`))).toEqual([]);
});
