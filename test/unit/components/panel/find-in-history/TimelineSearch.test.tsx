// @vitest-environment happy-dom
import { historyCommands } from '../../../../../lib/messaging/history-commands';
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSearchStore } from '../../../../../components/panel/find-in-history/search-store';
import { useScrollAnchorStore } from '../../../../../components/panel/history/scroll-anchor-store';
import { PanelApp } from '../../../../../components/panel/PanelApp';
import { usePanelView } from '../../../../../components/panel/view-store';
import { send } from '../../../../../lib/messaging/send';
import { database } from '../../../../../lib/storage/database';
import { ref } from '../../../refs';
import { conversation, message } from '../../../timeline/samples';
import { atKeyboard } from '../../keyboard';
import { connection, contact, platform, screenRow, source } from '../snapshots';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const more = { state: 'partial', more: true, dropped: 0, checkedAt: 0 } as const;

beforeEach(async () => {
  await database.platforms.put(platform('chatwoot', 'Chatwoot'));
  await database.connections.put(connection('cw', 'chatwoot', 'Support'));
  await database.windows.put({ windowId: 1, tabId: 7 });
  await database.screens.put(screenRow());
  await database.contacts.put(contact());
  await database.sources.put(source({ coverage: more }));
  await database.conversations.put(conversation({ contactId: '1', status: 'resolved' }));
  await database.messages.bulkPut([
    message({ contactId: '1', id: 'a', sentAt: 3, text: 'Zwei Lampen, Straße 5' }),
    message({ contactId: '1', id: 'b', sentAt: 2, text: 'Another lamp', direction: 'out' }),
    message({ contactId: '1', id: 'c', sentAt: 1, text: 'Nothing' }),
  ]);
});

afterEach(async () => {
  cleanup();
  useSearchStore.getState().close();
  usePanelView.getState().clearFilters();
  await Promise.all(database.tables.map((table) => table.clear()));
  vi.mocked(send).mockClear();
});

async function openSearch(): Promise<HTMLElement> {
  render(<PanelApp windowId={1} />);
  await screen.findByRole('button', { name: 'Search the timeline' });
  fireEvent.keyDown(window, { key: 'f', ctrlKey: true });
  return screen.findByRole('searchbox', { name: 'Search the timeline' });
}

function type(field: HTMLElement, value: string) {
  fireEvent.change(field, { target: { value } });
}

/** As the search of everything stored does it. */
function pick(query: string, current: string) {
  useSearchStore.setState({ query, current, isPicked: true });
}

