// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { feedOf, firstHistory } from '../../../../components/panel/history/first-feed';
import { beginPanel, usePanelSnapshot } from '../../../../components/panel/use-panel-snapshot';
import { contactRef, refLines } from '../../../../lib/model/ids';
import { database } from '../../../../lib/storage/database';
import { message } from '../../timeline/samples';
import { connection, contact, screenRow } from './snapshots';

const ana = contact();
const shown = () => renderHook(() => usePanelSnapshot(1));

beforeEach(async () => {
  await database.connections.put(connection('cw', 'chatwoot', 'Support'));
  await database.windows.put({ windowId: 1, tabId: 7 });
});

afterEach(async () => {
  cleanup();
  feedOf(contactRef(ana)).close();
  vi.restoreAllMocks();
  await Promise.all(database.tables.map((table) => table.clear()));
});

describe('a panel that begins', () => {
  it('has read the person and the newest messages when it is drawn, and follows them from there', async () => {
    await database.screens.put(screenRow());
    await database.contacts.put(ana);
    await database.messages.put(message({ contactId: ana.id, id: 'a' }));
    await beginPanel(1);
    expect(firstHistory(contactRef(ana), refLines([ana]))?.messages).toHaveLength(1);
    const { result } = shown();
    expect(result.current?.contacts).toEqual([ana]);
    await database.contacts.put({ ...ana, name: 'Ana S.' });
    await waitFor(() => expect(result.current?.contacts[0]?.name).toBe('Ana S.'));
  });

  it('waits for no history where there is no person', async () => {
    await beginPanel(1);
    expect(shown().result.current?.tabId).toBe(7);
  });

  it('is read anew for a panel that is drawn a second time', async () => {
    await beginPanel(1);
    shown().unmount();
    await database.windows.put({ windowId: 1, tabId: 8 });
    const { result } = shown();
    await waitFor(() => expect(result.current?.tabId).toBe(8));
  });

  it('shows that the storage does not open', async () => {
    vi.spyOn(database, 'transaction').mockReturnValue(Dexie.Promise.reject(new Error('no room')));
    vi.spyOn(console, 'error').mockReturnValue();
    await beginPanel(1);
    expect(() => shown()).toThrow('no room');
  });

  it('is drawn without what it shows when that takes too long', async () => {
    vi.spyOn(database, 'transaction').mockReturnValue(new Dexie.Promise(() => undefined));
    await beginPanel(1);
    expect(shown().result.current).toBeUndefined();
  });
});
