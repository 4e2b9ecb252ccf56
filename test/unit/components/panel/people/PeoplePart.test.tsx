// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useEverywhereStore } from '../../../../../components/panel/everywhere/everywhere-store';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import { usePalette } from '../../../../../components/panel/palette/palette-store';
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

function part(anchor: ContactRef, name: 'find' | 'commands' = 'find') {
  return (
    <PanelProvider windowId={1} anchor={anchor} snapshot={nobody}>
      <PeoplePart part={name} />
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

it('has the search over everything open for whoever is on screen, and the palette gone', async () => {
  render(part(ref('cw/conversation:1'), 'commands'));
  act(() => usePalette.getState().show('commands'));
  fireEvent.keyDown(window, { key: 'F', ctrlKey: true, shiftKey: true });
  expect(await screen.findByRole('dialog', { name: 'Search everything stored' })).toBeTruthy();
  expect(screen.getAllByRole('dialog')).toHaveLength(1);
  act(() => useEverywhereStore.getState().close());
});

it('has it not open while somebody is asked a question', () => {
  render(<div role="alertdialog" aria-label="Sure?" />);
  render(part(ref('cw/conversation:1'), 'commands'));
  fireEvent.keyDown(window, { key: 'F', ctrlKey: true, shiftKey: true });
  expect(useEverywhereStore.getState().isOpen).toBe(false);
});