describe('search in the timeline', () => {
  it('opens with Ctrl+F, takes the cursor, and closes with Escape', async () => {
    const field = await openSearch();
    expect(document.activeElement).toBe(field);
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(screen.getByRole('button', { name: 'Search the timeline' })).toBeTruthy();
  });

  it('counts what it found, and goes on and back, around the ends', async () => {
    const field = await openSearch();
    type(field, 'LAMP');
    expect(await screen.findByText('1 of 2')).toBeTruthy();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByText('2 of 2')).toBeTruthy();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByText('1 of 2')).toBeTruthy();
    fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
    expect(await screen.findByText('2 of 2')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Newer match (Shift+Enter)' }));
    expect(await screen.findByText('1 of 2')).toBeTruthy();
    type(field, 'lamp strasse');
    expect(await screen.findByText('1 of 1')).toBeTruthy();
    type(field, 'nobody wrote this');
    expect(await screen.findByText('No matches')).toBeTruthy();
  });

  it('counts what arrives while it is open', async () => {
    type(await openSearch(), 'lamp');
    await screen.findByText('1 of 2');
    await database.messages.put(message({ contactId: '1', id: 'd', sentAt: 0, text: 'lamp' }));
    expect(await screen.findByText('1 of 3')).toBeTruthy();
  });

  it('unfolds the quoted text a match is in again when it comes back to it', async () => {
    const quoted = { kind: 'quoted', text: 'The order: Zwei Tische' } as const;
    await database.messages.bulkPut([
      message({ contactId: '1', id: 'a', sentAt: 3, text: 'Yes', quoted }),
      message({ contactId: '1', id: 'b', sentAt: 2, text: 'Tische and chairs' }),
    ]);
    const field = await openSearch();
    type(field, 'tische');
    await screen.findByText('1 of 2');
    const button = await screen.findByRole('button', { name: 'Quoted text', expanded: true });
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByText('2 of 2');
    expect(screen.getByRole('button', { name: 'Quoted text', expanded: false })).toBeTruthy();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByRole('button', { name: 'Quoted text', expanded: true })).toBeTruthy();
  });

  it('says what is not loaded, and loads it', async () => {
    await openSearch();
    expect(screen.getByText(/Older items not loaded yet: Chatwoot/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Load the rest' }));
    expect(send).toHaveBeenCalledWith(historyCommands, 'panel.all', {
      windowId: 1,
      anchor: 'cw/1',
    });
    await database.sources.put(source({ coverage: more, phase: 'loading' }));
    const busy = await screen.findByRole('button', { name: 'Loading…' });
    expect(busy.hasAttribute('disabled')).toBe(true);
    await database.sources.put(source());
    await waitFor(() => expect(screen.queryByText(/not loaded yet/)).toBeNull());
  });

  it('searches within what the filters leave', async () => {
    type(await openSearch(), 'lamp');
    await screen.findByText('1 of 2');
    fireEvent.click(screen.getByRole('button', { name: 'Filters' }));
    fireEvent.click(await screen.findByRole('button', { name: 'To customer' }));
    expect(await screen.findByText('1 match')).toBeTruthy();
    fireEvent.keyDown(screen.getByLabelText('Search the timeline'), { key: 'Enter' });
    expect(await screen.findByText('1 of 1')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Only open conversations' }));
    expect(await screen.findByText('Nothing matches the filters')).toBeTruthy();
  });

  it('stays at a message picked elsewhere that it does not find itself, until something is typed', async () => {
    await database.messages.bulkPut([
      message({ contactId: '1', id: 'd', sentAt: 5, text: 'order 47-11' }),
      message({ contactId: '1', id: 'e', sentAt: 4, text: 'order 4711' }),
    ]);
    const field = await openSearch();
    act(() => pick('4711', 'item:cw/d'));
    expect(await screen.findByText('1 match')).toBeTruthy();
    expect(useSearchStore.getState().current).toBe('item:cw/d');
    type(field, 'lamp');
    expect(await screen.findByText('1 of 2')).toBeTruthy();
  });

  it('keeps a picked message of somebody who is not on screen yet', async () => {
    await database.contacts.put(contact({ id: '2' }));
    await database.sources.put(source({ anchor: ref('cw/2'), contactIds: ['2'] }));
    await database.conversations.put(conversation({ id: 'p', contactId: '2' }));
    await database.messages.bulkPut(
      [8, 9].map((sentAt) =>
        message({
          ...{ contactId: '2', conversationId: 'p', id: `p${sentAt}`, sentAt },
          text: 'A lamp',
        }),
      ),
    );
    await openSearch();
    const { count } = useScrollAnchorStore.getState().jump;
    act(() => pick('lamp', 'item:cw/p8'));
    expect(await screen.findByText('2 matches')).toBeTruthy();
    expect(useScrollAnchorStore.getState().jump.count).toBe(count);
    await database.screens.put(screenRow({ anchor: ref('cw/2') }));
    expect(await screen.findByText('2 of 2')).toBeTruthy();

    // Whoever comes next is searched as ever: it goes to their first match.
    await database.screens.clear();
    await waitFor(() => expect(screen.queryByRole('searchbox')).toBeNull());
    await database.screens.put(screenRow());
    expect(await screen.findByText('1 of 2')).toBeTruthy();
    expect(useSearchStore.getState().current).toBe('item:cw/a');
  });

  it('is opened, walked through and left by the keyboard alone', async () => {
    const person = atKeyboard();
    render(<PanelApp windowId={1} />);
    await screen.findByRole('button', { name: 'Search the timeline' });
    await person.reach('button', 'Search the timeline');
    await person.press('{Enter}');
    await person.has('searchbox', 'Search the timeline');
    await person.press('lamp');
    expect(await screen.findByText('1 of 2')).toBeTruthy();
    await person.press('{Enter}');
    expect(await screen.findByText('2 of 2')).toBeTruthy();
    await person.reach('button', 'Newer match (Shift+Enter)');
    await person.press('{Enter}');
    expect(await screen.findByText('1 of 2')).toBeTruthy();
    await person.reach('button', 'Load the rest');
    await person.reach('region', /^Timeline/);
    await person.press('{Control>}f{/Control}');
    await person.has('searchbox', 'Search the timeline');
    // The button that opened it has gone since.
    await person.press('{Escape}');
    await person.has('region', /^Timeline/);
    await person.reach('button', 'Filters');
    await person.press('{Control>}f{/Control}');
    await person.has('searchbox', 'Search the timeline');
    await person.reach('button', 'Close search');
    await person.press('{Enter}');
    await person.has('region', /^Timeline/);
  });
});
