// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import { findPastAnswers } from '../../../../../components/panel/past-answers/find-past-answers';
import { usePastAnswers } from '../../../../../components/panel/past-answers/use-past-answers';
import { database } from '../../../../../lib/storage/database';
import { told } from '../../../answers/stories';
import { ref } from '../../../refs';
import { panelSnapshot } from '../snapshots';

vi.mock('../../../../../components/panel/past-answers/find-past-answers', () => ({
  findPastAnswers: vi.fn(async () => []),
}));

afterEach(async () => {
  cleanup();
  vi.mocked(findPastAnswers).mockClear();
  await Promise.all(database.tables.map((table) => table.clear()));
});

const snapshot = panelSnapshot();
const none: [] = [];

function Around({ children }: { children: ReactNode }) {
  return (
    <PanelProvider windowId={1} anchor={ref('cw/1')} snapshot={snapshot}>
      {children}
    </PanelProvider>
  );
}

/** Stores what the person on screen and a colleague wrote. */
async function write(...lines: readonly (readonly ['customer' | 'agent', string])[]) {
  const held = await database.messages.count();
  const messages = told(lines, 'c-1').map((message, at) => ({
    ...message,
    ...{ connectionId: 'cw', contactId: '1', id: `m${held + at}`, sentAt: 1_000 * (held + at) },
  }));
  await act(async () => void (await database.messages.bulkPut(messages)));
}

/** What was searched for so far. */
function searched(): string[] {
  return vi.mocked(findPastAnswers).mock.calls.map(([, , { question }]) => question.text);
}

test('one search for each question: none again for what a colleague writes, or thanks', async () => {
  await write(['customer', 'should I waterproof the boots?']);
  renderHook(() => usePastAnswers(none, true), { wrapper: Around });
  await waitFor(() => expect(searched()).toHaveLength(1));
  await write(['agent', 'They come treated, no wax is needed.']);
  await write(['customer', 'where is my parcel?']);
  await waitFor(() => expect(searched()).toContain('where is my parcel?'));
  expect(searched()).toEqual(['should I waterproof the boots?', 'where is my parcel?']);
});

test('none while it is folded', async () => {
  await write(['customer', 'should I waterproof the boots?']);
  const folded = renderHook(() => usePastAnswers(none, false), { wrapper: Around });
  const open = renderHook(() => usePastAnswers(none, true), { wrapper: Around });
  await waitFor(() => expect(open.result.current.kind).toBe('found'));
  expect(searched()).toHaveLength(1);
  expect(folded.result.current.kind).toBe('searching');
});
