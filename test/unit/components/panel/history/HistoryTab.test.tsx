// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { HistoryTab } from '../../../../../components/panel/history/HistoryTab';
import { database } from '../../../../../lib/storage/database';
import { conversation, message } from '../../../timeline/samples';
import { beside } from '../notes/scene';
import { onScreen, twoRecords } from '../people/person';
import { source } from '../snapshots';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
});

it('no longer says that there is nothing while the history of a record found last is read', async () => {
  await database.messages.put(message({ connectionId: 'ku', contactId: '9' }));
  const nothing = { state: 'not-found', dropped: 0, checkedAt: 0 } as const;
  const first = source({ coverage: nothing });
  const second = source({ connectionId: 'ku', contactIds: [], coverage: nothing });
  const tab = <HistoryTab personName="Ana" />;
  const before = twoRecords({ contacts: [onScreen], sources: [first, second] });
  const { rerender } = render(beside(tab, before));
  await screen.findByText('Nothing yet on Chatwoot or Kustomer');
  const found = source({ connectionId: 'ku', contactIds: ['9'] });
  rerender(beside(tab, twoRecords({ sources: [first, found] })));
  expect(screen.queryByText(/Nothing yet on/)).toBeNull();
  expect(screen.getByLabelText('Loading the history')).toBeTruthy();
  expect(await screen.findByLabelText('Timeline, newest first')).toBeTruthy();
});

const since = 1_700_000_000_000;
const hour = 3_600_000;
const inPart = { state: 'partial', dropped: 0, checkedAt: 0 } as const;

it.each([
  ['nothing loaded yet', 'began before what is loaded', -hour, { ...inPart, since, more: true }],
  ['no readable items', 'began since then', hour, { ...inPart, since, more: true }],
  ['nothing loaded yet', 'may be anywhere', hour, { ...inPart, more: true }],
  ['nothing loaded yet', 'is being loaded', hour, undefined],
  ['nothing loaded yet', 'may have failed', -hour, { ...inPart, state: 'unreachable', since }],
  ['no readable items', 'has nothing more to come', -hour, { ...inPart, since }],
  ['no readable items', 'is all there', -hour, { ...inPart, state: 'complete' }],
] as const)(
  'says "%s" of a conversation without items that %s',
  async (words, _, age, coverage) => {
    const createdAt = since + age;
    // Its last activity is later than what is loaded: that it was closed, perhaps.
    const silent = conversation({ contactId: '1', createdAt, lastActivityAt: since + 2 * hour });
    await database.conversations.put(silent);
    const snapshot = twoRecords({ contacts: [onScreen], sources: [source({ coverage })] });
    render(beside(<HistoryTab personName="Ana" />, snapshot));
    expect(await screen.findByText(words)).toBeTruthy();
  },
);
