// @vitest-environment happy-dom

import { peopleCommands } from '../../../../../lib/messaging/people-commands';
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FindDialog } from '../../../../../components/panel/people/FindDialog';
import { usePeopleStore } from '../../../../../components/panel/people/people-store';
import { send } from '../../../../../lib/messaging/send';
import type { PeopleSearchRow } from '../../../../../lib/model/people-search';
import { database } from '../../../../../lib/storage/database';
import { connection, contact } from '../snapshots';
import { forget, inKustomer, namesake, show, store, twoRecords } from './person';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const second = contact({ connectionId: 'ku', id: '6', platform: 'kustomer', name: 'Ana Lima' });

function row(given: Partial<PeopleSearchRow>): PeopleSearchRow {
  return {
    windowId: 1,
    connectionId: 'ku',
    query: 'ana',
    phase: 'done',
    contacts: [],
    updatedAt: 0,
    ...given,
  };
}

function open(snapshot = twoRecords()) {
  const shown = show(snapshot, <FindDialog />);
  act(() => usePeopleStore.getState().find(true));
  return { ...shown, field: screen.getByRole('combobox', { name: 'Search all helpdesks' }) };
}

const chosen = () => screen.getByRole('option', { selected: true }).textContent;

beforeEach(async () => {
  vi.mocked(send).mockClear();
  await store();
});

afterEach(async () => {
  cleanup();
  await forget();
});

