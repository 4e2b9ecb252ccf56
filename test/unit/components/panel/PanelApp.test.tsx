// @vitest-environment happy-dom
import { historyCommands } from '../../../../lib/messaging/history-commands';
import 'fake-indexeddb/auto';
// What the panel loads when it is wanted is there at once.
import '../../../../components/panel/replies/RepliesTab';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PanelApp } from '../../../../components/panel/PanelApp';
import { usePanelView } from '../../../../components/panel/view-store';
import { send } from '../../../../lib/messaging/send';
import { setUpCommands } from '../../../../lib/messaging/set-up-commands';
import { database } from '../../../../lib/storage/database';
import { conversation, message } from '../../timeline/samples';
import { connection, contact, platform, screenRow, source } from './snapshots';

vi.mock('../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

async function connect() {
  await database.connections.bulkPut([
    connection('cw', 'chatwoot', 'Support'),
    connection('ku', 'kustomer', 'Kustomer'),
  ]);
  await database.windows.put({ windowId: 1, tabId: 7 });
}

async function identify() {
  await database.screens.put(screenRow());
  await database.contacts.put(contact());
}

beforeEach(async () => {
  await database.platforms.bulkPut([
    platform('chatwoot', 'Chatwoot'),
    platform('kustomer', 'Kustomer'),
  ]);
});

afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
  vi.mocked(send).mockClear();
});

describe('PanelApp', () => {
  it('asks the worker to keep this window fresh', async () => {
    await connect();
    render(<PanelApp windowId={1} />);
    await screen.findByText('No helpdesk in this tab');
    expect(send).toHaveBeenCalledWith(historyCommands, 'panel.watch', { windowId: 1 });
  });

  it('practice 19: says what may hold a database that does not open, instead of showing nothing', async () => {
    const waiting = vi
      .spyOn(database, 'transaction')
      .mockReturnValue(new Dexie.Promise(() => undefined));
    render(<PanelApp windowId={1} />);
    expect(screen.getByText(/one from an older version may be blocking it/)).toBeTruthy();
    waiting.mockRestore();
  });

  it('leads to the set-up', async () => {
    render(<PanelApp windowId={1} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Set up Deskside' }));
    expect(send).toHaveBeenCalledWith(setUpCommands, 'set-up.open', {});
  });

  it('follows the front tab', async () => {
    await connect();
    await identify();
    render(<PanelApp windowId={1} />);
    expect(await screen.findByRole('heading', { name: 'Ana Souza' })).toBeTruthy();
    await database.windows.put({ windowId: 1, tabId: 8 });
    expect(await screen.findByText('No helpdesk in this tab')).toBeTruthy();
  });

  it('keeps all that is on screen when the history is opened for the first time', async () => {
    await connect();
    await identify();
    await database.messages.put(message({ contactId: '1', id: 'a', text: 'Hello there' }));
    usePanelView.getState().chooseTab('notes');
    render(<PanelApp windowId={1} />);
    const name = await screen.findByRole('heading', { level: 1, name: 'Ana Souza' });
    fireEvent.click(screen.getByRole('button', { name: 'History' }));
    expect(name.isConnected).toBe(true);
    expect(await screen.findByText('Hello there')).toBeTruthy();
    expect(name.isConnected).toBe(true);
  });

  it('says why Enter inserts nothing while it is not known who is on screen', async () => {
    await connect();
    await database.screens.put(screenRow({ phase: 'identifying', anchor: undefined }));
    render(<PanelApp windowId={1} />);
    await screen.findByText('Finding out who this is…');
    fireEvent.keyDown(document.body, { key: '/' });
    fireEvent.keyDown(document.body, { key: 'Enter' });
    expect(await screen.findByText(/not known yet who is on screen/)).toBeTruthy();
    usePanelView.getState().chooseTab('history');
  });

  it('says which account is not connected, and leads there', async () => {
    await connect();
    await database.screens.put(screenRow({ phase: 'not-connected', anchor: undefined }));
    render(<PanelApp windowId={1} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Connect Chatwoot' }));
    expect(send).toHaveBeenCalledWith(historyCommands, 'panel.open-settings', {
      platform: 'chatwoot',
    });
  });

  it('says what went wrong for each platform, and tries again', async () => {
    await connect();
    await identify();
    const refused = {
      state: 'unauthorised',
      reason: 'wrong-key',
      dropped: 0,
      checkedAt: 0,
    } as const;
    const slow = { state: 'unreachable', reason: 'timeout', dropped: 0, checkedAt: 0 } as const;
    await database.sources.bulkPut([
      source({ coverage: refused }),
      source({ connectionId: 'ku', coverage: slow, contactIds: [] }),
    ]);
    render(<PanelApp windowId={1} />);
    expect(await screen.findByText('The history could not be loaded')).toBeTruthy();
    expect(screen.getByText(/Chatwoot refused the key\./)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(send).toHaveBeenCalledWith(historyCommands, 'panel.refresh', {
      windowId: 1,
      connectionId: 'ku',
    });
    fireEvent.click(screen.getByRole('button', { name: 'Open settings' }));
    expect(send).toHaveBeenCalledWith(historyCommands, 'panel.open-settings', {
      platform: 'chatwoot',
    });
  });

  it('says of an identified person without history what each platform covers', async () => {
    await connect();
    await identify();
    const missing = { state: 'not-found', dropped: 0, checkedAt: 0 } as const;
    await database.sources.bulkPut([
      source(),
      source({ connectionId: 'ku', coverage: missing, contactIds: [] }),
    ]);
    render(<PanelApp windowId={1} />);
    expect(await screen.findByText('Nothing yet on Chatwoot or Kustomer')).toBeTruthy();
    // The heading of the page is the person's name.
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(screen.getByText('This person was not found in Kustomer.')).toBeTruthy();
  });

  it('offers the filters that fit what is held, and says when nothing matches', async () => {
    await connect();
    await identify();
    await database.sources.put(source());
    await database.conversations.put(conversation({ contactId: '1' }));
    await database.messages.bulkPut([
      message({ contactId: '1', id: 'a' }),
      message({ contactId: '1', id: 'b', kind: 'note' }),
    ]);
    render(<PanelApp windowId={1} />);
    const notes = await screen.findByRole('button', { name: 'Only notes' });
    fireEvent.click(notes);
    expect(notes.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText('1 of 2')).toBeTruthy();
    await database.messages.delete(['cw', 'b']);
    expect(await screen.findByText('Nothing matches the filters')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show everything' }));
    expect(screen.queryByText('Nothing matches the filters')).toBeNull();
  });

  it('has canned responses also for somebody nobody knows', async () => {
    await connect();
    await database.screens.put(screenRow({ phase: 'unknown', anchor: undefined }));
    render(<PanelApp windowId={1} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Replies' }));
    const field = await screen.findByRole('combobox', { name: 'Find a canned response' });
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(await screen.findByText('Unknown person')).toBeTruthy();
  });

  it('says so when the worker does not take a command', async () => {
    render(<PanelApp windowId={1} />);
    const button = await screen.findByRole('button', { name: 'Set up Deskside' });
    vi.mocked(send).mockRejectedValueOnce(new Error('no-answer'));
    fireEvent.click(button);
    expect(await screen.findByText(/Deskside isn’t responding/)).toBeTruthy();
  });
});
