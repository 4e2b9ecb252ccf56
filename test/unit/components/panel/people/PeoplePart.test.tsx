// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import { PeoplePart } from '../../../../../components/panel/people/PeoplePart';
import { usePeopleStore } from '../../../../../components/panel/people/people-store';
import type { ContactRef } from '../../../../../lib/model/ids';
import { database } from '../../../../../lib/storage/database';
import { ref } from '../../../refs';
import { forget, namesake, store, twoRecords } from './person';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const nobody = twoRecords({ contacts: [] });

function part(anchor: ContactRef) {
  return (
    <PanelProvider windowId={1} anchor={anchor} snapshot={nobody}>
      <PeoplePart part="find" />
    </PanelProvider>
  );
}

beforeEach(store);

afterEach(async () => {
  cleanup();
  await forget();
});

it('does not take who was picked for one conversation for that of the next', async () => {
  await database.peopleSearches.put({
    windowId: 1,
    connectionId: 'ku',
    query: 'ana',
    phase: 'done',
    contacts: [namesake],
    updatedAt: 0,
  });
  const { rerender } = render(part(ref('cw/conversation:1')));
  act(() => usePeopleStore.getState().find(true));
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'ana' } });
  fireEvent.click(await screen.findByRole('option'));
  expect(screen.getByRole('button', { name: 'Yes, this is them' })).toBeTruthy();
  rerender(part(ref('cw/conversation:2')));
  expect(screen.queryByRole('button', { name: 'Yes, this is them' })).toBeNull();
});