describe('finding by hand', () => {
  it('asks once the typing rests, and forgets at the end', async () => {
    const { field, unmount } = open();
    fireEvent.change(field, { target: { value: 'an' } });
    fireEvent.change(field, { target: { value: ' ana ' } });
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(peopleCommands, 'people.search', {
        windowId: 1,
        query: 'ana',
      }),
    );
    expect(send).toHaveBeenCalledTimes(1);
    unmount();
    expect(send).toHaveBeenLastCalledWith(peopleCommands, 'people.search-end', { windowId: 1 });
  });

  it.each(['王', '김'])('asks for the one sign %s, which is a whole name', async (query) => {
    const { field } = open();
    fireEvent.change(field, { target: { value: query } });
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(peopleCommands, 'people.search', { windowId: 1, query }),
    );
  });

  it('opens with the cursor in the search', async () => {
    const { field } = open();
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it('outlives a browser whose scrolling answers with a promise', async () => {
    const { scrollIntoView } = Element.prototype;
    Element.prototype.scrollIntoView = () => Promise.resolve();
    await database.peopleSearches.put(row({ contacts: [namesake] }));
    const { field } = open();
    fireEvent.change(field, { target: { value: 'ana' } });
    await waitFor(() => expect(chosen()).toContain('Ana Souza'));
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(screen.getByRole('button', { name: 'Same person, link them' })).toBeTruthy();
    Element.prototype.scrollIntoView = scrollIntoView;
  });

  it('chooses with the arrows, picks with Enter, and links after a second look', async () => {
    await database.peopleSearches.put(row({ contacts: [namesake, second] }));
    const { field } = open();
    fireEvent.change(field, { target: { value: 'ana' } });
    await waitFor(() => expect(chosen()).toContain('Ana Souza'));
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(chosen()).toContain('Ana Lima');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(chosen()).toContain('Ana Lima');
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    fireEvent.keyDown(field, { key: 'Enter' });
    const yes = screen.getByRole('button', { name: 'Same person, link them' });
    expect(document.activeElement).toBe(yes);
    expect(screen.getByText('same name as in Chatwoot')).toBeTruthy();
    // The Enter that picked the record may still be held down: the browser would press the button with it.
    expect(fireEvent.keyDown(yes, { key: 'Enter', repeat: true })).toBe(false);
    expect(fireEvent.keyDown(yes, { key: 'Enter' })).toBe(true);
    fireEvent.click(yes);
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(peopleCommands, 'people.decide', {
        windowId: 1,
        one: { connectionId: 'cw', id: '1' },
        other: { connectionId: 'ku', id: '5' },
        verdict: 'same',
      }),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('has the cursor in the search again after “Back”', async () => {
    await database.peopleSearches.put(row({ contacts: [namesake] }));
    const { field } = open();
    fireEvent.change(field, { target: { value: 'ana' } });
    await waitFor(() => expect(chosen()).toContain('Ana Souza'));
    fireEvent.keyDown(field, { key: 'Enter' });
    const back = screen.getByRole('button', { name: 'Back' });
    back.focus();
    await act(async () => fireEvent.click(back));
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
  });

  it('keeps the chosen one chosen when another helpdesk answers before it', async () => {
    await database.peopleSearches.put(row({ contacts: [namesake, second] }));
    const { field } = open();
    fireEvent.change(field, { target: { value: 'ana' } });
    await waitFor(() => expect(chosen()).toContain('Ana Souza'));
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    const third = contact({ connectionId: 'ch', id: '8', platform: 'chaport', name: 'Ana Third' });
    await act(() => database.peopleSearches.put(row({ connectionId: 'ch', contacts: [third] })));
    await screen.findByText('Ana Third');
    expect(chosen()).toContain('Ana Lima');
  });

  it('says so when a pasted address leads to nobody', async () => {
    const query = 'https://elsewhere.example/7';
    const coverage = { state: 'not-found', dropped: 0, checkedAt: 0 } as const;
    await database.peopleSearches.put(row({ query, coverage }));
    const { field } = open();
    fireEvent.change(field, { target: { value: query } });
    expect(await screen.findByText(/^No connected account can tell/)).toBeTruthy();
  });

  it('leads to the second look by a click, in browsers that scroll with a promise too', async () => {
    const scroll = vi.fn(async () => undefined);
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(scroll);
    await database.peopleSearches.put(row({ contacts: [namesake, second] }));
    const { field } = open();
    fireEvent.change(field, { target: { value: 'ana' } });
    fireEvent.click(await screen.findByRole('option', { selected: false }));
    expect(screen.getByRole('button', { name: 'Same person, link them' })).toBeTruthy();
    expect(scroll).toHaveBeenCalled();
  });

  it('does not offer who is linked already, and says so', async () => {
    await database.peopleSearches.put(row({ contacts: [inKustomer] }));
    const { field } = open();
    fireEvent.change(field, { target: { value: 'ana' } });
    expect(await screen.findByText('1 of them is already linked to this person.')).toBeTruthy();
    expect(screen.queryByRole('option')).toBeNull();
  });

  it('shows nothing of an earlier query', async () => {
    await database.peopleSearches.put(row({ contacts: [second] }));
    const { field } = open();
    fireEvent.change(field, { target: { value: 'ana lima' } });
    expect(await screen.findByText('Searching…')).toBeTruthy();
    expect(screen.queryByRole('option')).toBeNull();
  });

  it('says what was searched, what could not be and why, and what is not connected', async () => {
    const coverage = {
      state: 'unauthorised',
      reason: 'wrong-key',
      dropped: 0,
      checkedAt: 0,
    } as const;
    await database.peopleSearches.bulkPut([
      row({ connectionId: 'cw', coverage: { state: 'complete', dropped: 0, checkedAt: 0 } }),
      row({ coverage }),
    ]);
    const { field } = open();
    fireEvent.change(field, { target: { value: 'ana' } });
    expect(await screen.findByText('Chatwoot: nothing found.')).toBeTruthy();
    expect(
      screen.getByText(
        'Kustomer could not be searched. Kustomer refused the key. Enter a current key in the settings.',
      ),
    ).toBeTruthy();
    expect(screen.getByText('Not connected, so not searched: Chaport.')).toBeTruthy();
  });

  it('names the account where a helpdesk has several', async () => {
    await database.peopleSearches.bulkPut([row({}), row({ connectionId: 'ku2' })]);
    const accounts = [
      connection('cw', 'chatwoot', 'Support'),
      connection('ku', 'kustomer', 'Shop'),
      connection('ku2', 'kustomer', 'Outlet'),
    ];
    const { field } = open(twoRecords({ connections: accounts }));
    fireEvent.change(field, { target: { value: 'ana' } });
    expect(await screen.findByText('Shop: nothing found.')).toBeTruthy();
    expect(screen.getByText('Outlet: nothing found.')).toBeTruthy();
  });

  it('closes on Escape, and when another person comes on screen', async () => {
    const { field, unmount } = open();
    fireEvent.keyDown(field, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    act(() => usePeopleStore.getState().find(true));
    unmount();
    expect(usePeopleStore.getState().isFinding).toBe(false);
  });
});
